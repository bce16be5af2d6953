import type { Context } from 'koa';
import type { Actor } from '../core/tag-set';
import type { UserAbility } from '../library/access';

/** CASL's ability, as Strapi's admin puts it on every request with a session or an admin token. */
export interface SessionAbility extends UserAbility {
  readonly can: (action: string) => boolean;
}

/** What the user may do and read. */
export const abilityOf = (ctx: Context): SessionAbility => (ctx.state as State).userAbility;

/** Who writes: whoever is signed in, or owns the admin token. */
export const personOf = (ctx: Context): Actor => ({
  origin: 'person',
  userId: (ctx.state as State).user?.id ?? null,
});

/** On whose behalf something is done to many entries: what they may see, and who they are. */
export interface SessionUser<Ability extends UserAbility = SessionAbility> {
  readonly ability: Ability;
  readonly userId: number | null;
}

export const userOf = (ctx: Context): SessionUser => ({ ability: abilityOf(ctx), userId: personOf(ctx).userId });

interface State {
  readonly userAbility: SessionAbility;
  readonly user?: { readonly id: number };
}
