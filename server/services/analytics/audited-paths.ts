import type { Core } from '@strapi/strapi';
import type { VersionPath } from '../../core/analytics/versions';
import type { AuditedType } from '../../library/type-columns';
import { readDimension } from '../../stores/audit/dimensions';
import {
  readPublishedVersions,
  type PublishedStretch,
  type PublishedVersion,
} from '../../stores/audit/published-versions';
import { inTransaction } from '../../stores/transaction';
import { yieldToHost } from '../audit/pace';

/** A published version with its address, as the newest audit knows it. */
interface AuditedVersion extends Omit<PublishedVersion, 'localeNo'> {
  readonly uid: string;
  readonly locale: string;
}

/** Versions of a type by stretches of its entries; `upTo` `null`: the last. */
export async function* auditedVersions(
  strapi: Core.Strapi,
  { uid, localized }: Pick<AuditedType, 'uid' | 'localized'>
): AsyncGenerator<{
  readonly after: string;
  readonly upTo: string | null;
  readonly versions: readonly AuditedVersion[];
}> {
  const { types, locales } = await inTransaction(strapi, async (trx) => ({
    types: await readDimension(trx, 'type'),
    locales: await readDimension(trx, 'locale'),
  }));
  const typeNo = types.get(uid);
  if (typeNo === undefined) return;
  const names = new Map([...locales].map(([name, no]) => [no, name]));
  for (let after: string | null = ''; after !== null;) {
    const found: PublishedStretch = await readPublishedVersions(strapi, { typeNo, localized }, after);
    const versions = found.versions.map(({ localeNo, ...version }) => ({
      ...version,
      uid,
      locale: names.get(localeNo) ?? '',
    }));
    yield { after, upTo: found.upTo, versions };
    after = found.upTo;
  }
}

/** The paths of all of some types, a stretch at a time. */
export async function* auditedPaths(
  strapi: Core.Strapi,
  types: readonly AuditedType[]
): AsyncGenerator<readonly (VersionPath & { readonly path: string })[]> {
  for (const type of types) {
    for await (const { versions } of auditedVersions(strapi, type)) {
      yield versions.flatMap(({ uid, documentId, locale, path }) =>
        path === null ? [] : { uid, documentId, locale, path }
      );
      await yieldToHost();
    }
  }
}
