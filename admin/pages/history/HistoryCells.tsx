import { Td, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { RelativeDate } from '../../components/RelativeDate';
import { useText } from '../../components/text';

interface Props {
  /** ISO 8601 */
  readonly at: string;
  readonly by: string | null;
  readonly what: string;
  /** More of it, below. */
  readonly detail?: string;
  readonly result: ReactNode;
  /** Where it stands, and the way back. */
  readonly children: ReactNode;
}

/** The cells of one line of the history. */
export const HistoryCells = ({ at, by, what, detail, result, children }: Props) => {
  const text = useText();
  return (
    <>
      <Td>
        <Typography textColor="neutral800">
          <RelativeDate date={at} />
        </Typography>
      </Td>
      <Td>
        <Typography textColor="neutral800">{by ?? text('history.nobody')}</Typography>
      </Td>
      <Td style={WRAPPING}>
        <Typography textColor="neutral800">{what}</Typography>
        {detail !== undefined && (
          <Typography variant="pi" textColor="neutral600" tag="p">
            {detail}
          </Typography>
        )}
      </Td>
      <Td style={WRAPPING}>
        <Typography textColor="neutral800">{result}</Typography>
      </Td>
      <Td>{children}</Td>
    </>
  );
};

/** Wide enough that a tablet breaks between words and not within them. */
const WRAPPING = { whiteSpace: 'normal', overflowWrap: 'anywhere', minWidth: '20rem' } as const;
