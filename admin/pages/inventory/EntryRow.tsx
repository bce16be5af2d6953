import { Checkbox, Flex, Status, Td, Tr, Typography } from '@strapi/design-system';
import { FormattedDate } from 'react-intl';
import type { InventoryRow } from '../../../server/core/api';
import type { Status as EntryStatus } from '../../../server/core/vocabulary';
import { Chip } from '../../components/Chip';
import { editLink, inventoryLink } from '../../components/entry-links';
import { findingText } from '../../components/finding-text';
import { RelativeDate } from '../../components/RelativeDate';
import { Message, useText } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import { useNaming } from '../../components/VocabularyGate';
import { STATUS_TEXT } from '../../components/vocabulary-text';
import { DecisionCell } from './DecisionCell';
import { PlacementCell } from './PlacementCell';

const STATUS_VARIANT = { draft: 'secondary', published: 'success', modified: 'alternative' } as const satisfies Record<
  EntryStatus,
  string
>;

/** Strapi's table cells keep their text on one line; titles and findings are sentences. */
const WRAPPING = { whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;

interface Props {
  readonly row: InventoryRow;
  readonly isSelected: boolean;
  /** Left out: nothing can be done with a selection. */
  readonly onToggle?: (() => void) | undefined;
}

/** One entry: its title leads to the Content Manager's edit page. */
export const EntryRow = ({ row, isSelected, onToggle }: Props) => {
  const text = useText();
  const { defaultLocale } = useNaming();
  return (
    <Tr>
      {onToggle && (
        <Td>
          <Checkbox
            aria-label={text('selection.entry', { title: row.title })}
            checked={isSelected}
            onCheckedChange={onToggle}
          />
        </Td>
      )}
      <Td>
        <Flex direction="column" alignItems="flex-start" maxWidth="30rem" minWidth="18rem" style={WRAPPING}>
          <Typography>
            <TextLink to={editLink(row, defaultLocale)}>{row.title}</TextLink>
          </Typography>
          {row.path !== null && (
            <Typography variant="pi" textColor="neutral600" ellipsis maxWidth="30rem" title={row.path}>
              {row.path}
            </Typography>
          )}
        </Flex>
      </Td>
      <Td>
        <Typography textColor="neutral800">{row.contentType}</Typography>
        {row.locales.length > 0 && (
          <Typography variant="pi" textColor="neutral600" tag="p">
            {row.locale ?? row.locales.join(', ')}
          </Typography>
        )}
      </Td>
      <Td>
        <Status variant={STATUS_VARIANT[row.status]} size="XS">
          <Typography tag="span" variant="pi" fontWeight="bold">
            {text(STATUS_TEXT[row.status])}
          </Typography>
        </Status>
      </Td>
      <Td>
        <PlacementCell row={row} />
      </Td>
      <Td>
        <Flex gap={1} wrap="wrap" maxWidth="20rem" minWidth={row.findings.length > 0 ? '14rem' : 0} style={WRAPPING}>
          {row.findings.map((finding) => (
            <Chip key={finding}>{findingText(text, finding)}</Chip>
          ))}
        </Flex>
      </Td>
      <Td style={WRAPPING}>{row.decision && <DecisionCell decision={row.decision} />}</Td>
      <Td>
        {row.owner !== null && (
          <>
            <Typography>
              <TextLink to={inventoryLink({ owner: row.owner })}>{row.owner}</TextLink>
            </Typography>
            {row.ownerState !== null && row.ownerState !== 'active' && (
              <Typography variant="pi" textColor="neutral600" tag="p">
                {text(row.ownerState === 'blocked' ? 'owner.blocked' : 'owner.gone')}
              </Typography>
            )}
          </>
        )}
      </Td>
      <Td>
        <Typography textColor="neutral800">
          <RelativeDate date={row.updatedAt} />
        </Typography>
        {row.contentDate !== null && (
          <Typography variant="pi" textColor="neutral600" tag="p">
            <Message
              id="inventory.dated"
              values={{ date: <FormattedDate value={row.contentDate} dateStyle="medium" /> }}
            />
          </Typography>
        )}
      </Td>
    </Tr>
  );
};
