/**
 * What one process of the product does. `web` serves pages and webhooks; `worker` answers, sends, and does what only
 * one process may do (where it is elected); `all` is both.
 */
export type Role = 'all' | 'web' | 'worker';

export const ROLES: readonly Role[] = ['all', 'web', 'worker'];

/** Why a process may not take this role with these settings; or `null`. */
export function whyNotRole(role: Role, { redisUrl }: { readonly redisUrl: string | null }): string | null {
  return role === 'all' || redisUrl !== null
    ? null
    : `--role ${role} shares its state with other processes: set REDIS_URL, or leave --role out and run one process.`;
}
