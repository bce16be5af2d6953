import { Button, Flex, Typography } from '@strapi/design-system';
import type { ImportBody } from '../../../server/core/import-api';
import { useText } from '../../components/text';

interface Props {
  readonly name: string;
  readonly body: ImportBody | undefined;
  readonly onLeave: () => void;
}

/** Which file it is, and the way to another. */
export const SheetHead = ({ name, body, onLeave }: Props) => {
  const text = useText();
  const encoding = body?.file.encoding;
  return (
    <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
      <div>
        <Typography variant="beta" tag="h2" style={{ overflowWrap: 'anywhere' }}>
          {body ? text('import.file', { name, rows: body.counts.rows }) : name}
        </Typography>
        {encoding !== undefined && encoding !== 'utf-8' && (
          <Typography tag="p" textColor="neutral600">
            {text('import.encoding', { encoding })}
          </Typography>
        )}
      </div>
      <Button variant="tertiary" onClick={onLeave}>
        {text('import.another')}
      </Button>
    </Flex>
  );
};
