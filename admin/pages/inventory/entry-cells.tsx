import { Flex, Status, Typography } from '@strapi/design-system';
import { FormattedDate } from 'react-intl';
import type { InventoryRow } from '../../../server/core/api';
import type { Status as EntryStatus } from '../../../server/core/vocabulary';
import { Chip } from '../../components/Chip';
import { editLink, inventoryLink } from '../../components/entry-links';
import { findingText } from '../../components/finding-text';
import { RelativeDate } from '../../components/RelativeDate';
import { Message, useText } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import { TitleLink } from '../../components/TitleLink';
import { useNaming } from '../../components/VocabularyGate';
import { STATUS_TEXT } from '../../components/vocabulary-text';

const STATUS_VARIANT = { draft: 'secondary', published: 'success', modified: 'alternative' } as const satisfies Record<
  EntryStatus,
  string
>;

interface Props {
  readonly row: InventoryRow;
}

/** Its title, leading to the Content Manager's edit page, over its path; says when the row is ahead of the numbers. */
export const TitleCell = ({ row }: Props) => {
  const text = useText();
  const { defaultLocale } = useNaming();
  return (
    <TitleLink to={editLink(row, defaultLocale)} title={row.title}>
      {row.path !== null && (
        <Typography variant="pi" textColor="neutral600" ellipsis maxWidth="30rem" title={row.path}>
          {row.path}
        </Typography>
      )}
      {row.now && (
        <Typography variant="pi" textColor="neutral600" tag="p" title={text('inventory.updating.hint')}>
          {text('inventory.updating')}
        </Typography>
      )}
    </TitleLink>
  );
};

/** Its content type, over its locales. */
export const TypeCell = ({ row }: Props) => (
  <>
    <Typography textColor="neutral800" style={{ whiteSpace: 'nowrap' }}>
      {row.contentType}
    </Typography>
    {row.locales.length > 0 && (
      <Typography variant="pi" textColor="neutral600" tag="p">
        {row.locale ?? row.locales.join(', ')}
      </Typography>
    )}
  </>
);

/** Strapi's own words for its status. */
export const StatusCell = ({ row }: Props) => {
  const text = useText();
  return (
    <Status variant={STATUS_VARIANT[row.status]} size="XS" width="fit-content">
      <Typography tag="span" variant="pi" fontWeight="bold">
        {text(STATUS_TEXT[row.status])}
      </Typography>
    </Status>
  );
};

/** What was found about it. */
export const FindingsCell = ({ row }: Props) => {
  const text = useText();
  return (
    <Flex gap={1} wrap="wrap" maxWidth="20rem" minWidth={row.findings.length > 0 ? '14rem' : 0}>
      {row.findings.map((finding) => (
        <Chip key={finding}>{findingText(text, finding, row.ageBy)}</Chip>
      ))}
    </Flex>
  );
};

/** Who answers for it, leading to all of theirs. */
export const OwnerCell = ({ row }: Props) => {
  const text = useText();
  if (row.owner === null) return null;
  return (
    <>
      <Typography style={{ whiteSpace: 'nowrap' }}>
        <TextLink to={inventoryLink({ owner: row.owner })}>{row.owner}</TextLink>
      </Typography>
      {row.ownerState !== null && row.ownerState !== 'active' && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {text(row.ownerState === 'blocked' ? 'owner.blocked' : 'owner.gone')}
        </Typography>
      )}
    </>
  );
};

/** When it was last edited, over its mapped content date. */
export const EditedCell = ({ row }: Props) => (
  <div style={{ whiteSpace: 'nowrap' }}>
    <Typography textColor="neutral800">
      <RelativeDate date={row.updatedAt} />
    </Typography>
    {row.contentDate !== null && (
      <Typography variant="pi" textColor="neutral600" tag="p">
        <Message id="inventory.dated" values={{ date: <FormattedDate value={row.contentDate} dateStyle="medium" /> }} />
      </Typography>
    )}
  </div>
);
