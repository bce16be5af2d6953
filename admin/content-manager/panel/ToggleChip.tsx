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
      {pressed && <Check width="1rem" height="1rem" aria-hidden />}
      {label}
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
  display: inline-flex;
  align-items: center;
  gap: 0.4rem;
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

  svg {
    flex: none;
    fill: currentColor;
    path {
      fill: currentColor;
    }
  }

  ${({ $pressed, $provisional, theme }) =>
    $pressed &&
    css`
      border-color: ${theme.colors.primary600};
      border-style: ${$provisional ? 'dashed' : 'solid'};
      background: ${tint('primary600', $provisional ? 5 : 12)};
      color: ${theme.colors.primary700};
      font-weight: 600;
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
