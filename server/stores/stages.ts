import type { Core } from '@strapi/strapi';
import { DEFAULT_TARGET } from '../core/default-stages';
import { JOURNEYS, type Playbook, type Stage } from '../core/vocabulary';
import { createKeyedStore, textOf } from './keyed';

/** The steps of both journeys. */
export const createStageStore = (strapi: Core.Strapi) =>
  createKeyedStore<Stage>(strapi, 'stage', read, ({ journey }) => journey);

const read = (row: Readonly<Record<string, unknown>>): Stage => ({
  key: textOf(row['key']),
  name: textOf(row['name']),
  journey: JOURNEYS.find((journey) => journey === row['journey']) ?? 'buyer',
  position: Number(row['position'] ?? 0),
  aliases: strings(row['aliases']),
  target: Number(row['target'] ?? DEFAULT_TARGET),
  playbook: readPlaybook(row['playbook']),
  retired: row['retired'] === true,
});

const readPlaybook = (value: unknown): Playbook => {
  const { question, goal, owners, content, metrics } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return {
    question: textOf(question),
    goal: textOf(goal),
    owners: strings(owners),
    content: strings(content),
    metrics: strings(metrics),
  };
};

const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
