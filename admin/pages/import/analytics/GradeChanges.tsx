import { Typography } from '@strapi/design-system';
import type { GradeChange } from '../../../../server/core/analytics-api';
import { Card } from '../../../components/Card';
import { GRADE_STYLE } from '../../../components/evidence/grade-style';
import { useText } from '../../../components/text';

/** How many entries would be graded otherwise, and how. */
export const GradeChanges = ({ grades }: { readonly grades: readonly GradeChange[] | null }) => {
  const text = useText();
  if (grades === null) return null;
  return (
    <Card title={text('analytics.grades')}>
      {grades.length === 0 && <Typography>{text('analytics.grades.none')}</Typography>}
      <ul>
        {grades.map(({ from, to, entries }) => (
          <Typography key={`${from} ${to}`} tag="li">
            {text('analytics.grades.change', {
              entries,
              from: text(GRADE_STYLE[from].label),
              to: text(GRADE_STYLE[to].label),
            })}
          </Typography>
        ))}
      </ul>
    </Card>
  );
};
