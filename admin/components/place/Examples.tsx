import { Flex } from '@strapi/design-system';
import type { PlacingExample } from '../../../server/core/placing-api';
import { entryKey } from '../../../server/core/vocabulary';
import { useText } from '../text';
import { PlaceExample } from './PlaceExample';

/** Some of the entries that change, before and after; nothing where none does. */
export const Examples = ({ examples }: { readonly examples: readonly PlacingExample[] }) => {
  const text = useText();
  return examples.length === 0 ? null : (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-label={text('place.examples')}>
      {examples.map((example) => (
        <PlaceExample key={entryKey(example)} example={example} />
      ))}
    </Flex>
  );
};
