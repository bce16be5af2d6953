import type { Core } from '@strapi/strapi';
import { nameablePaths, type Asker, type NameablePath } from './nameable';

/** The fields of a type that hold slugs: of Strapi's own kind for them, and any that is called so. */
export const slugFields = (strapi: Core.Strapi, uid: string, by: Asker): readonly NameablePath[] =>
  nameablePaths(strapi, uid, 'path', by).filter((path) => path.step === null && isSlug(path));

/** The fields of a type by which addresses are made: its slugs and whole paths, and slugs one to-one hop away. */
export const addressFields = (
  strapi: Core.Strapi,
  uid: string,
  by: Asker
): { readonly slugs: readonly string[]; readonly hops: readonly string[] } => {
  const paths = nameablePaths(strapi, uid, 'path', by);
  const own = paths.filter(({ step }) => step === null);
  const slugs = own.filter(isSlug);
  const wholes = own.filter((path) => !isSlug(path) && PATH_NAMES.has(path.field.toLowerCase()));
  return {
    slugs: [...slugs, ...wholes].map(({ name }) => name),
    hops: paths.flatMap(({ name, step }) => (step?.inner === 'slug' ? [name] : [])),
  };
};

const isSlug = ({ type, field }: NameablePath): boolean => type === 'uid' || (field === 'slug' && type !== 'integer');

/** What fields are called that hold an address. */
const PATH_NAMES = new Set(['path', 'fullpath', 'url', 'urlpath', 'permalink', 'pathname']);
