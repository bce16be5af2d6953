import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { SuggestedPattern } from '../../../../server/core/analytics-api';
import { Card } from '../../../components/Card';
import { useText } from '../../../components/text';
import { useFailureNotification } from '../../../components/use-failure-notification';
import { useNaming } from '../../../components/VocabularyGate';
import { useChangeContentType } from '../../../settings/content-types/use-content-types';
import { SettingsTable } from '../../../settings/SettingsTable';

interface Props {
  readonly patterns: readonly SuggestedPattern[];
  readonly onUsed: () => void;
}

/** URL patterns that the file's paths fit, of content types that have none: one click instead of a form. */
export const SuggestedPatterns = ({ patterns, onUsed }: Props) => {
  const text = useText();
  const { can } = useNaming();
  const change = useChangeContentType();
  const notifyFailure = useFailureNotification();
  const [isBusy, setIsBusy] = useState(false);
  if (patterns.length === 0) return null;

  const save = async (used: readonly SuggestedPattern[]) => {
    setIsBusy(true);
    try {
      for (const { uid, pattern } of used) await change.mutateAsync({ uid, input: { urlPattern: pattern } });
    } catch (error) {
      notifyFailure(error);
    }
    setIsBusy(false);
    onUsed();
  };

  return (
    <Card title={text('analytics.patterns')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p" textColor="neutral600">
          {text(can.settings ? 'analytics.patterns.text' : 'analytics.patterns.ask')}
        </Typography>
        <SettingsTable
          label={text('analytics.patterns')}
          columns={[
            { label: text('analytics.patterns.type') },
            { label: text('settings.types.urlPattern'), width: '40%' },
            { label: text('analytics.patterns.fits') },
            ...(can.settings ? [{ label: text('analytics.patterns.use'), hidden: true, width: '14%' }] : []),
          ]}
        >
          {patterns.map((one) => (
            <tr key={one.uid}>
              <td>
                <Typography>{one.displayName}</Typography>
              </td>
              <td>
                <Typography style={{ overflowWrap: 'anywhere' }}>
                  <code>{one.pattern}</code>
                </Typography>
              </td>
              <td>
                <Typography>{text('analytics.patterns.found', { found: one.found, of: one.of })}</Typography>
              </td>
              {can.settings && (
                <td>
                  <Button
                    size="S"
                    variant="tertiary"
                    aria-label={text('analytics.patterns.use.of', { pattern: one.pattern, type: one.displayName })}
                    disabled={isBusy}
                    onClick={() => void save([one])}
                  >
                    {text('analytics.patterns.use')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </SettingsTable>
        {can.settings && patterns.length > 1 && (
          <Flex>
            <Button variant="secondary" loading={isBusy} onClick={() => void save(patterns)}>
              {text('analytics.patterns.useAll')}
            </Button>
          </Flex>
        )}
      </Flex>
    </Card>
  );
};
