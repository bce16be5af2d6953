import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { TagBody } from '../../../server/core/api';
import { useText } from '../../components/text';

/** Who set a tag and when, in one line. */
export const useOriginText = () => {
  const text = useText();
  const { formatDate } = useIntl();
  return useCallback(
    (tag: TagBody | undefined): string | undefined => {
      if (!tag) return undefined;
      const at = formatDate(tag.at, { dateStyle: 'medium' });
      if (tag.origin === 'rule') return text('panel.origin.rule', { at });
      if (tag.origin === 'import') return text('panel.origin.import', { at });
      return tag.by === null ? text('panel.origin.unknown', { at }) : text('panel.origin.person', { by: tag.by, at });
    },
    [text, formatDate]
  );
};
