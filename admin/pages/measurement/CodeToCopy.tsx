import { Box, Button } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import { useText } from '../../components/text';

interface Props {
  /** What it is, for those who do not see where it stands. */
  readonly label: string;
  readonly children: string;
}

/** Code with a button that copies it. */
export const CodeToCopy = ({ label, children }: Props) => {
  const text = useText();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const copyAll = async () => {
    const isCopied = await copy(children);
    toggleNotification(
      isCopied
        ? { type: 'success', message: text('code.copied') }
        : { type: 'warning', message: text('code.notCopied') }
    );
  };
  return (
    <Frame role="group" aria-label={label}>
      <pre tabIndex={0}>
        <code>{children}</code>
      </pre>
      <Box>
        <Button size="S" variant="tertiary" startIcon={<Duplicate />} onClick={() => void copyAll()}>
          {text('code.copy')}
        </Button>
      </Box>
    </Frame>
  );
};

const Frame = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 1.2rem;
  justify-content: space-between;
  align-items: flex-start;
  padding: 1.2rem 1.6rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};

  pre {
    flex: 1 1 40rem;
    min-width: 0;
    overflow-x: auto;
    font-size: 1.3rem;
    line-height: 2rem;
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;
