import type { Core } from '@strapi/strapi';
import { afterEvents } from './background';
import { FILE } from './library/files/models';
import { service } from './services';

/** What the Media Library tells after it has changed a file. */
const EVENTS = ['media.create', 'media.update', 'media.delete'];

/** Files are written past the Document Service: a change of one alone is followed by an audit too. */
export const followUploads = (strapi: Core.Strapi): void => {
  afterEvents(strapi, EVENTS, 'no audit follows a changed file', () => {
    service(strapi, 'changes').mark(FILE);
  });
};
