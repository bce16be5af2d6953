import type { ReactNode } from 'react';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { UseQueryResult } from '@tanstack/react-query';
import { isForbidden } from '../api/failure';
import { useVocabulary } from '../api/vocabulary';
import { useAuditedTypesFrom } from '../content-manager/use-audited-types-from';
import { FailureState } from '../components/FailureState';
import { LayersInTheme } from '../components/LayersInTheme';
import { useText, type TextKey } from '../components/text';

interface Props<Data> {
  readonly title: TextKey;
  readonly subtitle: TextKey;
  readonly action?: ReactNode;
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** The frame of a settings page in Strapi's own idiom, with its loading, failed and forbidden states. */
export const SettingsPage = <Data,>({ title, subtitle, action, query, children }: Props<Data>) => {
  const text = useText();
  const { data: vocabulary } = useVocabulary();
  useAuditedTypesFrom(vocabulary);
  const { data, error, refetch } = query;
  if ((vocabulary && !vocabulary.can.settings) || isForbidden(error)) return <Page.NoPermissions />;
  if (data === undefined && !error) return <Page.Loading />;

  return (
    <Page.Main>
      <LayersInTheme />
      <Page.Title>{text(title)}</Page.Title>
      <Layouts.Header
        title={text(title)}
        subtitle={text(subtitle)}
        primaryAction={data === undefined ? null : action}
      />
      <Layouts.Content>
        {data === undefined ? <FailureState error={error} onRetry={() => void refetch()} /> : children(data)}
      </Layouts.Content>
    </Page.Main>
  );
};
