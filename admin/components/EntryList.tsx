import { styled } from 'styled-components';
import type { InventoryRow } from '../../server/core/api';
import { viewsShown } from '../../server/core/consumption-api';
import { entryKey } from '../../server/core/vocabulary';
import { useNaming } from './VocabularyGate';
import { Chip } from './Chip';
import { editLink } from './entry-links';
import { RelativeDate } from './RelativeDate';
import { STATUS_TEXT } from './vocabulary-text';
import { useText } from './text';
import { TextLink } from './TextLink';
import { viewsText } from './views-text';

interface Props {
  readonly rows: readonly InventoryRow[];
  /** How often each was viewed. */
  readonly showsViews?: boolean;
}

/** Entries as a short list: title leading to its edit page, and what tells two of them apart. */
export const EntryList = ({ rows, showsViews = false }: Props) => {
  const text = useText();
  const { defaultLocale } = useNaming();
  return (
    <List>
      {rows.map((row) => (
        <li key={entryKey(row)}>
          <TextLink to={editLink(row, defaultLocale)}>{row.title}</TextLink>{' '}
          {!row.current && <Chip>{text('age.old')}</Chip>}
          <Detail>
            {row.contentType} · {text(STATUS_TEXT[row.status])} · <RelativeDate date={row.updatedAt} />
            {row.owner !== null && <> · {row.owner}</>}
            {showsViews && <> · {viewsText(text, viewsShown(row.evidence))}</>}
          </Detail>
        </li>
      ))}
    </List>
  );
};

const List = styled.ul`
  display: grid;
  font-size: 1.4rem;
  line-height: 2rem;

  li {
    padding: 0.8rem 0;
    overflow-wrap: anywhere;
  }

  li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

const Detail = styled.span`
  display: block;
  font-size: 1.2rem;
  line-height: 1.6rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;
