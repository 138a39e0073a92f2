/** What people did to accounts and log-ins. */
export type AuditedAction =
  | 'logged-in'
  | 'log-in-refused'
  | 'logged-out'
  | 'password-changed'
  | 'factor-added'
  | 'factor-removed'
  | 'recovery-codes-renewed'
  | 'code-refused'
  | 'session-ended'
  | 'sessions-ended'
  | 'user-added'
  | 'user-changed'
  | 'user-disabled'
  | 'user-enabled'
  | 'user-password-reset'
  | 'user-factor-reset'
  | 'user-sessions-ended';

/** Is told of every such action that happened: log-in name of who did it, and of whose account it was done to. */
export type OnAudit = (actor: string, action: AuditedAction, subject: string) => void;
