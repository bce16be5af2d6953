import { Box, LinkButton, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { PERSONA_SETTINGS } from '../../settings/pages';
import { useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';

/** A heatmap needs rows: the way to the first persona, for those who may take it. */
export const NoPersonas = () => {
  const text = useText();
  const { can } = useNaming();
  return (
    <Box padding={2} paddingBottom={4}>
      <Typography tag="p" paddingBottom={3}>
        {text(can.settings ? 'coverage.noPersonas' : 'coverage.noPersonas.ask')}
      </Typography>
      {can.settings && (
        <LinkButton tag={Link} to={PERSONA_SETTINGS} variant="secondary">
          {text('coverage.noPersonas.add')}
        </LinkButton>
      )}
    </Box>
  );
};
