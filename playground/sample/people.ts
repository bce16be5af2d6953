import type { PersonaInput } from '../../server/core/api';
import type { PersonaKey, StaffKey } from './types';

/** For whom Pennant, a maker of purchasing and expense software, writes. */
export const PERSONAS: readonly (PersonaInput & { readonly key: PersonaKey })[] = [
  {
    key: 'finance-lead',
    name: 'Finance lead',
    description: 'Answers for the numbers. Signs the contract and rarely opens the product.',
    group: 'Customers',
    priority: 'primary',
    buys: true,
    uses: false,
  },
  {
    key: 'it-administrator',
    name: 'IT administrator',
    description: 'Checks security before the purchase, connects and runs it afterwards.',
    group: 'Customers',
    priority: 'primary',
    buys: true,
    uses: true,
  },
  {
    key: 'operations-manager',
    name: 'Operations manager',
    description: 'Looks for a better way to buy things, then rolls it out and lives with it.',
    group: 'Customers',
    priority: 'primary',
    buys: true,
    uses: true,
  },
  {
    key: 'agency-partner',
    name: 'Agency partner',
    description: 'Recommends and sets up Pennant for clients.',
    group: 'Partners',
    priority: 'secondary',
    buys: false,
    uses: true,
  },
  {
    key: 'team-member',
    name: 'Team member',
    description: 'Spends the money: cards, trips, requests.',
    group: 'Customers',
    priority: 'secondary',
    buys: false,
    uses: true,
  },
];

/** Cells in which nothing is wanted, and one that wants more than its stage. */
export const CELLS: readonly {
  readonly persona: PersonaKey;
  readonly stage: string;
  readonly target?: number;
  readonly notNeeded?: string;
}[] = [
  { persona: 'agency-partner', stage: 'decision', notNeeded: 'Partners do not buy; their clients do.' },
  { persona: 'team-member', stage: 'decision', notNeeded: 'Team members are not asked before the purchase.' },
  { persona: 'operations-manager', stage: 'consideration', target: 5 },
];

/** Who made the content: admin users of Strapi and, under the same name, records of the author collection. */
export const STAFF: Readonly<
  Record<
    StaffKey,
    { readonly firstname: string; readonly lastname: string; readonly role: string; readonly left: boolean }
  >
> = {
  maya: { firstname: 'Maya', lastname: 'Lindqvist', role: 'Head of content', left: false },
  jonas: { firstname: 'Jonas', lastname: 'Brandt', role: 'Product marketing', left: false },
  priya: { firstname: 'Priya', lastname: 'Raman', role: 'Customer education', left: false },
  tom: { firstname: 'Tom', lastname: 'Okafor', role: 'Content marketing', left: true },
};

/** The categories of the `product` collection. */
export const PRODUCTS = [
  { slug: 'expenses', name: 'Expenses', description: 'Receipts, mileage and reimbursements.' },
  { slug: 'cards', name: 'Cards', description: 'Company cards with limits.' },
  { slug: 'purchasing', name: 'Purchasing', description: 'Requests, approvals and orders.' },
  { slug: 'invoices', name: 'Invoices', description: 'Receiving, matching and paying.' },
  { slug: 'platform', name: 'Platform', description: 'Security, integrations and reports.' },
] as const;
