import { useNotification } from '@strapi/strapi/admin';
import { useText } from '../components/text';
import { useFailureNotification } from '../components/use-failure-notification';
import { UNDO_SHOWN, withUndo } from '../components/with-undo';

interface Change {
  readonly mutateAsync: (change: {
    readonly key: string;
    readonly patch: { readonly retired: boolean };
  }) => Promise<unknown>;
}

/** Retires a persona or stage, or takes it back into use, at once; the notification that says so undoes it. */
export const useRetire = ({ mutateAsync: change }: Change) => {
  const text = useText();
  const { toggleNotification } = useNotification();
  const notifyFailure = useFailureNotification();
  const set = async (key: string, retired: boolean): Promise<boolean> => {
    try {
      await change({ key, patch: { retired } });
      return true;
    } catch (error) {
      notifyFailure(error);
      return false;
    }
  };
  return async ({ key, name }: { readonly key: string; readonly name: string }, retired: boolean): Promise<void> => {
    if (!(await set(key, retired))) return;
    const said = (isRetired: boolean) => text(isRetired ? 'settings.retire.done' : 'settings.restore.done', { name });
    toggleNotification({
      type: 'success',
      timeout: UNDO_SHOWN,
      message: withUndo({
        done: said(retired),
        undone: said(!retired),
        label: text('undo'),
        onUndo: () => set(key, !retired),
      }),
    });
  };
};
