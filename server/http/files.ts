import { z } from '@strapi/utils';
import { FILE_SORTS, type FileSort } from '../core/consumption-api';
import { GRADES } from '../core/evidence/evidence';
import { USAGES } from '../core/files/uses';
import { number, oneOf, word } from './fields';
import { csv } from './reading';

const filter = {
  usage: oneOf(USAGES).optional(),
  evidence: oneOf(GRADES).optional(),
  search: word(255, 'must be one text').optional(),
};

const SORTS = FILE_SORTS.flatMap((field) => [`${field}:asc`, `${field}:desc`]) as FileSort[];

/** GET /files */
export const filesQuery = z.strictObject({
  ...filter,
  page: number(1, 100_000, 1),
  pageSize: number(1, 100, 25),
  sort: oneOf(SORTS).optional(),
});

/** GET /exports/files.csv */
export const filesExportQuery = z.strictObject({ ...filter, ...csv });
