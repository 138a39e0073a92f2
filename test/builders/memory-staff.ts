import type { StaffAccount, StaffSession, StaffStore } from '../../bot/ports/staff.ts';

/** Staff accounts and sessions that forget with the process. */
export function createMemoryStaff(): StaffStore {
  const accounts = new Map<string, StaffAccount>();
  const sessions = new Map<string, StaffSession>();
  const failures: { readonly name: string; readonly at: number }[] = [];
  const countFailures = (name: string, since: number) =>
    failures.filter((failure) => failure.name === name && failure.at >= since).length;

  return {
    count: async () => accounts.size,
    find: async (name) => accounts.get(name) ?? null,
    async save(account) {
      accounts.set(account.name, account);
      for (const [id, session] of sessions) if (session.staffName === account.name) sessions.delete(id);
    },
    async openSession(sessionId, session) {
      sessions.set(sessionId, session);
    },
    async session(sessionId, now) {
      const session = sessions.get(sessionId);
      return session === undefined || session.expiresAt <= now ? null : session;
    },
    async endSession(sessionId) {
      sessions.delete(sessionId);
    },
    async recordFailure(name, at, since) {
      failures.push({ name, at });
      return countFailures(name, since);
    },
    async clearFailures(name) {
      failures.splice(0, failures.length, ...failures.filter((failure) => failure.name !== name));
    },
    failures: async (name, since) => countFailures(name, since),
  };
}
