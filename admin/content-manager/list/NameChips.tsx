import { VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useText } from '../../components/text';
import { tint } from '../../components/tint';

interface Props {
  readonly personas: readonly string[];
  readonly stages: readonly string[];
  /** What is still missing, or who placed it, in words. */
  readonly hint: string | null;
}

/** The first persona and the first stage, how many more there are, and all of them as tooltip and for screen readers. */
export const NameChips = ({ personas, stages, hint }: Props) => {
  const all = [personas.join(', '), stages.join(', '), hint].filter(Boolean).join(' · ');
  return (
    <Row title={all}>
      <VisuallyHidden>{all}</VisuallyHidden>
      <Names names={personas} isPersona />
      <Names names={stages} />
    </Row>
  );
};

interface NamesProps {
  readonly names: readonly string[];
  readonly isPersona?: boolean;
}

const Names = ({ names: [first, ...more], isPersona = false }: NamesProps) => {
  const text = useText();
  if (first === undefined) return null;
  return (
    <Chip aria-hidden $isPersona={isPersona}>
      <span>{first}</span>
      {more.length > 0 && <b>{text('column.more', { count: more.length })}</b>}
    </Chip>
  );
};

const Row = styled.div`
  display: flex;
  gap: 0.4rem;
  max-width: 32rem;
`;

const Chip = styled.span<{ readonly $isPersona: boolean }>`
  display: inline-flex;
  gap: 0.4rem;
  min-width: 0;
  padding: 0.2rem 0.8rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ $isPersona, theme }) => ($isPersona ? tint('primary600', 12)({ theme }) : theme.colors.neutral150)};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.2rem;
  line-height: 1.6rem;
  white-space: nowrap;

  span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
`;
