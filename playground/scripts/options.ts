import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { ROOT } from './paths';
import { messageOf, Trouble } from './progress';

/** What stands after the script's name; a word too many or misspelt ends it with its usage. */
export const parseOptions = <T extends NonNullable<ParseArgsConfig['options']>>(usage: string, options: T) => {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Trouble(`${messageOf(error)}\nUsage: ${usage}`);
  }
};

/** A path as its writer means it: npm runs scripts from the root, whatever folder it was called in. */
export const fromCaller = (path: string): string => resolve(process.env['INIT_CWD'] ?? ROOT, path);
