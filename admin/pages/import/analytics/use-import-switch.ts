import { useNotification } from '@strapi/strapi/admin';
import type { AnalyticsImportBody } from '../../../../server/core/consumption-api';
import { useChangeImport } from '../../../api/analytics';
import { useText } from '../../../components/text';
import { useFailureNotification } from '../../../components/use-failure-notification';

/** Takes an import back or lets it count again, and says so; each undoes the other, so that neither asks first. */
export const useImportSwitch = () => {
  const text = useText();
  const { toggleNotification } = useNotification();
  const notifyFailure = useFailureNotification();
  const { mutate, isPending } = useChangeImport();
  return {
    isPending,
    change: ({ id, state, name }: AnalyticsImportBody) => {
      const isUndone = state === 'undone';
      const words = text(isUndone ? 'analytics.redone' : 'analytics.undone', {
        name: name ?? text('analytics.noName'),
      });
      mutate(
        { id, isUndone },
        { onSuccess: () => toggleNotification({ type: 'success', message: words }), onError: notifyFailure }
      );
    },
  };
};
