import { useId } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { ink, tint } from './tint';

interface Props<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One choice of few, all visible: native radio buttons, so that arrow keys and screen readers work by themselves. */
export const SegmentedControl = <Value extends string>({ label, options, value, onChange }: Props<Value>) => {
  const name = useId();
  return (
    <Flex gap={2} role="radiogroup" aria-labelledby={`${name}-label`}>
      <Typography id={`${name}-label`} variant="pi" textColor="neutral600">
        {label}
      </Typography>
      <Segments>
        {options.map((option) => (
          <Segment key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </Segment>
        ))}
      </Segments>
    </Flex>
  );
};

const Segments = styled.div`
  display: inline-flex;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  overflow: hidden;
`;

const Segment = styled.label`
  position: relative;
  cursor: pointer;

  input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  span {
    display: block;
    padding: 0 1.2rem;
    font-size: 1.2rem;
    line-height: 3.2rem;
    color: ${({ theme }) => theme.colors.neutral800};
    white-space: nowrap;
  }

  & + & span {
    border-left: 1px solid ${({ theme }) => theme.colors.neutral200};
  }

  input:hover + span {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  input:checked + span {
    background: ${tint('primary600', 12)};
    color: ${ink('primary700')};
    font-weight: 600;
  }

  input:focus-visible + span {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;
