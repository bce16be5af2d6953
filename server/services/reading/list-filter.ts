import type { Core } from '@strapi/strapi';
import { UNDECIDED, type InventoryQuery } from '../../core/api';
import type { Axes } from '../../core/axes';
import { mayBeTold } from '../../core/audit/findings';
import type { HideableFact } from '../../core/coverage/snapshot';
import { dayOf } from '../../core/decision';
import { evidenceNos } from '../../core/evidence/state';
import { STATUSES } from '../../core/vocabulary';
import { readDimension } from '../../stores/audit/dimensions';
import { COUNT_LIMIT, type Search } from '../../stores/audit/inventory-list';
import type { ListFilter, RowChoice, VersionChoice } from '../../stores/audit/inventory-match';
import { statusNo } from '../../stores/audit/inventory-rows';
import { touchedTypes, type Touching } from '../../stores/audit/touched-rows';
import { scopesOf } from './scopes-of';
import { findRows } from './search';
import type { View, ViewedType } from './view';
import { inTransaction } from '../../stores/transaction';

/** The names behind the numbers in rows. */
export interface RowNames {
  readonly types: ReadonlyMap<number, ViewedType>;
  readonly locales: ReadonlyMap<number, string>;
}

/** A list ready to be queried; `filter` `null` when nothing can match. */
export interface PreparedList {
  readonly view: View;
  readonly axes: Axes;
  readonly names: RowNames;
  readonly filter: ListFilter | null;
  /** What was searched for, when more was found than a list counts: `filter` then holds the first of it only. */
  readonly unfinished: Search | null;
}

/** Turns what was asked, and what the user may see of it, into numbers for the store. */
export const prepareList = async (
  strapi: Core.Strapi,
  view: View,
  query: InventoryQuery,
  per: 'entry' | 'locale' = 'entry'
): Promise<PreparedList> => {
  const { axes } = view.snapshot;
  const scopes = scopesOf(query, axes);
  const numbers = await inTransaction(strapi, async (trx) => ({
    types: await readDimension(trx, 'type'),
    locales: await readDimension(trx, 'locale'),
    scopes: await readDimension(trx, 'scope'),
  }));
  const choices: RowChoice[] = [];
  for (const type of view.types) {
    // What the user does not see filters nothing.
    if (query.owner !== undefined && !type.visible.owner) continue;
    if (query.finding !== undefined && !mayBeTold(query.finding, type.visible)) continue;
    const choice = await choose(type, numbers, per === 'locale');
    if (choice !== null) choices.push(choice);
  }
  const [driving, ...alsoIn] = (scopes ?? []).map((names) => names.flatMap((name) => numbers.scopes.get(name) ?? []));
  const [scopeNo] = driving ?? [];
  const names = {
    types: new Map(
      view.types.flatMap((type) => {
        const no = numbers.types.get(type.uid);
        return no === undefined ? [] : [[no, type] as const];
      })
    ),
    locales: new Map([...numbers.locales].map(([name, no]) => [no, name])),
  };
  const base = {
    audit: view.audit.id,
    alsoIn,
    choices: merge(choices),
    countedNos: countedNosOf(query),
    statusNo: query.status === undefined ? null : statusNo(query.status),
    evidenceNos: evidenceNos(query),
    dedicatedOnly: query.counted === 'dedicated',
    age: query.age ?? null,
    owner: query.owner ?? null,
    undecidedOnly: query.decision === UNDECIDED,
    dueBefore: query.due === 'overdue' ? dayOf(Date.now()) : null,
    touched: await readTouched(strapi, query, names.types),
    period: view.period?.key ?? null,
    after: null,
  };
  if (scopeNo === undefined || [...alsoIn, ...base.touched.map(({ types }) => types)].some((one) => one.length === 0))
    return { view, axes, names, filter: null, unfinished: null };
  const search = query.search === undefined ? null : searchIn(base, query.search, names.types);
  const found = search === null ? null : await findRows(strapi, search, { ...base, scopeNo });
  const unfinished = found !== null && found.length >= COUNT_LIMIT ? search : null;
  return { view, axes, names, filter: { ...base, scopeNo, found }, unfinished };
};

const readTouched = async (
  strapi: Core.Strapi,
  query: Pick<InventoryQuery, Touching['by']>,
  types: RowNames['types']
): Promise<ListFilter['touched']> => {
  const touched: ListFilter['touched'][number][] = [];
  for (const by of ['operation', 'import'] as const) {
    const id = query[by];
    if (id === undefined) continue;
    const uids = await inTransaction(strapi, (trx) => touchedTypes(trx, { by, id }));
    const listed = [...types].flatMap(([no, { uid }]) => (uids.includes(uid) ? [{ no, uid }] : []));
    touched.push({ by, id, types: listed });
  }
  return touched;
};

const searchIn = (
  { audit, choices }: Pick<ListFilter, 'audit' | 'choices'>,
  text: string,
  types: RowNames['types']
): Search => {
  const hiding = (fact: HideableFact): readonly number[] =>
    [...types].flatMap(([no, { visible }]) => (visible[fact] ? [] : [no]));
  return { audit, text, rows: choices, hidden: { titles: hiding('title'), paths: hiding('path') } };
};

interface Numbers {
  readonly types: ReadonlyMap<string, number>;
  readonly locales: ReadonlyMap<string, number>;
}

const choose = async (type: ViewedType, numbers: Numbers, everyVersion: boolean): Promise<RowChoice | null> => {
  const typeNo = numbers.types.get(type.uid);
  if (typeNo === undefined) return null;
  const versions = await versionsOf(type, numbers.locales, everyVersion);
  return { typeNos: [typeNo], versions, everyVersion };
};

const versionsOf = async (
  { localized, locales, documents }: ViewedType,
  numbers: Numbers['locales'],
  everyVersion: boolean
): Promise<readonly VersionChoice[]> => {
  if (!localized) return [{ localeNos: [0], documents: documents === null ? null : await documents(null) }];
  const numbered = [...numbers].filter(([locale]) => locales === 'all' || locales.includes(locale));
  if (documents === null) {
    const isWhole = locales === 'all' && !everyVersion;
    return [{ localeNos: isWhole ? [0] : numbered.map(([, no]) => no), documents: null }];
  }
  // The entry over all versions would tell of those that the conditions hide.
  const versions: VersionChoice[] = [];
  for (const [locale, no] of numbered) versions.push({ localeNos: [no], documents: await documents(locale) });
  return versions;
};

/** Types that are read alike share one condition: the fewer there are, the better databases plan. */
const merge = (choices: readonly RowChoice[]): readonly RowChoice[] => {
  const merged = new Map<string, RowChoice>();
  for (const [at, choice] of choices.entries()) {
    const isOpen = choice.versions.every(({ documents }) => documents === null);
    const key = isOpen ? choice.versions.flatMap(({ localeNos }) => localeNos).join() : `own ${at}`;
    const same = merged.get(key);
    merged.set(key, same === undefined ? choice : { ...same, typeNos: [...same.typeNos, ...choice.typeNos] });
  }
  return [...merged.values()];
};

const countedNosOf = ({ counted }: InventoryQuery): readonly number[] | null =>
  counted === undefined || counted === 'all' ? null : STATUSES.filter((status) => status !== 'draft').map(statusNo);
