import type { Asset } from './event';

/** Where entries of other types lie in an entry or component, and whether it has locales. */
export interface Shape {
  readonly isEntry: boolean;
  readonly localized: boolean;
  readonly nested: readonly Nested[];
}

export interface Nested {
  readonly field: string;
  /** The type or component that lies there; `null` in a dynamic zone, whose parts say it themselves. */
  readonly uid: string | null;
}

/** What one answer of the REST API holds. */
export interface Answer {
  readonly data: unknown;
  readonly uid: string;
  /** Where an entry does not say its locale: `fields` may leave it out. */
  readonly locale: string;
  /** Whether it was asked for by itself, and not in a list. */
  readonly isDetail: boolean;
}

/** One entry that was sent. */
export interface Delivered extends Asset {
  readonly isDetail: boolean;
}

/**
 * The published entries in an answer, top level and populated, each once by a key of its own; what came along was not
 * asked for by itself.
 */
export const deliveredIn = (
  { data, uid, locale, isDetail }: Answer,
  shapeOf: (uid: string) => Shape | undefined
): ReadonlyMap<string, Delivered> => {
  const found = new Map<string, Delivered>();
  const walk = (value: unknown, of: string, inherited: string, isTop: boolean): void => {
    if (Array.isArray(value)) {
      for (const one of value) walk(one, of, inherited, isTop);
      return;
    }
    const shape = shapeOf(of);
    if (!isRecord(value) || shape === undefined) return;
    // As Strapi 4 answered, where a client asks for that.
    const fields = isRecord(value['attributes']) ? value['attributes'] : value;
    if (shape.isEntry && fields['publishedAt'] === null) return;
    const spoken = typeof fields['locale'] === 'string' ? fields['locale'] : inherited;
    const documentId = value['documentId'];
    if (shape.isEntry && typeof documentId === 'string') {
      const own = shape.localized ? spoken : '';
      const key = `${of}\n${documentId}\n${own}`;
      if (!found.has(key)) found.set(key, { uid: of, documentId, locale: own, isDetail: isTop && isDetail });
    }
    for (const { field, uid: inner } of shape.nested) walkNested(fields[field], inner, spoken);
  };
  const walkNested = (value: unknown, inner: string | null, spoken: string): void => {
    const held = isRecord(value) && 'data' in value ? value['data'] : value;
    if (inner !== null) walk(held, inner, spoken, false);
    else if (Array.isArray(held)) {
      for (const part of held) {
        const component = isRecord(part) ? part['__component'] : undefined;
        if (typeof component === 'string') walk(part, component, spoken, false);
      }
    }
  };
  walk(data, uid, locale, true);
  return found;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
