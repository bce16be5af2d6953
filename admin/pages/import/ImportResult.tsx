import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import type { ImportBody, ImportMode } from '../../../server/core/import-api';
import { placesEntries } from '../../../server/core/import/columns';
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
  // A sheet that places nothing has nothing to clear by. Once chosen it can be taken back, whatever its columns mean by now.
  const canReplace = mode === 'replace' || placesEntries({ meanings: columns.map(({ meaning }) => meaning) });
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
