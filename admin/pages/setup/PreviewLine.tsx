import { Typography } from '@strapi/design-system';
import { failureOf } from '../../api/failure';
import { Message, useText } from '../../components/text';
import type { SetupPreview } from './use-setup-preview';

/** "1,912 entries would be placed; nothing is saved yet.": follows each change. */
export const PreviewLine = ({ preview: { body, isBehind, error } }: { readonly preview: SetupPreview }) => {
  const text = useText();
  if (error) {
    return (
      <Typography tag="p" textColor="danger600" role="alert">
        {failureOf(error).message ?? text('failure.unreachable')}
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
