import type { Core } from '@strapi/strapi';

/** What nobody waits for: on today's Node an unhandled rejection would end the host's process. */
type Work = () => unknown;

/** Does work that nobody waits for. What goes wrong in it is logged, with a sentence that says what follows from that. */
export const inBackground = async (strapi: Core.Strapi, failure: string, work: Work): Promise<void> => {
  try {
    await work();
  } catch (error) {
    strapi.log.warn(`Content Strategy: ${failure}: ${reasonOf(error)}`);
  }
};

/** Does work again and again, so many milliseconds apart, never twice at once. Answers what ends it. */
export const every = (strapi: Core.Strapi, milliseconds: number, failure: string, work: Work): (() => void) => {
  let isAtWork = false;
  const timer = setInterval(() => {
    if (isAtWork) return;
    isAtWork = true;
    void inBackground(strapi, failure, work).then(() => {
      isAtWork = false;
    });
  }, milliseconds).unref();
  return () => clearInterval(timer);
};

/** Does work by a cron rule of six fields, on every instance of a cluster. Answers what ends it. */
export const byCron = (strapi: Core.Strapi, name: string, rule: string, failure: string, work: Work): (() => void) => {
  strapi.cron.add({ [name]: { task: () => inBackground(strapi, failure, work), options: { rule } } });
  return () => {
    strapi.cron.remove(name);
  };
};

/** Does work after each of some events of the host, which waits for none of its listeners. */
export const afterEvents = (strapi: Core.Strapi, events: readonly string[], failure: string, work: Work): void => {
  for (const event of events) strapi.eventHub.on(event, () => inBackground(strapi, failure, work));
};

/** A database's message comes after the whole statement, with all of its values. */
export const reasonOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  return message.length > REASON_LENGTH ? `…${message.slice(-REASON_LENGTH)}` : message;
};

const REASON_LENGTH = 300;
