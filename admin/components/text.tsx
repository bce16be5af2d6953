import { useCallback, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { PLUGIN_ID } from '../../server/core/actions';
import type english from '../translations/en.json';

/** A key of `translations/en.json`: an unknown one does not compile. Other languages fall back to English by Strapi. */
export type TextKey = keyof typeof english;

/** Plain text in the user's language. */
export const useText = () => {
  const { formatMessage } = useIntl();
  return useCallback(
    (key: TextKey, values?: Record<string, string | number | Date>) =>
      formatMessage({ id: `${PLUGIN_ID}.${key}` }, values),
    [formatMessage]
  );
};

interface MessageProps {
  readonly id: TextKey;
  readonly values?: Record<string, ReactNode | ((chunks: ReactNode[]) => ReactNode)>;
}

/** Text with elements inside: `<b>` and links as functions among `values`. */
export const Message = ({ id, values }: MessageProps) => (
  <FormattedMessage id={`${PLUGIN_ID}.${id}`} {...(values && { values })} />
);
