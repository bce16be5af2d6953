import type { Journey } from '../../server/core/vocabulary';
import type { Host } from './host';

/** What a list is asked for, as it stands in the query. */
export interface AskedTags {
  readonly persona?: string | undefined;
  readonly journey?: string | undefined;
  readonly stage?: string | undefined;
}

/** Which documents of a type have a tag that a filter asks for, worked out naively from the table of tags. */
export const tagOracle = async (
  host: Host,
  uid: string,
  retired: readonly string[],
  journeyOf: Readonly<Record<string, Journey>>
): Promise<(asked: AskedTags, documentId: string) => boolean> => {
  const tags = await host.strapi.db.query('plugin::content-strategy.tag').findMany({ where: { entryUid: uid } });
  const live = tags.filter(({ persona, stage }) => !retired.includes(persona) && !retired.includes(stage));
  const isAsked = (keys: string | undefined, key: string | undefined): boolean =>
    keys === undefined || keys.split(',').includes(key || 'not-set');
  return ({ persona, journey, stage }, documentId) =>
    live.some(
      (tag) =>
        tag.entryDocumentId === documentId &&
        isAsked(persona, tag.persona) &&
        isAsked(stage, tag.stage) &&
        isAsked(journey, journeyOf[tag.stage])
    );
};
