import { Alert } from '@strapi/design-system';
import { useText } from './text';

interface Props {
  readonly children: string;
  readonly onClose: () => void;
}

/** What went wrong, above a dialog's content; what was chosen there stays. */
export const DialogAlert = ({ children, onClose }: Props) => {
  const text = useText();
  return (
    <Alert variant="danger" closeLabel={text('dialog.close')} onClose={onClose}>
      {children}
    </Alert>
  );
};
