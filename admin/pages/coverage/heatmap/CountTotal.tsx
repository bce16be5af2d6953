import type { Count } from '../../../../server/core/api';
import { useText } from '../../../components/text';
import { largestTotal } from './row-parts';
import { Total } from './Total';
import type { FocusProps } from './use-roving-focus';

interface Props {
  /** Of the row or column. */
  readonly name: string;
  readonly count: Count | undefined;
  /** All totals of that axis. */
  readonly among: Readonly<Record<string, Count>>;
  readonly to: string;
  readonly focus: ReturnType<FocusProps>;
}

/** How many distinct current entries a row or column holds. */
export const CountTotal = ({ name, count = { current: 0, old: 0 }, among, to, focus }: Props) => {
  const text = useText();
  return (
    <Total
      name={text('total.of', { name })}
      number={count.current}
      largest={largestTotal(among)}
      title={count.old > 0 ? text('total.old', { count: count.old }) : undefined}
      to={to}
      focus={focus}
    />
  );
};
