import { Typography } from '@strapi/design-system';
import { useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';

/** Why somebody is offered no draft to start. */
export const NoDraft = () => {
  const text = useText();
  const { can } = useNaming();
  return (
    <Typography variant="pi" textColor="neutral600">
      {text(can.tag ? 'draft.mayNotCreate' : 'draft.mayNotPlace')}
    </Typography>
  );
};
