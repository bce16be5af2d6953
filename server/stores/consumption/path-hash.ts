import { hash } from 'node:crypto';
import { overrideKey } from '../../core/analytics/versions';

/** By which a path is found however long it is, and however a database tells cases and accents apart. */
export const pathHash = (path: string): string => hash('sha1', overrideKey(path), 'base64');
