import { Button, LinkButton, Menu } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { Link, useNavigate } from 'react-router-dom';
import { draftLink } from '../../components/entry-links';
import { useText } from '../../components/text';
import type { CellRef } from './selection';
import { useDraftTypes } from './draft-types';
import { NoDraft } from './NoDraft';

interface Props {
  readonly cell: CellRef;
  /** "Finance lead · Onboarding": tells several such buttons on a page apart. */
  readonly name: string;
  readonly contentType: string | undefined;
  readonly locale: string | undefined;
  readonly variant?: 'default' | 'tertiary';
  /** Says why there is no button for who may not; a list of many says it once itself. */
  readonly explains?: boolean;
}

/** Opens the create page with persona and stage preselected; asks for the content type where there are several. */
export const StartDraft = ({ cell, name, contentType, locale, variant = 'default', explains = false }: Props) => {
  const text = useText();
  const navigate = useNavigate();
  const types = useDraftTypes(contentType);
  const linkTo = (uid: string, localized: boolean) =>
    draftLink(uid, { ...cell, locale: localized ? locale : undefined });
  const label = text('draft.start.for', { name });
  const [only] = types;

  if (!only) return explains ? <NoDraft /> : null;
  if (types.length === 1) {
    return (
      <LinkButton
        tag={Link}
        to={linkTo(only.uid, only.localized)}
        variant={variant}
        size="S"
        startIcon={<Pencil />}
        aria-label={label}
      >
        {text('draft.start')}
      </LinkButton>
    );
  }
  return (
    <Menu.Root>
      <Menu.Trigger tag={Button} variant={variant} size="S" startIcon={<Pencil />} aria-label={label}>
        {text('draft.start')}
      </Menu.Trigger>
      <Menu.Content popoverPlacement="bottom-end">
        {types.map(({ uid, displayName, localized }) => (
          <Menu.Item key={uid} onSelect={() => navigate(linkTo(uid, localized))}>
            {displayName}
          </Menu.Item>
        ))}
      </Menu.Content>
    </Menu.Root>
  );
};
