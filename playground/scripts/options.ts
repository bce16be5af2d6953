import { parseArgs, type ParseArgsConfig } from 'node:util';
import { messageOf, Trouble } from './progress';

/** What stands after the script's name; a word too many or misspelt ends it with its usage. */
export const parseOptions = <T extends NonNullable<ParseArgsConfig['options']>>(usage: string, options: T) => {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Trouble(`${messageOf(error)}\nUsage: ${usage}`);
  }
};
