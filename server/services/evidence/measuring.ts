import type { Core } from '@strapi/strapi';
import type { Covering } from '../../core/evidence/covering';
import type { Day } from '../../core/evidence/day';
import { PERIODS, spanOf, type PeriodSpan } from '../../core/evidence/period';
import { createSettling, type Settling } from '../../core/analytics/settling';
import { union, type Span } from '../../core/evidence/span';
import { namedDays, trackerDays } from '../../core/evidence/tracker-days';
import type { Policy } from '../../core/policy';
import { countPublished } from '../../library/published';
import type { AuditedType } from '../../library/type-columns';
import { readMoves } from '../../stores/consumption/moves';
import { readOverrides } from '../../stores/consumption/overrides';
import { inTransaction } from '../../stores/transaction';
import { importIdOf, importSource, versionKey } from '../../stores/consumption/keys';
import {
  readCountedImports,
  readImportScopes,
  readTracked,
  seriesOf,
  withDays,
  type CountedImport,
  type ImportScope,
  type TrackedType,
} from '../../stores/consumption/sources';

/** What measures the content types of a library. */
export interface Measuring {
  readonly covering: (uid: string, locale: string) => Covering;
  /** Whether what a source counted still counts. */
  readonly counts: (source: string) => boolean;
  /** Days, ascending, with which something begins: the policy's window, a period, an import's days, the days after them. */
  readonly cuts: readonly Day[];
  /** Of which views can be asked for. */
  readonly periods: readonly PeriodSpan[];
  /** The days of an import that counts; `null`: it does not. */
  readonly spanOf: (importId: number) => Span | null;
  readonly settling: Settling;
}

/** An import that is not there yet, with the types and locales that it tells of. */
export interface PlannedImport {
  readonly planned: Omit<CountedImport, 'days'>;
  readonly scopes: readonly Omit<ImportScope, 'id'>[];
}

/** Reads which days were measured of each of some types and locales, until `today`. */
export const loadMeasuring = async (
  strapi: Core.Strapi,
  types: readonly Pick<AuditedType, 'uid' | 'localized'>[],
  policy: Policy,
  today: Day
): Promise<Measuring> => measuringOf(await readMeasured(strapi, types), policy, today);

/** What tells which days were measured, as it is stored. */
export interface Measured {
  readonly imports: readonly CountedImport[];
  readonly scopes: readonly ImportScope[];
  /** `published`: how many versions of the type and locale are. */
  readonly tracked: readonly (TrackedType & { readonly published: number })[];
  readonly siteDays: ReadonlyMap<string, ReadonlySet<Day>>;
  readonly settling: Settling;
}

/** Reads it, of some types. */
export const readMeasured = async (
  strapi: Core.Strapi,
  types: readonly Pick<AuditedType, 'uid' | 'localized'>[]
): Promise<Measured> => {
  const imports = await readCountedImports(strapi);
  const ids = imports.map(({ id }) => id);
  const scopes = ids.length === 0 ? [] : await readImportScopes(strapi, ids);
  const { types: all, siteDays } = await readTracked(strapi);
  const tracked: (TrackedType & { readonly published: number })[] = [];
  for (const type of types) {
    const own = all.filter(({ uid }) => uid === type.uid);
    const published = own.length === 0 ? new Map<string, number>() : await countPublished(strapi, type);
    tracked.push(...own.map((one) => ({ ...one, published: published.get(one.locale) ?? 0 })));
  }
  return { imports, scopes, tracked, siteDays, settling: await readSettling(strapi) };
};

/** What measures each type and locale until `today`; with `plan`, as if that import were there already. */
export const measuringOf = (
  { imports: counted, scopes, tracked, siteDays, settling }: Measured,
  policy: Policy,
  today: Day,
  plan?: PlannedImport
): Measuring => {
  const coverings = new Map<string, Growing>();
  const of = (uid: string, locale: string): Growing => {
    const key = versionKey(uid, locale);
    const known = coverings.get(key) ?? { tracked: [], named: [], trackers: [], imports: [] };
    coverings.set(key, known);
    return known;
  };
  const imports = new Map((plan ? withDays([...counted, plan.planned]) : counted).map((one) => [one.id, one]));
  for (const { id, uid, locale } of [...scopes, ...plannedScopes(plan)]) {
    const one = imports.get(id);
    if (one !== undefined) of(uid, locale).imports.push({ ...one, source: importSource(id), series: seriesOf(one) });
  }
  for (const { source, uid, locale, days, published } of tracked) {
    const spans = trackerDays(days, siteDays.get(source) ?? NO_DAYS, published, policy, today);
    if (spans.length === 0) continue;
    const covering = of(uid, locale);
    covering.tracked.push(...spans);
    covering.named.push(...namedDays(spans, days));
    covering.trackers.push(source);
  }
  for (const covering of coverings.values()) {
    covering.tracked = [...union(covering.tracked)];
    covering.named = [...union(covering.named)];
    covering.imports.sort((a, b) => a.to - b.to);
  }
  const periods = PERIODS.map((key) => spanOf(key, today));
  return {
    covering: (uid, locale) => coverings.get(versionKey(uid, locale)) ?? NOT_COVERED,
    counts: (source) => {
      const id = importIdOf(source);
      return id === null || imports.has(id);
    },
    cuts: [
      ...new Set([
        today - policy.dormantDays,
        ...[...imports.values(), ...periods].flatMap(({ from, to }) => [from, to + 1]),
      ]),
    ].sort((a, b) => a - b),
    periods,
    spanOf: (id) => imports.get(id) ?? null,
    settling,
  };
};

/** Reads what people have said of paths since they were in doubt. */
export const readSettling = (strapi: Core.Strapi): Promise<Settling> =>
  inTransaction(strapi, async (trx) => createSettling(await readOverrides(trx), await readMoves(trx)));

const plannedScopes = (plan: PlannedImport | undefined): readonly ImportScope[] =>
  plan === undefined ? [] : plan.scopes.map((scope) => ({ id: plan.planned.id, ...scope }));

type Growing = { -readonly [K in keyof Covering]: Covering[K][number][] };

export const NOT_COVERED: Covering = { tracked: [], named: [], trackers: [], imports: [] };
const NO_DAYS: ReadonlySet<Day> = new Set();
