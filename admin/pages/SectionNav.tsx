import { useAuth } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { PAGES } from '../components/entry-links';
import { useText } from '../components/text';
import { useNaming } from '../components/VocabularyGate';

/**
 * What there is and how it fares, and behind a line where the numbers come from and what was done. A strip on top, not
 * Strapi's side column: the heatmap needs the width.
 */
export const SectionNav = () => {
  const text = useText();
  const { can } = useNaming();
  const mayOpenFiles = useAuth('content-strategy', ({ permissions }) =>
    permissions.some(({ action }) => action === 'plugin::upload.read')
  );
  return (
    <Strip aria-label={text('plugin.name')}>
      <Group role="group" aria-label={text('nav.group.content')}>
        <Tab to={PAGES.coverage} end>
          {text('nav.coverage')}
        </Tab>
        <Tab to={PAGES.inventory}>{text('nav.inventory')}</Tab>
        <Tab to={PAGES.neverConsumed}>{text('nav.neverConsumed')}</Tab>
        {mayOpenFiles && <Tab to={PAGES.files}>{text('nav.files')}</Tab>}
      </Group>
      <Group role="group" aria-label={text('nav.group.sources')}>
        <Tab to={PAGES.measurement}>{text('nav.measurement')}</Tab>
        {can.tag && <Tab to={PAGES.import}>{text('nav.import')}</Tab>}
        <Tab to={PAGES.history}>{text('nav.history')}</Tab>
      </Group>
    </Strip>
  );
};

const Strip = styled.nav`
  display: flex;
  gap: 2rem;
  overflow-x: auto;
  padding: 0 1.6rem;
  background: ${({ theme }) => theme.colors.neutral0};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};

  ${({ theme }) => theme.breakpoints.medium} {
    padding: 0 2.4rem;
  }

  ${({ theme }) => theme.breakpoints.large} {
    padding: 0 5.6rem;
  }
`;

const Group = styled.div`
  display: flex;
  flex-shrink: 0;
  gap: 2rem;

  & + &::before {
    content: '';
    align-self: center;
    height: 2rem;
    border-inline-start: 1px solid ${({ theme }) => theme.colors.neutral300};
  }
`;

const Tab = styled(NavLink)`
  flex-shrink: 0;
  padding: 1.6rem 0 1.4rem;
  white-space: nowrap;
  border-bottom: 2px solid transparent;
  font-size: 1.4rem;
  line-height: 2rem;
  text-decoration: none;
  color: ${({ theme }) => theme.colors.neutral600};

  &:hover {
    color: ${({ theme }) => theme.colors.neutral800};
  }

  &.active {
    border-bottom-color: ${({ theme }) => theme.colors.primary600};
    color: ${({ theme }) => theme.colors.primary600};
    font-weight: 600;
  }
`;
