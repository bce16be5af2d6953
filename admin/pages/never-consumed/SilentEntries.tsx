import { Flex, Typography } from '@strapi/design-system';
import { useLocation } from 'react-router-dom';
import type { InventoryBody } from '../../../server/core/api';
import type { NeverConsumedBody } from '../../../server/core/consumption-api';
import { SILENCES, type Silence } from '../../../server/core/evidence/silence';
import { SILENCE_TEXT } from '../../components/evidence/grade-style';
import { SegmentedControl } from '../../components/SegmentedControl';
import { useText, type TextKey } from '../../components/text';
import { FilterBar } from '../inventory/FilterBar';
import { InventoryContent } from '../inventory/InventoryContent';
import { totalText } from '../inventory/total-text';
import { Causes } from './Causes';
import { FirstAdvice } from './FirstAdvice';
import { SILENCE_COLUMNS } from './silence-columns';
import { SILENCE_FILTERS, unjudged, type useSilenceUrl } from './silence-url';

interface Props {
  /** Under the list's filters. */
  readonly groups: NeverConsumedBody;
  readonly list: InventoryBody;
  readonly url: ReturnType<typeof useSilenceUrl>;
  readonly renewing: boolean;
}

/** The three groups, what to do about the one shown, and its entries. */
export const SilentEntries = ({ groups, list, url, renewing }: Props) => {
  const text = useText();
  const { pathname } = useLocation();
  const { filters, sort, change } = url;
  const sizes = {
    'never-viewed': groups.neverConsumed,
    watching: groups.watching,
    'cannot-judge': unjudged(groups),
    kept: groups.kept,
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <SegmentedControl
        label={text('filter.silence.show')}
        value={filters.silence}
        onChange={(silence) => change({ silence, evidenceReason: undefined })}
        options={SILENCES.filter((value) => value !== 'kept' || groups.kept > 0 || filters.silence === value).map(
          (value) => ({
            value,
            label: text(groups.isExact ? 'silence.counted' : 'silence.countedAtLeast', {
              group: text(SILENCE_TEXT[value]),
              count: groups.isExact ? sizes[value] : Math.min(sizes[value], COUNTED_UP_TO),
            }),
          })
        )}
      />
      {filters.silence === 'never-viewed' && groups.neverConsumed > 0 && <FirstAdvice />}
      {filters.silence === 'watching' && <Typography textColor="neutral700">{text('never.watching')}</Typography>}
      {filters.silence === 'kept' && <Typography textColor="neutral700">{text('never.keptUntil')}</Typography>}
      {filters.silence === 'cannot-judge' && <Causes groups={groups} filters={filters} />}
      <div>
        <FilterBar filters={filters} sort={sort} names={SILENCE_FILTERS} change={change} />
        <Typography tag="p" variant="pi" textColor="neutral600" role="status" paddingBottom={2}>
          {totalText(text, list.meta)}
        </Typography>
        <InventoryContent
          list={list}
          url={url}
          renewing={renewing}
          pathname={pathname}
          columns={SILENCE_COLUMNS}
          names={SILENCE_FILTERS}
          works={['place', 'decide', 'keep']}
          none={
            groups.measured === 0 && filters.silence === 'never-viewed'
              ? 'never.none.unmeasured'
              : NONE_TEXT[filters.silence]
          }
        />
      </div>
    </Flex>
  );
};

/** Where the server counts no further. */
const COUNTED_UP_TO = 10_000;

const NONE_TEXT = {
  'never-viewed': 'never.none.neverViewed',
  watching: 'never.none.watching',
  'cannot-judge': 'never.none.cannotJudge',
  kept: 'never.none.kept',
} as const satisfies Record<Silence, TextKey>;
