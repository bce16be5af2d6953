import { Box, Flex } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Stage } from '../../../../server/core/vocabulary';
import { Chip } from '../../../components/Chip';
import { useText } from '../../../components/text';
import { Section } from './Section';

/** What a stage asks, and what answers it. */
export const Question = ({ playbook: { question, content } }: Pick<Stage, 'playbook'>) => {
  const text = useText();
  return (
    <>
      {question && <Sentence>{text('gap.question', { question })}</Sentence>}
      {content.length > 0 && (
        <Section title={text('gap.works')}>
          <Flex gap={1} wrap="wrap" paddingTop={2}>
            {content.map((kind) => (
              <Chip key={kind}>{kind}</Chip>
            ))}
          </Flex>
        </Section>
      )}
      {question && content.length === 0 && <Box paddingBottom={3} />}
    </>
  );
};

const Sentence = styled.p`
  padding-bottom: 1.2rem;
  font-size: 1.6rem;
  font-weight: 600;
  line-height: 2.2rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;
