import { useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import type { AnalyticsBody, SharedPath } from '../../../../server/core/analytics-api';
import { useOverridePath } from '../../../api/analytics';
import { Card } from '../../../components/Card';
import { InlineButton } from '../../../components/InlineButton';
import { useText } from '../../../components/text';
import { useFailureNotification } from '../../../components/use-failure-notification';
import { MapDialog } from './MapDialog';
import { PathsTable } from './PathsTable';

interface Props {
  readonly body: AnalyticsBody;
  readonly onMapped: () => void;
}

/** Paths that belong to no entry, or to several, by views: they are what is wrong with the mapping. */
export const MapPaths = ({ body: { unmatched, ambiguous }, onMapped }: Props) => {
  const text = useText();
  const sharedText = useSharedText();
  const [asked, setAsked] = useState<string | null>(null);
  const [mapped, setMapped] = useState<readonly Mapped[]>([]);
  return (
    <>
      {mapped.length > 0 && (
        <MappedNow
          mapped={mapped}
          onTakenBack={(path) => {
            setMapped(mapped.filter((one) => one.path !== path));
            onMapped();
          }}
        />
      )}
      {ambiguous.paths > 0 && (
        <PathsTable
          title={text('analytics.ambiguous', { count: ambiguous.paths })}
          intro={text('analytics.ambiguous.text', { views: ambiguous.views })}
          list={ambiguous}
          note={sharedText}
          onMap={setAsked}
        />
      )}
      {unmatched.paths > 0 && (
        <PathsTable
          title={text('analytics.unmatched', { count: unmatched.paths })}
          intro={text('analytics.unmatched.text')}
          list={unmatched}
          onMap={setAsked}
        />
      )}
      {asked !== null && (
        <MapDialog
          path={asked}
          onClose={() => setAsked(null)}
          onMapped={(title) => {
            setMapped([...mapped.filter(({ path }) => path !== asked), { path: asked, title }]);
            onMapped();
          }}
        />
      )}
    </>
  );
};

interface Mapped {
  readonly path: string;
  readonly title: string;
}

const MappedNow = ({
  mapped,
  onTakenBack,
}: {
  readonly mapped: readonly Mapped[];
  readonly onTakenBack: (path: string) => void;
}) => {
  const text = useText();
  const override = useOverridePath();
  const notifyFailure = useFailureNotification();
  const takeBack = (path: string) =>
    override.mutate({ path, entry: null }, { onSuccess: () => onTakenBack(path), onError: notifyFailure });
  return (
    <Card title={text('analytics.mapped')}>
      <Flex tag="ul" direction="column" alignItems="flex-start" gap={2}>
        {mapped.map(({ path, title }) => (
          <Typography key={path} tag="li" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
            {text('analytics.mapped.one', { path, title })}{' '}
            <InlineButton disabled={override.isPending} onClick={() => takeBack(path)}>
              {text('analytics.mapped.undo')}
            </InlineButton>
          </Typography>
        ))}
      </Flex>
    </Card>
  );
};

const useSharedText = () => {
  const text = useText();
  return ({ entries, shared }: SharedPath): string => {
    if (entries.length === 0) return text('analytics.ambiguous.hidden', { count: shared });
    const names = entries.map(({ title, documentId }) => title ?? documentId).join(', ');
    return text('analytics.ambiguous.entries', { count: shared, names, more: shared - entries.length });
  };
};
