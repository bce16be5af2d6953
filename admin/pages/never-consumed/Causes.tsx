import { styled } from 'styled-components';
import type { NeverConsumedBody } from '../../../server/core/consumption-api';
import type { UnmeasuredReason } from '../../../server/core/evidence/evidence';
import { Card } from '../../components/Card';
import { PAGES } from '../../components/entry-links';
import { CAUSE_TEXT } from '../../components/evidence/grade-style';
import { useText, type TextKey } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import { useNaming } from '../../components/VocabularyGate';
import { SETTINGS_LINKS } from '../../settings/pages';
import type { Action } from '../../../server/core/actions';
import { causeLink, type SilenceFilters } from './silence-url';

interface Props {
  readonly groups: NeverConsumedBody;
  /** Of the list, with the cause that it shows. */
  readonly filters: SilenceFilters;
}

interface Fix {
  readonly advice: TextKey;
  readonly action: TextKey;
  readonly to: string;
  /** Who may do it. */
  readonly needs: Action;
}

const FIX = {
  'no-source': { advice: 'cause.noSource.fix', action: 'cause.noSource.do', to: PAGES.import, needs: 'tag' },
  interrupted: {
    advice: 'cause.interrupted.fix',
    action: 'cause.interrupted.do',
    to: PAGES.measurement,
    needs: 'read',
  },
  'url-unmapped': {
    advice: 'cause.urlUnmapped.fix',
    action: 'cause.urlUnmapped.do',
    to: `/settings/${SETTINGS_LINKS.contentTypes}`,
    needs: 'settings',
  },
  'below-cut-off': {
    advice: 'cause.belowCutOff.fix',
    action: 'cause.belowCutOff.do',
    to: PAGES.import,
    needs: 'tag',
  },
  'address-changed': {
    advice: 'cause.addressChanged.fix',
    action: 'cause.belowCutOff.do',
    to: PAGES.import,
    needs: 'tag',
  },
} as const satisfies Record<UnmeasuredReason, Fix>;

/** Why entries cannot be judged: each cause with its entries, what helps, and the way to do it. */
export const Causes = ({ groups: { cannotJudge, isExact }, filters }: Props) => {
  const text = useText();
  const { can } = useNaming();
  const found = cannotJudge.filter(({ entries }) => entries > 0);
  if (found.length === 0) return null;
  return (
    <Card title={text('never.causes')}>
      <ul>
        {found.map(({ reason, entries }) => {
          const { advice, action, to, needs } = FIX[reason];
          return (
            <Cause key={reason} aria-current={reason === filters.evidenceReason}>
              <span>
                <strong>{text(CAUSE_TEXT[reason])}</strong>{' '}
                <TextLink to={causeLink(filters, reason)}>
                  {text(isExact ? 'total.exact' : 'total.atLeast', { total: entries })}
                </TextLink>
              </span>
              <span>{text(advice)}</span>
              {can[needs] && <TextLink to={to}>{text(action)}</TextLink>}
            </Cause>
          );
        })}
      </ul>
    </Card>
  );
};

const Cause = styled.li`
  display: grid;
  grid-template-columns: minmax(20rem, 1fr) minmax(0, 2fr) auto;
  gap: 0.4rem 2.4rem;
  align-items: baseline;
  padding: 1.2rem 0;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral700};

  strong {
    display: block;
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral800};
  }

  & + & {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }

  @media (max-width: 1023px) {
    grid-template-columns: minmax(0, 1fr);
  }
`;
