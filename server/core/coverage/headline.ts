import type { Counted } from '../api';

/** What the headline counts while the cells count `counted`: what is to place is written for nobody yet, so specifically neither. */
export const headlineCounted = (counted: Counted): Counted => (counted === 'dedicated' ? 'published' : counted);
