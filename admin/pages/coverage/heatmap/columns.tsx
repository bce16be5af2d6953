import type { HeatmapModel } from './heatmap-model';

/** Below this width the table scrolls sideways instead of squeezing its words. */
export const minWidthOf = ({ buyer, customer, showsPurchase, showsStageNotSet }: HeatmapModel) => {
  const stages = buyer.length + customer.length;
  const extras = 1 + Number(showsPurchase) + Number(showsStageNotSet);
  return `${15 + stages * 8.2 + extras * 6.4 + (stages + extras + 2) * 0.6}rem`;
};

/** Equal columns for all stages: the eye compares fields of one size. */
export const Columns = ({
  model: { buyer, customer, showsPurchase, showsStageNotSet },
}: {
  readonly model: HeatmapModel;
}) => (
  <colgroup>
    <col style={{ width: '15rem' }} />
    {buyer.map(({ key }) => (
      <col key={key} />
    ))}
    {showsPurchase && <col style={{ width: '6.4rem' }} />}
    {customer.map(({ key }) => (
      <col key={key} />
    ))}
    {showsStageNotSet && <col style={{ width: '6.4rem' }} />}
    <col style={{ width: '6.4rem' }} />
  </colgroup>
);
