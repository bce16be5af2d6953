import type { Core } from '@strapi/strapi';
import type { UserAbility } from '../../server/library/access';

interface Permission {
  readonly action: string;
  readonly subject: string | null;
  readonly properties: object;
  readonly conditions: readonly string[];
}

interface HostServices {
  'admin::user': { create: (user: Readonly<Record<string, unknown>>) => Promise<{ readonly id: number }> };
  'admin::role': { addPermissions: (role: number, permissions: readonly Permission[]) => Promise<unknown> };
  'admin::permission': {
    readonly actionProvider: { has: (action: string) => boolean };
    readonly engine: { generateUserAbility: (user: { readonly id: number }) => Promise<UserAbility> };
  };
  'plugin::i18n.locales': { create: (locale: { code: string; name: string }) => Promise<unknown> };
}

/** Services of Strapi's own that have no public types: what the scripts use of them. */
export const hostService = <K extends keyof HostServices>(strapi: Core.Strapi, uid: K): HostServices[K] =>
  strapi.service(uid) as HostServices[K];
