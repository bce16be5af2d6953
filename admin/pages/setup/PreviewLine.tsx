import { Typography } from '@strapi/design-system';
import { Message, useText } from '../../components/text';
import { useReason } from '../../components/use-reason';
import type { SetupPreview } from './use-setup-preview';

/** "1,912 entries would be placed; nothing is saved yet.": follows each change. */
export const PreviewLine = ({ preview: { body, isBehind, error } }: { readonly preview: SetupPreview }) => {
  const text = useText();
  const reasonOf = useReason();
  if (error) {
    return (
      <Typography tag="p" textColor="danger600" role="alert">
        {reasonOf(error)}
      </Typography>
    );
  }
  return (
    <Typography tag="p" role="status" aria-busy={isBehind} style={{ opacity: body && isBehind ? 0.6 : 1 }}>
      {body ? (
        <Message
          id="setup.wouldBePlaced"
          values={{
            count: Math.max(0, body.placed.after - body.placed.before),
            b: (chunks) => <strong>{chunks}</strong>,
          }}
        />
      ) : (
        text('setup.counting')
      )}
    </Typography>
  );
};
