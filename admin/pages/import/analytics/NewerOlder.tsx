import { Button, Flex } from '@strapi/design-system';
import { useText } from '../../../components/text';

interface Props {
  readonly page: number;
  readonly pageCount: number;
  readonly onChange: (page: number) => void;
}

/** Through a list that has the newest first; nothing where all of it is shown. */
export const NewerOlder = ({ page, pageCount, onChange }: Props) => {
  const text = useText();
  if (pageCount <= 1) return null;
  return (
    <Flex gap={2} paddingTop={3}>
      <Button size="S" variant="tertiary" disabled={page === 1} onClick={() => onChange(page - 1)}>
        {text('analytics.history.newer')}
      </Button>
      <Button size="S" variant="tertiary" disabled={page >= pageCount} onClick={() => onChange(page + 1)}>
        {text('analytics.history.older')}
      </Button>
    </Flex>
  );
};
