import { Checkbox, Flex, Typography } from '@strapi/design-system';
import {
  GUESSED_REASONS,
  IMPORTER_WORDS,
  type AnalyticsBody,
  type IncompleteReason,
} from '../../../../server/core/analytics-api';
import type { AnalyticsRequest } from '../../../api/routes';
import { Card } from '../../../components/Card';
import { useText } from '../../../components/text';
import { REASON_TEXT, WORD_TEXT } from './report-text';

interface Props {
  readonly body: AnalyticsBody;
  readonly request: AnalyticsRequest;
  readonly onChange: (changes: Partial<AnalyticsRequest>) => void;
}

/** Whether an entry that is not in the file had no views, or is not measured; what only the importer knows is asked. */
export const Completeness = ({ body: { incomplete, isComplete, rows }, request, onChange }: Props) => {
  const text = useText();
  const { because, isComplete: isAll } = request;
  return (
    <Card title={text('analytics.complete')}>
      <Flex direction="column" alignItems="flex-start" gap={3}>
        <Typography tag="p" textColor="neutral800">
          {isComplete
            ? text('analytics.complete.yes')
            : `${text('analytics.complete.no')} ${incomplete.map((reason) => text(REASON_TEXT[reason], { rows })).join('; ')}.`}
        </Typography>
        {IMPORTER_WORDS.map((word) => (
          <Checkbox
            key={word}
            checked={because.includes(word)}
            onCheckedChange={(checked) =>
              onChange({
                because: IMPORTER_WORDS.filter((one) => (one === word ? checked === true : because.includes(one))),
              })
            }
          >
            {text(WORD_TEXT[word])}
          </Checkbox>
        ))}
        {(isAll || incomplete.some((reason) => GUESSED.has(reason))) && (
          <Checkbox checked={isAll} onCheckedChange={(checked) => onChange({ isComplete: checked === true })}>
            {text('analytics.complete.all')}
          </Checkbox>
        )}
      </Flex>
    </Card>
  );
};

/** What the importer may know better. */
const GUESSED: ReadonlySet<IncompleteReason> = new Set(GUESSED_REASONS);
