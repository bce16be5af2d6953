import { useState } from 'react';
import { BulkForm, type BulkFormProps } from './BulkForm';
import { changeOf, NOTHING_CHOSEN, type PlaceChoice } from './place-choice';
import { PlaceChoices } from './PlaceChoices';

/** The inside of the *Place* dialog. */
export const PlaceForm = ({ first = NOTHING_CHOSEN, ...props }: BulkFormProps & { readonly first?: PlaceChoice }) => {
  const [choice, setChoice] = useState(first);
  const change = changeOf(choice);
  return (
    <BulkForm {...props} work={change && { change }}>
      {() => <PlaceChoices choice={choice} onChange={setChoice} />}
    </BulkForm>
  );
};
