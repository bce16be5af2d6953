import type { ReactNode } from 'react';
import { Typography, VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';

interface Props {
  readonly label: string;
  /** A hidden heading names columns of handles and buttons; a wide column, `data-wide` in its cells, gives way on tablets; a last cell of more than buttons is `data-content`. */
  readonly columns: readonly {
    readonly label: string;
    readonly hidden?: boolean;
    readonly numeric?: boolean;
    readonly wide?: boolean;
    /** Aligns tables that stand below one another. */
    readonly width?: string;
  }[];
  readonly children: ReactNode;
}

/** A table as elsewhere in Strapi's settings; the design system's own moves the focus by arrow keys, which lift rows here. */
export const SettingsTable = ({ label, columns, children }: Props) => (
  <Scroll>
    <Table aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.label}
              scope="col"
              data-numeric={column.numeric}
              data-wide={column.wide}
              style={{ width: column.width }}
            >
              {column.hidden ? (
                <VisuallyHidden>{column.label}</VisuallyHidden>
              ) : (
                <Typography variant="sigma" textColor="neutral600">
                  {column.label}
                </Typography>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </Table>
  </Scroll>
);

const Scroll = styled.div`
  overflow: auto hidden;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
`;

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral800};

  th,
  td {
    padding: 1.2rem 1.6rem;
    text-align: start;
    vertical-align: middle;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  }

  thead th {
    white-space: nowrap;
  }

  /* The handle's and the buttons' own space is enough. */
  td:first-child:has(> button) {
    width: 0;
    padding-inline: 0.4rem 0;
  }

  td:last-child:not([data-content]) {
    padding-inline: 0.4rem;
  }

  code {
    overflow-wrap: anywhere;
  }

  tbody tr:last-child > * {
    border-bottom: 0;
  }

  th[data-numeric='true'],
  td[data-numeric='true'] {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  @media (max-width: 1023px) {
    [data-wide='true'] {
      display: none;
    }
  }
`;
