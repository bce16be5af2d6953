import { useState, type DragEvent } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { styled } from 'styled-components';
import { ExportButton } from '../../components/ExportButton';
import { useText } from '../../components/text';
import { tint } from '../../components/tint';
import { useNaming } from '../../components/VocabularyGate';

/** Where a sheet is dropped or chosen, and where those who have none get one. */
export const DropZone = ({ onFile }: { readonly onFile: (file: File) => void }) => {
  const text = useText();
  const { can } = useNaming();
  const [isOver, setOver] = useState(false);
  const [isSeveral, setSeveral] = useState(false);

  const take = (files: FileList | null) => {
    const [file, ...others] = files ?? [];
    setSeveral(others.length > 0);
    if (file && others.length === 0) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Zone
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Upload width="3.2rem" height="3.2rem" fill="primary600" aria-hidden />
        <Typography variant="delta" tag="span">
          {text('import.drop')}
        </Typography>
        <Typography textColor="neutral600" tag="span">
          {text('import.drop.hint')}
        </Typography>
        {isSeveral && (
          <Typography role="alert" textColor="danger600" tag="span">
            {text('import.drop.several')}
          </Typography>
        )}
        <input
          type="file"
          accept=".csv,.tsv,.txt,.zip,.gz,.json,.log,text/csv"
          aria-label={text('import.drop')}
          onChange={(event) => take(event.target.files)}
        />
      </Zone>
      <Flex gap={4} wrap="wrap" justifyContent="space-between">
        <Typography textColor="neutral600" style={{ maxWidth: '72rem' }}>
          {text(can.export ? 'import.start.export' : 'import.start')} {text('analytics.drop')}
        </Typography>
        {can.export && <ExportButton names={['tags.csv']} filters={{}} />}
      </Flex>
    </Flex>
  );
};

const Zone = styled.label`
  position: relative;
  display: flex;
  flex-direction: column;
  align-items: center;
  gap: 0.8rem;
  padding: 4.8rem 2.4rem;
  border: 1px dashed ${({ theme }) => theme.colors.neutral500};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  text-align: center;
  cursor: pointer;

  &:hover,
  &[data-over='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    background: ${tint('primary600', 6)};
  }

  &:focus-within {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }

  input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
`;
