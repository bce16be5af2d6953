import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { ImportBody } from '../../../server/core/import-api';
import type { OperationBody } from '../../../server/core/placing-api';
import { useOperations } from '../../api/placing';
import { PAGES } from '../../components/entry-links';
import { Card } from '../../components/Card';
import { useSkippedTexts } from '../../components/place/use-counts-text';
import { useText, type TextKey } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import { UndoDialog } from '../history/UndoDialog';
import { CountTiles } from './CountTiles';
import { NEWEST_IMPORTS } from './newest-imports';

interface Props {
  readonly done: ImportBody;
  readonly onAnother: () => void;
}

/** What an import has done, the way back, and where to look at it. */
export const ImportDone = ({ done: { counts, operation, file }, onAnother }: Props) => {
  const text = useText();
  const [undoing, setUndoing] = useState<OperationBody | null>(null);
  const isUndone = useIsUndone(operation);
  const changed = operation?.counts.changed ?? 0;
  const skipped = useSkippedTexts()(operation?.counts.skipped ?? {}).join(' · ');
  return (
    <Card title={text(titleOf(operation, isUndone), { name: file.name ?? '' })}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography role="status" tag="p" textColor="neutral800">
          {isUndone ? text('import.done.undone.text') : text('import.done.text', { count: changed })}{' '}
          {operation && <TextLink to={PAGES.coverage}>{text('import.done.coverage')}</TextLink>}
        </Typography>
        {!isUndone && skipped && (
          <Typography tag="p" textColor="neutral800">
            {skipped}
          </Typography>
        )}
        {!isUndone && <CountTiles counts={counts} />}
        <Flex gap={3} wrap="wrap">
          <Button onClick={onAnother}>{text('import.done.another')}</Button>
          {operation && !isUndone && changed > 0 && (
            <Button variant="tertiary" onClick={() => setUndoing(operation)}>
              {text('undo.open')}
            </Button>
          )}
        </Flex>
      </Flex>
      {undoing && <UndoDialog operation={undoing} onClose={() => setUndoing(null)} />}
    </Card>
  );
};

const titleOf = (operation: OperationBody | null, isUndone: boolean): TextKey => {
  if (isUndone) return 'import.done.undone';
  return operation ? 'import.done' : 'import.done.nothing';
};

/** As the list below says, where it may have been undone too. */
const useIsUndone = (operation: OperationBody | null): boolean => {
  const { data } = useOperations(NEWEST_IMPORTS);
  return data?.data.some(({ id, status }) => id === operation?.id && status === 'undone') ?? false;
};
