import type { Core } from '@strapi/strapi';
import type { Nested, Shape } from '../core/consumption/delivered';
import { hostTypes } from './content-types';

/** The types and components of the host as answers of its REST API hold them. Read once: they do not change. */
export const createShapes = (strapi: Core.Strapi): ((uid: string) => Shape | undefined) => {
  const types = hostTypes(strapi);
  const schemas = { ...strapi.contentTypes, ...strapi.components } as unknown as Readonly<Record<string, Schema>>;
  const shapes = new Map<string, Shape>();
  for (const [uid, { attributes }] of Object.entries(schemas)) {
    const type = types.get(uid);
    if (type === undefined && !(uid in strapi.components)) continue;
    const nested = Object.entries(attributes).flatMap(([field, attribute]) => nestedIn(field, attribute));
    shapes.set(uid, { isEntry: type !== undefined, localized: type?.localized ?? false, nested });
  }
  return (uid) => shapes.get(uid);
};

const nestedIn = (field: string, { type, target, component }: Attribute): readonly Nested[] => {
  if (type === 'relation' && target !== undefined) return [{ field, uid: target }];
  if (type === 'component' && component !== undefined) return [{ field, uid: component }];
  return type === 'dynamiczone' ? [{ field, uid: null }] : [];
};

interface Schema {
  readonly attributes: Readonly<Record<string, Attribute>>;
}

interface Attribute {
  readonly type: string;
  readonly target?: string;
  readonly component?: string;
}
