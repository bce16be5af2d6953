import { Page } from '@strapi/strapi/admin';
import { FailureState } from '../../components/FailureState';
import { useNaming } from '../../components/VocabularyGate';
import { SetupFrame } from './SetupFrame';
import { useSetupDraft } from './use-setup-draft';
import { useSetupFacts } from './use-setup-facts';

/** The first run: from an untagged library to a heatmap; nothing is saved before *Apply*. */
export const SetupPage = () => {
  const { can } = useNaming();
  return can.settings ? <Guided /> : <Page.NoPermissions />;
};

const Guided = () => {
  const draft = useSetupDraft();
  const { facts, failed } = useSetupFacts(draft.draft);
  if (failed) return <FailureState error={failed.error} onRetry={() => void failed.refetch()} />;
  return facts ? <SetupFrame facts={facts} {...draft} /> : <Page.Loading />;
};
