import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { BulkChange, PlacingBody } from '../../../server/core/placing-api';
import { InlineButton } from '../InlineButton';
import { useText } from '../text';
import { useReason } from '../use-reason';
import { Examples } from './Examples';
import { useCountsText } from './use-counts-text';

interface Props {
  /** `undefined`: nothing known yet. */
  readonly preview: PlacingBody | null | undefined;
  /** What was chosen, where it is a placement. */
  readonly change: BulkChange | undefined;
  readonly error: unknown;
  /** What is shown belongs to the choice before. */
  readonly renewing: boolean;
  readonly onRetry: () => void;
}

/** What would happen, before it does: counts in one sentence, and some entries before and after. */
export const PlacePreview = ({ preview, change, error, renewing, onRetry }: Props) => {
  const text = useText();
  const reasonOf = useReason();
  const countsText = useCountsText();
  const { sentence, details } = preview
    ? countsText('will', preview.counts, change)
    : { sentence: text(renewing ? 'place.preview.loading' : 'place.preview.choose'), details: [] };

  if (error) {
    return (
      <Frame>
        <Typography role="alert" textColor="danger600" tag="div">
          {reasonOf(error)} · <InlineButton onClick={onRetry}>{text('failure.retry')}</InlineButton>
        </Typography>
      </Frame>
    );
  }
  return (
    <Frame aria-busy={renewing} style={{ opacity: renewing ? 0.6 : 1 }}>
      <div role="status">
        <Typography fontWeight={preview ? 'bold' : 'regular'} textColor="neutral800" tag="p">
          {sentence}
        </Typography>
        {details.map((detail) => (
          <Typography key={detail} variant="pi" textColor="neutral800" tag="p" paddingTop={1}>
            {detail}
          </Typography>
        ))}
      </div>
      {preview && <Examples examples={preview.examples} />}
    </Frame>
  );
};

const Frame = styled.div`
  display: grid;
  gap: 1.2rem;
  padding: 1.6rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
`;
