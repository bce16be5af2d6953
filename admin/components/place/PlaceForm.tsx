import { useState } from 'react';
import { BulkForm, type BulkFormProps } from './BulkForm';
import { changeOf, NOTHING_CHOSEN } from './place-choice';
import { PlaceChoices } from './PlaceChoices';

/** The inside of the *Place* dialog. */
export const PlaceForm = (props: BulkFormProps) => {
  const [choice, setChoice] = useState(NOTHING_CHOSEN);
  const change = changeOf(choice);
  return (
    <BulkForm {...props} work={change && { change }}>
      {() => <PlaceChoices choice={choice} onChange={setChoice} />}
    </BulkForm>
  );
};
