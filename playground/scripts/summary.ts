import type { CoverageBody, CoverageCell } from '../../server/core/api';

/** Coverage as a text table: personas down, stages across, what matters in words. */
export const coverageText = (coverage: CoverageBody): string => {
  const { personas, stages, cells, everyone, totals } = coverage;
  const headline = `${totals.placed - totals.excluded} of ${totals.entries} published entries placed in a journey, ${totals.excluded} not part of one, ${totals.toPlace} to place`;
  if (personas.length === 0) return `${headline}: there is no persona yet`;
  const header = ['', ...stages.map(({ name }) => name), 'Entries'];
  const rows = personas.map(({ key, name }) => [
    name,
    ...stages.map((stage) => cellText(cells.find((cell) => cell.persona === key && cell.stage === stage.key))),
    String(totals.personas[key]?.current ?? 0),
  ]);
  const shared = stages.map(({ key }) => String(everyone.find(({ stage }) => stage === key)?.current ?? 0));
  const sums = stages.map(({ key }) => String(totals.stages[key]?.current ?? 0));
  return [headline, '', ...tableLines([header, ...rows, ['Everyone', ...shared, ''], ['Entries', ...sums, '']])].join(
    '\n'
  );
};

const cellText = (cell: CoverageCell | undefined): string => {
  if (cell === undefined) return '';
  if (cell.notNeeded !== null) return '–';
  const word = cell.verdict === 'gap' || cell.verdict === 'thin' ? ` ${cell.verdict}` : '';
  const old = cell.old > 0 ? ` +${cell.old} old` : '';
  return `${cell.current}${word}${old}`;
};

const tableLines = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  );
};
