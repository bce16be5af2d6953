import { Typography } from '@strapi/design-system';
import { Note } from './row-parts';

/** Heads a row that is no persona's: what is for everyone, or for nobody yet. */
export const RowHead = ({ title, note }: { readonly title: string; readonly note: string }) => (
  <th scope="row">
    <Typography variant="pi" fontWeight="bold" textColor="neutral800" tag="span">
      {title}
    </Typography>
    <Note>{note}</Note>
  </th>
);

/** Heads the last row, which adds up. */
export const TotalsHead = ({ title }: { readonly title: string }) => (
  <th scope="row">
    <Typography variant="pi" textColor="neutral600" fontWeight="bold" tag="span">
      {title}
    </Typography>
  </th>
);
