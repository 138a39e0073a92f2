/** What people did to accounts and log-ins, to tickets, documents and uploaded files, and that they searched the tickets. */
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
  | `canned-reply.${'add' | 'change' | 'remove'}`
  | `ticket.${'note' | 'take-back' | 'tag' | 'approved' | 'dropped' | 'opened-words' | 'opened-linked'}`
  | `document.${string}`
  | 'ticket.transfer'
  | 'tickets.searched'
  | 'upload.add'
  | 'upload.remove'
  | 'upload.bring-back'
  | 'audit.export'
  | 'register.export'
  | 'report.download'
  | `incident.${'file' | 'handle' | 'reopen'}`
  | 'radar.rumour'
  | 'radar.export';

/** Is told of every such action that happened: log-in name of who did it, and the account,
 * ticket, document or file it was done to, and what else is worth knowing of it. */
export type OnAudit = (
  actor: string,
  action: AuditedAction,
  subject: string,
  facts?: Readonly<Record<string, string>>,
) => void;
