import { Button, Flex, Loader, Typography } from '@strapi/design-system';
import { progressPercent } from '../../../server/core/share';
import { Progress } from '../../components/Progress';
import { useText } from '../../components/text';

interface Props {
  readonly words: string;
  /** From 0 to 1, where it is known. */
  readonly part: number | null;
  readonly onCancel: () => void;
}

/** Something large is under way, and can be broken off. */
export const Waiting = ({ words, part, onCancel }: Props) => {
  const text = useText();
  return (
    <Flex direction="column" gap={4} background="neutral0" shadow="tableShadow" hasRadius padding={8}>
      <Typography role="status" fontWeight="bold" tag="p">
        {words}
      </Typography>
      {part === null ? (
        <div aria-hidden>
          <Loader small />
        </div>
      ) : (
        <Progress label={words} value={progressPercent(part, 1)} />
      )}
      <Button variant="tertiary" onClick={onCancel}>
        {text('import.cancel')}
      </Button>
    </Flex>
  );
};
