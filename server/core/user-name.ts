/** An admin user as far as their name goes. */
export interface NamedUser {
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly username: string | null;
}

/** The name under which the admin shows a user; `null` where they have none. */
export const userName = ({ firstname, lastname, username }: NamedUser): string | null =>
  [firstname, lastname].filter(Boolean).join(' ') || username || null;
