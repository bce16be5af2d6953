import { cell } from './cell/schema';
import { decision } from './decision/schema';
import { exclusion } from './exclusion/schema';
import { persona } from './persona/schema';
import { rule } from './rule/schema';
import { setting } from './setting/schema';
import { stage } from './stage/schema';
import { tag } from './tag/schema';

/** What people decided, carried by Strapi's own export. Each key must equal the type's `singularName`. */
export const contentTypes = {
  persona: { schema: persona },
  stage: { schema: stage },
  tag: { schema: tag },
  exclusion: { schema: exclusion },
  decision: { schema: decision },
  cell: { schema: cell },
  rule: { schema: rule },
  setting: { schema: setting },
};

export type ContentTypeName = keyof typeof contentTypes;
