import { useEffect, useRef } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useLatestAudit, useStartAudit } from '../../api/audits';
import { Progress } from '../../components/Progress';
import { shareText } from '../../components/share-text';
import { useText } from '../../components/text';
import { useReason } from '../../components/use-reason';
import { useNaming } from '../../components/VocabularyGate';

/** The very first opening: reads the library by itself, so that the page has something to tell without any set-up. */
export const FirstAudit = () => {
  const text = useText();
  const reasonOf = useReason();
  const { can } = useNaming();
  const { data: latest } = useLatestAudit();
  const { mutate: start, error } = useStartAudit();
  const begun = useRef(false);
  const never = latest === null;
  const failed = latest?.status === 'failed';

  useEffect(() => {
    if (!never || !can.audit || begun.current) return;
    begun.current = true;
    start();
  }, [never, can.audit, start]);

  const failure = error ? reasonOf(error) : failed && latest.error;
  if (failure) {
    return (
      <Surface title={text('first.failed')} note={failure}>
        {can.audit && <Button onClick={() => start()}>{text('failure.retry')}</Button>}
      </Surface>
    );
  }
  if (never && !can.audit) return <Surface title={text('first.none')} note={text('first.none.text')} />;
  return (
    <Surface title={text('first.title')} note={text('first.text')}>
      <Box width="100%" maxWidth="40rem" aria-live="polite">
        <Progress value={latest?.progress ?? 0} label={text('refresh.progress')} />
        {latest && latest.progress > 0 && (
          <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={2}>
            {text('first.progress', { share: shareText(text, latest.progress, 100) })}
          </Typography>
        )}
      </Box>
    </Surface>
  );
};

interface SurfaceProps {
  readonly title: string;
  readonly note: string;
  readonly children?: React.ReactNode;
}

const Surface = ({ title, note, children }: SurfaceProps) => (
  <Box background="neutral0" shadow="tableShadow" hasRadius padding={8}>
    <Flex direction="column" alignItems="flex-start" gap={4}>
      <Box>
        <Typography tag="h2" variant="beta">
          {title}
        </Typography>
        <Typography tag="p" textColor="neutral600" paddingTop={1}>
          {note}
        </Typography>
      </Box>
      {children}
    </Flex>
  </Box>
);
