import { Typography } from '@strapi/design-system';
import { FormattedNumber } from 'react-intl';
import type { SourceBody, SourceKind } from '../../../server/core/consumption-api';
import { daysOf, dayLine, type LineDay } from '../../components/evidence/day-line';
import { DayChart } from '../../components/evidence/DayChart';
import { useText, type TextKey } from '../../components/text';
import { useDay } from '../../components/use-day';
import { useTypeName } from './use-type-name';

interface Props {
  readonly source: SourceBody;
  readonly window: { readonly from: string; readonly to: string };
}

const KIND_TEXT = {
  import: 'source.import',
  tracker: 'source.tracker',
} as const satisfies Record<SourceKind, TextKey>;

/** One source over all that it measures: its own line of views per day, then a band for each content type and locale. */
export const SourceRows = ({ source, window }: Props) => {
  const text = useText();
  const day = useDay();
  const { kind, name, views, from, to, bands } = source;
  const perType = bands.map((band) => ({ ...band, line: daysOf(window, band.measured, band.days) }));
  const allDays = sumOf(perType.map(({ line }) => line));
  const hasDays = bands.some(({ days }) => days.length > 0);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={hasDays ? 3 : 4} style={{ whiteSpace: 'normal' }}>
          <Typography fontWeight="bold" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {text('source.about', { kind: text(KIND_TEXT[kind]), views, from: day(from), to: day(to) })}
          </Typography>
        </th>
        {hasDays && (
          <td data-band>
            <DayChart
              line={dayLine(allDays.map(({ views: count }) => ({ views: count, isMeasured: true })))}
              label={text('measurement.perDay', { views: viewsIn(allDays), most: mostIn(allDays) })}
              height={4}
            />
          </td>
        )}
      </tr>
      {perType.map((band) => (
        <BandRow key={`${band.uid} ${band.locale}`} band={band} window={window} />
      ))}
    </tbody>
  );
};

interface BandProps {
  readonly band: SourceBody['bands'][number] & { readonly line: readonly LineDay[] };
  readonly window: Props['window'];
}

const BandRow = ({ band: { uid, locale, measured, days, line }, window }: BandProps) => {
  const text = useText();
  const day = useDay();
  const nameOf = useTypeName();
  const name = nameOf(uid, locale);
  const measuredDays = line.filter(({ isMeasured }) => isMeasured).length;
  const runs = measured
    .filter(({ from, to }) => from <= window.to && to >= window.from)
    .map(({ from, to }) => (from === to ? day(from) : text('measurement.run', { from: day(from), to: day(to) })));
  const label =
    runs.length === 0
      ? text('measurement.band.none', { name })
      : text('measurement.band', { name, runs: runs.join(', ') });
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-numeric>{text('measurement.measuredOf', { measured: measuredDays, days: line.length })}</td>
      {/* A file tells how many views there were in all its days, not in which. */}
      <td data-numeric>{days.length > 0 && <FormattedNumber value={viewsIn(line)} />}</td>
      <td data-band title={label}>
        <DayChart line={dayLine(line)} label={label} height={2} />
      </td>
    </tr>
  );
};

const sumOf = (lines: readonly (readonly LineDay[])[]): readonly LineDay[] =>
  (lines[0] ?? []).map((_day, at) => ({
    views: lines.reduce((sum, line) => sum + (line[at]?.views ?? 0), 0),
    isMeasured: lines.some((line) => line[at]?.isMeasured),
  }));

const viewsIn = (line: readonly LineDay[]): number => line.reduce((sum, { views }) => sum + views, 0);

const mostIn = (line: readonly LineDay[]): number => Math.max(0, ...line.map(({ views }) => views));
