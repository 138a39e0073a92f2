import type { ConsoleWords } from './words.ts';

/** Words of the log-in page and of pages that cannot be opened in English. */
export const ENGLISH_ENTRANCE: Pick<ConsoleWords, 'login' | 'refusals' | 'errors'> = {
  login: {
    title: 'Sign in',
    lead: 'For staff who answer citizens.',
    name: 'Log-in name',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'The log-in name or the password is wrong.',
    throttled: (wait) =>
      `It was wrong too often, so that nobody can sign in to this account for now, not even with the right password. Try again in ${wait}, or ask an administrator for a new password. Each further mistake makes the wait longer.`,
    tooManyFromHere: 'There were too many sign-ins from this network. Try again in a minute.',
    expired: 'Your session has ended, please sign in again. Drafts are kept on this device.',
  },
  refusals: {
    role: {
      title: 'This part is not open to your account',
      advice: 'Your role does not include this part. If you need it, ask an administrator to change your role.',
    },
    token: {
      title: 'This form is old',
      link: 'Open the page again',
      advice:
        'Perhaps you have signed in again in another tab. Open the page again, then send once more; drafts are kept on this device.',
    },
    'no-user': { title: 'Account not found', advice: 'There is no such account, or the address is incomplete.' },
    'factor-off': {
      title: 'Two-step verification is off',
      advice: 'The server has two-step verification turned off for all accounts (setting STAFF_SECOND_FACTOR).',
    },
    'no-ticket': { title: 'Ticket not found', advice: 'There is no such ticket, or the address is incomplete.' },
  },
  errors: {
    refusals: {
      NOT_FOUND: { title: 'Page not found', advice: 'There is no such address, or it was taken away.' },
      BODY_MALFORMED: { title: 'What was sent cannot be read', advice: 'Load the page again, then try once more.' },
      ADDRESS_MALFORMED: { title: 'The address cannot be read', advice: 'Check the link.' },
      BODY_TOO_LARGE: { title: 'What was sent is too large', advice: 'Shorten it, then send it again.' },
      REQUEST_ABORTED: { title: 'The connection broke off', advice: 'Try again.' },
      INTERNAL: {
        title: 'The system has a fault',
        advice: 'Try again in a few minutes. Messages that were sent are not lost.',
      },
    },
    status: (status) => `Error ${status}`,
    back: 'Back to the desk',
    site: 'Staff desk',
  },
};
