/** What people did to accounts and log-ins, to documents and to uploaded files, and that they searched the tickets. */
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
  | 'user-sessions-ended'
  | `document.${string}`
  | 'tickets.searched'
  | 'upload.add'
  | 'upload.remove'
  | 'upload.bring-back'
  | 'audit.export'
  | 'register.export';

/** Is told of every such action that happened: log-in name of who did it, and the account,
 * document or file it was done to. */
export type OnAudit = (actor: string, action: AuditedAction, subject: string) => void;
