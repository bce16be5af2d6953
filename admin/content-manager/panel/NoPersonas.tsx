import { Flex, Typography } from '@strapi/design-system';
import { useText } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import { PERSONA_SETTINGS } from '../../settings/pages';

/** Nobody has said yet for whom content is made. */
export const NoPersonas = ({ canAdd }: { readonly canAdd: boolean }) => {
  const text = useText();
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography variant="pi" textColor="neutral600">
        {text(canAdd ? 'panel.noPersonas' : 'panel.noPersonas.ask')}
      </Typography>
      {canAdd && (
        <Typography variant="pi">
          <TextLink to={PERSONA_SETTINGS}>{text('panel.noPersonas.add')}</TextLink>
        </Typography>
      )}
    </Flex>
  );
};
