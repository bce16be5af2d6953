import { useNotification } from '@strapi/strapi/admin';
import type { AnalyticsImportBody } from '../../../../server/core/consumption-api';
import { useChangeImport } from '../../../api/analytics';
import { useText, type TextKey } from '../../../components/text';
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
      mutate(
        { id, isUndone },
        {
          onSuccess: (now) =>
            toggleNotification({
              type: 'success',
              message: text(WORDS[now.state], { name: name ?? text('analytics.noName') }),
            }),
          onError: notifyFailure,
        }
      );
    },
  };
};

const WORDS = {
  counted: 'analytics.redone',
  replaced: 'analytics.redone.replaced',
  undone: 'analytics.undone',
} as const satisfies Record<AnalyticsImportBody['state'], TextKey>;
