import type { ConsoleWords } from './words.ts';

/** Words of the pages of one's own account and of the accounts of all in English. */
export const ENGLISH_ACCOUNTS: Pick<ConsoleWords, 'password' | 'factor' | 'ownSessions' | 'users'> = {
  password: {
    title: 'Change password',
    forced: 'The present password can be used once. Set a password of your own before you go on.',
    current: 'Present password',
    next: 'New password',
    rule: 'At least 12 characters, not the present one, not one that many people use. A long sentence that you remember is best.',
    repeat: 'New password again',
    submit: 'Save password',
    wrong: 'The present password is wrong.',
    throttled: (wait) => `It was wrong too often. Try again in ${wait}.`,
    short: 'The new password needs at least 12 characters.',
    common:
      'The new password is easy to guess: it is made of words or keys that many people use. Choose a sentence of your own.',
    'own-name': 'The new password is little more than your log-in name. Choose a sentence of your own.',
    long: 'The new password has more than 200 characters.',
    same: 'The new password must differ from the present one.',
    different: 'The two new passwords are not the same.',
  },
  factor: {
    title: 'Two-step verification',
    code: {
      title: 'Enter the code',
      lead: 'Open the authenticator app on your phone and enter the 6 digits of this account.',
      label: '6-digit code or recovery code',
      submit: 'Continue',
      lost: 'Is your phone not with you?',
      lostAdvice:
        'Enter one of the recovery codes that you saved; each works once. Without them, ask an administrator to reset two-step verification.',
      cancel: 'Sign in with another account',
    },
    setUp: {
      lead: 'After the password, each sign-in asks for 6 digits from your phone. Whoever learns your password still cannot get in.',
      required: 'Your role must have two-step verification. Set it up now, once; it takes about two minutes.',
      steps: [
        'Install an authenticator app on your phone, for example Google Authenticator, Microsoft Authenticator or Aegis.',
        'In the app, choose to add an account and scan the picture below.',
        'Enter the 6 digits that the app shows.',
      ],
      picture: 'Square picture to scan with the authenticator app',
      byHand: 'You cannot scan it? Type the key',
      key: 'Key',
      keyAdvice: 'Choose a time-based key (TOTP). Send this key to nobody.',
      code: '6-digit code',
      password: 'Present password',
      submit: 'Turn on two-step verification',
    },
    on: {
      lead: 'Two-step verification is on for this account.',
      codesLeft: (count) =>
        count === 0
          ? 'No recovery code is left. Make new ones.'
          : `${count} recovery ${count === 1 ? 'code is' : 'codes are'} left.`,
      renew: 'Make new recovery codes',
      renewAdvice: 'The old codes stop working. Enter the code on your phone to confirm.',
      remove: 'Turn off two-step verification',
      removeAdvice:
        'Afterwards the password alone is enough to sign in. Enter the code on your phone or a recovery code to confirm.',
      replace: 'Move to another phone',
      replaceAdvice:
        'The old phone stops working and you set up the new one at once. Enter the code on the old phone or a recovery code to confirm.',
    },
    recovery: {
      title: 'Recovery codes',
      lead: 'These codes are shown once. Save or print them and keep them safe, not beside the password.',
      use: 'Without your phone, enter one of them in place of the 6 digits. Each works once.',
      download: 'Download',
      file: 'recovery-codes.txt',
      heading: (name) => `Recovery codes of the account ${name} (each works once):`,
      done: 'I have saved the codes',
    },
    wrong:
      'The code is wrong or was used before. Wait for the next one; if that fails too, check the clock of your phone.',
    throttled: (wait) => `Too many wrong codes. Try again in ${wait}.`,
    stale: 'This key is old. Remove the account that you just added from the app, then scan the new picture.',
  },
  ownSessions: {
    device: (browser, system) => `${browser} on ${system}`,
    unknownDevice: 'Unknown device',
    title: 'My sessions',
    lead: 'Where this account is signed in. If there is a place that you do not know, end it and change your password.',
    present: 'This session',
    lastUsed: (age) => `Last used: ${age}`,
    opened: (moment) => `Signed in at ${moment}`,
    end: 'End',
    endOf: (device, opened) => `End the session ${device}, ${opened}`,
    endOthers: 'End all other sessions',
    only: 'There is no other session.',
    rule: 'A session ends by itself after 4 hours without use, and 12 hours after signing in at the latest.',
  },
  users: {
    title: 'Users',
    lead: 'One account for each person. When somebody leaves, disable the account; old tickets keep the name.',
    columns: {
      name: 'User',
      role: 'Role',
      group: 'School, group',
      factor: 'Two steps',
      lastLogin: 'Last sign-in',
      state: 'State',
    },
    never: 'Never signed in',
    noGroup: 'None',
    factor: { on: 'On', off: 'Off', due: 'Must set up' },
    states: { active: 'Active', 'one-time': 'Must change password', disabled: 'Disabled' },
    add: 'Add a user',
    back: 'List of users',
    fields: {
      name: 'Log-in name',
      nameRule: '2 to 32 characters: a–z, digits, dots, hyphens. It cannot be changed later.',
      displayName: 'Display name',
      displayNameRule: 'Citizens see this name when the user replies.',
      role: 'Role',
      group: 'School or group (may be left out)',
    },
    create: 'Create account',
    save: 'Save changes',
    changing: 'Details',
    saveRule: 'With another role the user has to sign in again.',
    ownRole: 'You cannot change your own role.',
    actions: 'Sign-in and security',
    problems: {
      name: 'The log-in name does not fit: 2 to 32 characters a–z, digits, dots, hyphens, beginning with a letter or digit.',
      taken: 'Another user has this log-in name.',
      displayName: 'The display name needs 1 to 80 characters on one line.',
      group: 'The name of a school or group has at most 80 characters on one line.',
      role: 'Choose a role from the list.',
    },
    password: {
      action: 'Give a new password',
      advice: (name) =>
        `The present password of ${name} stops working and all sessions end. A one-time password is shown for you to hand over in person.`,
    },
    resetFactor: {
      action: 'Reset two-step verification',
      advice: (name) =>
        `Only when ${name} has lost both phone and recovery codes. Meet in person or call a number that you know, to be sure who asks.`,
    },
    endSessions: {
      action: 'End all sessions',
      advice: (name) => `${name} has to sign in again everywhere. Drafts stay on their devices.`,
    },
    disable: {
      action: 'Disable account',
      advice: (name) =>
        `${name} is signed out at once and cannot sign in until the account is enabled. Nothing is deleted.`,
    },
    enable: {
      action: 'Enable account',
      advice: (name) => `${name} can sign in again with the old password.`,
    },
    oneTime: {
      title: 'One-time password',
      lead: (name) => `Hand it to ${name} in person. It is shown once and must be changed at the first sign-in.`,
      name: 'Log-in name',
      password: 'Password',
      done: 'Done, back to the user',
    },
  },
};
