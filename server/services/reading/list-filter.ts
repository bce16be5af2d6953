import type { Core } from '@strapi/strapi';
import type { InventoryQuery } from '../../core/api';
import type { Axes } from '../../core/axes';
import { STATUSES } from '../../core/vocabulary';
import { readDimension } from '../../stores/audit/dimensions';
import type { ListFilter, RowChoice } from '../../stores/audit/inventory-match';
import { statusNo } from '../../stores/audit/inventory-rows';
import { scopesOf } from './scopes-of';
import { search } from './search';
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
    const choice = await choose(type, view.locale, numbers, per === 'locale');
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
    statusNos: statusNosOf(query),
    dedicatedOnly: query.counted === 'dedicated',
    age: query.age ?? null,
    owner: query.owner ?? null,
    after: null,
  };
  if (scopeNo === undefined || alsoIn.some((one) => one.length === 0)) return { view, axes, names, filter: null };
  const found = query.search === undefined ? null : await search(strapi, view.audit.id, query.search, names.types);
  return { view, axes, names, filter: { ...base, scopeNo, found } };
};

const choose = async (
  type: ViewedType,
  locale: string | null,
  numbers: { readonly types: ReadonlyMap<string, number>; readonly locales: ReadonlyMap<string, number> },
  everyVersion: boolean
): Promise<RowChoice | null> => {
  const typeNo = numbers.types.get(type.uid);
  const localeNos = localeNosOf(type, numbers.locales, everyVersion);
  if (typeNo === undefined || localeNos.length === 0) return null;
  const documents = type.documents === null ? null : await type.documents(type.localized ? locale : null);
  return { typeNos: [typeNo], localeNos, everyVersion, documents };
};

const localeNosOf = (
  { localized, locales }: ViewedType,
  numbers: ReadonlyMap<string, number>,
  everyVersion: boolean
): readonly number[] => {
  if (locales !== 'all') return locales.flatMap((one) => numbers.get(one) ?? []);
  return localized && everyVersion ? [...numbers.values()] : [0];
};

/** Types that are read alike share one condition: the fewer there are, the better databases plan. */
const merge = (choices: readonly RowChoice[]): readonly RowChoice[] => {
  const merged = new Map<string, RowChoice>();
  for (const [at, choice] of choices.entries()) {
    const key = choice.documents === null ? choice.localeNos.join() : `own ${at}`;
    const same = merged.get(key);
    merged.set(key, same === undefined ? choice : { ...same, typeNos: [...same.typeNos, ...choice.typeNos] });
  }
  return [...merged.values()];
};

const statusNosOf = ({ counted, status }: InventoryQuery): readonly number[] | null => {
  if (status === undefined && (counted === undefined || counted === 'all')) return null;
  const counting = STATUSES.filter((one) => counted === undefined || counted === 'all' || one !== 'draft');
  return counting.filter((one) => status === undefined || one === status).map(statusNo);
};
