import { MAIL_LEASE_MS, type MailClaim } from '../../../bot/ports/inbox.ts';
import type { Database } from './database.ts';

/** Which conversations this process works on. One process serves a state file, so memory is enough: a crash frees all. */
export interface MailClaims {
  /** `null` while somebody holds the conversation at `now`. */
  take(conversationId: string, now: number): MailClaim | null;
  isHeld(conversationId: string, now: number): boolean;
  /** Whether nobody took the conversation over since this claim, ended or not. */
  stands(claim: MailClaim): boolean;
  renew(claim: MailClaim, now: number): boolean;
  release(claim: MailClaim): void;
}

const claims = new WeakMap<Database, MailClaims>();

/** The one set of claims of a database, which its stores share. */
export function mailClaimsOf(database: Database, leaseMs = MAIL_LEASE_MS): MailClaims {
  const known = claims.get(database) ?? createMailClaims(leaseMs);
  claims.set(database, known);
  return known;
}

function createMailClaims(leaseMs: number): MailClaims {
  const holders = new Map<string, { readonly fence: number; readonly until: number }>();
  let lastFence = 0;
  const stands = ({ conversationId, fence }: MailClaim) => holders.get(conversationId)?.fence === fence;
  const isHeld = (conversationId: string, now: number) => (holders.get(conversationId)?.until ?? 0) > now;

  return {
    take(conversationId, now) {
      if (isHeld(conversationId, now)) return null;
      lastFence += 1;
      holders.set(conversationId, { fence: lastFence, until: now + leaseMs });
      return { conversationId, fence: lastFence };
    },
    isHeld,
    stands,
    renew(claim, now) {
      if (!stands(claim)) return false;
      holders.set(claim.conversationId, { fence: claim.fence, until: now + leaseMs });
      return true;
    },
    release(claim) {
      if (stands(claim)) holders.delete(claim.conversationId);
    },
  };
}
