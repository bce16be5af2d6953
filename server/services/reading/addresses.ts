import type { Core } from '@strapi/strapi';
import type { Settling } from '../../core/analytics/settling';
import type { OtherAddresses } from '../../core/consumption-api';
import { readViewedFormerPaths } from '../../stores/consumption/former-paths';
import { readOtherPathsOf } from '../../stores/consumption/other-paths';
import { readCountedImports } from '../../stores/consumption/sources';

/** Of a row; `path` is its present one, `locale` `null` stands for all of its versions. */
export type KnownAddresses = (row: {
  readonly documentId: string;
  readonly locale: string | null;
  readonly path: string | null;
}) => OtherAddresses;

export const NO_ADDRESSES: OtherAddresses = { counted: [], doubted: [] };

/** So many of each are told. */
const MOST = 3;

/** Paths that some documents have not now, as far as imports that count and trackers know them. */
export const readAddresses = async (
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
  readSettled: () => Promise<Settling>
): Promise<KnownAddresses> => {
  const paths = await readOtherPathsOf(strapi, uid, documentIds);
  const viewed = await readViewedFormerPaths(strapi, uid, documentIds);
  if (paths.length + viewed.length === 0) return () => NO_ADDRESSES;
  const settling = await readSettled();
  const imports = new Set((await readCountedImports(strapi)).map(({ id }) => id));
  const told: readonly Told[] = [
    ...viewed.map((one) => ({ ...one, isDoubt: false })),
    ...paths.flatMap(({ importId, how, ...one }) =>
      imports.has(importId) ? { ...one, isDoubt: how === 'doubt' } : []
    ),
  ];
  return ({ documentId, locale, path: present }) => {
    const [counted, doubted] = [new Set<string>(), new Set<string>()];
    for (const one of told) {
      if (one.documentId !== documentId || (locale !== null && one.locale !== locale)) continue;
      const version = { uid, documentId, locale: one.locale, path: present };
      const settled = one.isDoubt ? settling(one.path, version) : 'own';
      if (settled !== 'of-another') (settled === 'own' ? counted : doubted).add(one.path);
    }
    return { counted: [...counted].slice(0, MOST), doubted: [...doubted].slice(0, MOST) };
  };
};

interface Told {
  readonly documentId: string;
  readonly locale: string;
  readonly path: string;
  readonly isDoubt: boolean;
}
