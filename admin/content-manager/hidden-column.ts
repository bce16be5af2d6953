import { PLUGIN_ID } from '../../server/core/actions';
import { keepHidden, readHidden } from '../components/list/hidden-columns';

const listOf = (uid: string): string => `content-manager.${uid}`;

/** Whether the reader has hidden our column in the Content Manager's list of a type. */
export const isColumnHidden = (uid: string): boolean => readHidden(listOf(uid)).includes(PLUGIN_ID);

/** Hides it, or shows it again. */
export const switchColumn = (uid: string): void => keepHidden(listOf(uid), isColumnHidden(uid) ? [] : [PLUGIN_ID]);
