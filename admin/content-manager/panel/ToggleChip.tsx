import { Check } from '@strapi/icons';
import { css, styled } from 'styled-components';
import { tint } from '../../components/tint';

interface Props {
  readonly label: string;
  readonly pressed: boolean;
  /** Set by a rule and confirmed by nobody. */
  readonly provisional?: boolean;
  /** Where it comes from, as a tooltip. */
  readonly origin?: string | undefined;
  /** Left out: shown only. */
  readonly onToggle?: (() => void) | undefined;
}

/** One persona or stage: a button that stays pressed, so that placing an entry takes no pop-over. */
export const ToggleChip = ({ label, pressed, provisional = false, origin, onToggle }: Props) =>
  onToggle ? (
    <Chip
      type="button"
      aria-pressed={pressed}
      title={origin}
      $pressed={pressed}
      $provisional={provisional}
      onClick={onToggle}
    >
      {label}
      {pressed && (
        <Mark aria-hidden>
          <Check width="0.8rem" height="0.8rem" />
        </Mark>
      )}
    </Chip>
  ) : (
    <Chip as="span" title={origin} $pressed={pressed} $provisional={provisional}>
      {label}
    </Chip>
  );

interface ChipProps {
  readonly $pressed: boolean;
  readonly $provisional: boolean;
}

const Chip = styled.button<ChipProps>`
  position: relative;
  max-width: 100%;
  padding: 0.4rem 0.8rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  font-size: 1.2rem;
  line-height: 1.6rem;
  text-align: start;
  overflow-wrap: anywhere;

  ${({ $pressed, $provisional, theme }) =>
    $pressed &&
    css`
      border-color: ${theme.colors.primary600};
      border-style: ${$provisional ? 'dashed' : 'solid'};
      background: ${tint('primary600', $provisional ? 5 : 12)};
    `}

  &[aria-pressed] {
    cursor: pointer;
  }

  &[aria-pressed='false']:hover {
    background: ${({ theme }) => theme.colors.neutral100};
    border-color: ${({ theme }) => theme.colors.neutral300};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }
`;

/** On the corner, so that a click changes no width and the toggles around it stay where they are. */
const Mark = styled.span`
  position: absolute;
  top: -0.5rem;
  inset-inline-end: -0.5rem;
  display: grid;
  place-items: center;
  width: 1.4rem;
  height: 1.4rem;
  border-radius: 50%;
  background: ${({ theme }) => theme.colors.primary600};

  svg path {
    fill: ${({ theme }) => theme.colors.neutral0};
  }
`;
