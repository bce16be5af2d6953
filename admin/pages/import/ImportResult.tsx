import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import type { ImportBody, ImportColumn, ImportMode } from '../../../server/core/import-api';
import { Card } from '../../components/Card';
import { Examples } from '../../components/place/Examples';
import { useText } from '../../components/text';
import { CountTiles } from './CountTiles';
import { changing } from './effect-text';

interface Props {
  readonly body: ImportBody;
  /** What is shown belongs to what was chosen before. */
  readonly isRenewing: boolean;
  readonly mode: ImportMode;
  readonly onMode: (mode: ImportMode) => void;
}

/** What would happen, before it does, and what becomes of entries that the sheet does not name. */
export const ImportResult = ({ body: { columns, counts, examples, mode: shown }, isRenewing, mode, onMode }: Props) => {
  const text = useText();
  const count = changing(counts);
  // Once chosen it can be taken back, whatever its columns mean by now.
  const canReplace = mode === 'replace' || columns.some(({ meaning }) => meaning !== null && PLACING.has(meaning));
  return (
    <Card title={text('import.result')}>
      <Box aria-busy={isRenewing} style={{ opacity: isRenewing ? 0.6 : 1 }}>
        <Typography role="status" tag="p" textColor="neutral800">
          {isRenewing ? text('place.preview.loading') : text('import.result.changes', { count })}
        </Typography>
        <CountTiles counts={counts} />
        {examples.length > 0 && (
          <Box paddingTop={5}>
            <Typography tag="h3" variant="sigma" textColor="neutral600" paddingBottom={3}>
              {text('import.examples')}
            </Typography>
            <Examples examples={examples} />
          </Box>
        )}
      </Box>
      {canReplace && (
        <Flex direction="column" alignItems="flex-start" gap={2} paddingTop={4}>
          <Checkbox
            checked={mode === 'replace'}
            onCheckedChange={(checked) => onMode(checked === true ? 'replace' : 'merge')}
          >
            {text('import.replace')}
          </Checkbox>
          {mode === 'replace' ? (
            <Typography tag="p" role="alert" textColor="danger600" fontWeight="semiBold">
              {shown === 'replace'
                ? text('import.replace.on', { count: counts.removed })
                : text('import.replace.counting')}
            </Typography>
          ) : (
            <Typography tag="p" textColor="neutral600">
              {text('import.replace.off')}
            </Typography>
          )}
        </Flex>
      )}
    </Card>
  );
};

/** A sheet that has none of these says nothing of personas and stages: there is nothing to clear by it. */
const PLACING: ReadonlySet<ImportColumn> = new Set(['personas', 'stages', 'excluded']);
