import type { NOTICES } from '../vietnamese.ts';

/** The results of actions in English. */
export const ENGLISH_NOTICES: Readonly<Record<keyof typeof NOTICES, string>> = {
  claimed: 'You hold this ticket now. The assistant does not answer the citizen until it is closed.',
  sent: 'The reply is taken to be sent. How far it is stands under the message.',
  'sent-waiting':
    'The question is taken to be sent. The ticket waits for the citizen; no time is counted while it waits.',
  transferred: 'The ticket was passed on.',
  'no-target': 'The person or group chosen takes no tickets any more. Choose another.',
  'sent-soon': 'The reply is taken to be sent. You have a few seconds to press “Undo” at the last message.',
  approved: 'Approved. The answer is on its way to the citizen.',
  dropped: 'The answer of the assistant was dropped. The citizen still waits: reply or pass the ticket on.',
  'not-taken-back': 'The message has left or was taken back before, so it cannot be undone.',
  noted: 'The internal note was saved. The citizen does not see it.',
  tagged: 'The tags were saved.',
  'bad-tags': 'Not saved: at most 10 tags of at most 30 characters.',
  'canned-saved': 'The ready reply was saved.',
  'canned-removed': 'The ready reply was removed.',
  'canned-stale': 'Somebody else has just changed the ready replies. Look again, then remove once more.',
  'closed-now': 'The ticket is closed. The assistant answers the citizen again.',
  'switched-off': 'The assistant is paused. From the next message on, staff answer.',
  'switched-on': 'The assistant is on again. From the next message on, it answers.',
  'switched-before': 'The switch stood so already; nothing was changed.',
  'no-reason': 'No reason was given (at most 300 characters), so the switch was not changed.',
  'password-changed': 'The password was changed. Your other sessions have ended.',
  'factor-removed': 'Two-step verification was turned off.',
  'session-ended': 'That session was ended.',
  'sessions-ended': 'All other sessions were ended.',
  'no-session': 'That session had ended before.',
  'user-changed': 'The changes to the account were saved.',
  'user-disabled': 'The account was disabled. This person cannot sign in any more.',
  'user-enabled': 'The account was enabled again.',
  'user-factor-reset':
    'Two-step verification was removed. The next sign-in needs the password alone; then it is asked for again where the role needs it.',
  'user-no-factor': 'This account has not turned on two-step verification.',
  'user-sessions-ended': 'All sessions of the account were ended.',
  'last-admin':
    'This is the last administrator who is active, so the account cannot be disabled or given another role.',
  'own-account': 'You cannot disable your own account or change your own role. Ask another administrator.',
  taken: 'A colleague has claimed this ticket, so nothing was done. What you wrote is still there.',
  closed: 'The ticket was closed before, so nothing was done. What you wrote is still there.',
  newer:
    'There are new messages since you opened the page, so the reply was not sent. Your words are still in the box; read the new messages, then send.',
  stale: 'The ticket has just changed. Look again, then repeat.',
  empty: 'The reply is empty.',
  'too-long': 'The reply has more than 2,000 characters. Cut it into several messages.',
  'note-too-long': 'The note has more than 1,000 characters.',
  window:
    'The platform does not let messages through to this person now, so the reply was not sent. What you wrote is still there.',
  'press-only': 'Only the spokesperson may reply to the press. What you wrote is still there.',
};
