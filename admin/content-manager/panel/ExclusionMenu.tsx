import { Flex, Menu, Typography } from '@strapi/design-system';
import { EXCLUSION_REASONS, type Exclusion, type ExclusionReason } from '../../../server/core/vocabulary';
import { InlineButton } from '../../components/InlineButton';
import { useText } from '../../components/text';
import { EXCLUSION_TEXT } from '../../components/vocabulary-text';

interface Props {
  readonly excluded: Exclusion | null;
  /** Left out: the user may look only. */
  readonly onExclude?: ((reason: ExclusionReason) => void) | undefined;
  readonly onInclude?: (() => void) | undefined;
}

/** *Not part of a journey*, with a reason, for pages that serve nobody in particular. */
export const ExclusionMenu = ({ excluded, onExclude, onInclude }: Props) => {
  const text = useText();
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      {excluded && (
        <Typography variant="pi" textColor="neutral800">
          {text('panel.excludedBecause', { reason: text(EXCLUSION_TEXT[excluded.reason]) })}
        </Typography>
      )}
      {onExclude && (
        <Menu.Root>
          <Menu.Trigger type="button" variant="ghost" size="S" paddingLeft={0} paddingRight={0}>
            {text(excluded ? 'panel.changeReason' : 'panel.exclude')}
          </Menu.Trigger>
          <Menu.Content popoverPlacement="bottom-start" maxHeight="none">
            <Menu.Label>{text('panel.exclude.reason')}</Menu.Label>
            {EXCLUSION_REASONS.map((reason) => (
              <Menu.Item key={reason} onSelect={() => onExclude(reason)}>
                {text(EXCLUSION_TEXT[reason])}
              </Menu.Item>
            ))}
          </Menu.Content>
        </Menu.Root>
      )}
      {excluded && onInclude && <InlineButton onClick={onInclude}>{text('panel.include')}</InlineButton>}
    </Flex>
  );
};
