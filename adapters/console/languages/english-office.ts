import { LONGEST_APPROVAL_WAIT_MINUTES, MOST_APPROVAL_WORDS } from '../../../bot/approval.ts';
import type { ConsoleWords } from './words.ts';

const HOLIDAYS: ConsoleWords['holidays'] = {
  'new-year': 'New Year (1 January)',
  tet: 'Lunar New Year, Tet (5 days)',
  'hung-kings': 'Hung Kings’ Day (10th of the 3rd lunar month)',
  reunification: 'Victory Day (30 April)',
  labour: 'Labour Day (1 May)',
  national: 'National Day (2 days)',
  culture: 'Vietnamese Culture Day (24 November)',
};

const ACTIONS: Readonly<Record<string, string>> = {
  'calendar.hours': 'Working hours changed',
  'calendar.holidays': 'Holidays changed',
  'calendar.close': 'Days off added',
  'calendar.open': 'Working day added',
  'calendar.remove-day': 'Special day removed',
  'calendar.restore': 'Earlier calendar brought back',
  'admission.publish': 'Admission table published',
  'admission.withdraw': 'Admission table no longer used',
  'admission.restore': 'Earlier admission table brought back',
};
const SUBJECTS: Readonly<Record<string, string>> = { weekly: 'days of the week', holidays: 'holidays' };

/** Words of the pages on how the office works: when it is open, what waits for a yes, whether the bot is silent. */
export const ENGLISH_OFFICE: Pick<
  ConsoleWords,
  'approval' | 'botSwitch' | 'calendar' | 'calendarProblems' | 'weekdays' | 'holidays' | 'daysOff' | 'versionHistory'
> = {
  approval: {
    title: 'Approve before sending',
    lead: 'For the busiest weeks or just after rules have changed: answers from documents wait in a ticket until staff approve them, and only then reach the citizen. Children in danger, complaints, the press and other fixed replies do not wait.',
    mode: 'Which answers wait for approval?',
    modes: {
      off: 'None: the assistant answers at once',
      words: 'Only questions that have the words below',
      all: 'All answers from documents',
    },
    words: 'Words, one word or phrase a line',
    wordsRule: `In Vietnamese, with or without accents. At most ${MOST_APPROVAL_WORDS} lines.`,
    minutes: 'Send by itself after how many minutes if nobody approves',
    minutesRule: `From 0 to ${LONGEST_APPROVAL_WAIT_MINUTES}. Write 0 to send only what somebody approves.`,
    save: 'Save',
    now: 'In effect now',
    history: 'Changes',
    noHistory: 'Nobody has changed it yet.',
    states: {
      off: 'No answer waits for approval.',
      words: (count) =>
        `Questions with ${count === 1 ? 'the word listed' : `one of the ${count} words listed`} wait for approval.`,
      all: 'All answers from documents wait for approval.',
    },
    afterMinutes: (minutes) => `Sent by itself after ${minutes} min if nobody approves.`,
    never: 'Sent only when somebody approves.',
    notices: {
      changed: 'Saved. It takes effect within seconds.',
      same: 'Nothing was changed.',
      stale: 'Somebody else has just changed it. Look again, then save once more.',
    },
    problems: {
      words: 'Write at least one word, or choose another way.',
      'many-words': `At most ${MOST_APPROVAL_WORDS} lines of at most 100 characters each.`,
      minutes: `A number of minutes from 0 to ${LONGEST_APPROVAL_WAIT_MINUTES}.`,
    },
  },
  botSwitch: {
    title: 'Pause the assistant',
    on: 'The assistant is answering.',
    off: 'The assistant is paused. All messages go to staff.',
    banner: 'The assistant is paused: all messages go to staff.',
    by: 'Done by',
    at: 'At',
    reason: 'Reason',
    reasonRule: 'At most 300 characters, kept in the audit log. No names or data of citizens.',
    ask: { off: 'Pause the assistant…', on: 'Turn the assistant on again…' },
    confirm: {
      off: {
        title: 'Pause the assistant?',
        effect:
          'The assistant stops answering on all channels. Everybody who writes is told once a day and gets a ticket for staff. Messages about children in danger still get the numbers 111, 113 and 115 at once. Who is on duty is told.',
        submit: 'Pause now',
      },
      on: {
        title: 'Turn the assistant on again?',
        effect:
          'The assistant answers new conversations. Tickets that are open stay with staff. Who is on duty is told.',
        submit: 'Turn on now',
      },
    },
    cancel: 'Change nothing',
  },
  calendar: {
    title: 'Office hours and holidays',
    lead: 'From this calendar the system promises citizens a time and counts due times. Changes take effect within 10 seconds, without a restart.',
    promise: {
      title: 'If somebody wants a person',
      now: 'Right now the system would say:',
      at: (moment) => `At ${moment} the system would say:`,
      fourHours: 'Wants a person, own case (4 working hours)',
      oneDay: 'Complaint, personal data (1 working day)',
      try: 'Try another moment',
      submit: 'Show',
    },
    hours: {
      title: 'Working hours of each week',
      rule: 'The hours of a day, parted by commas, for example 08:00-11:30, 13:30-17:00. Empty is a day off.',
      unreadable: (day) => `${day}: the hours cannot be read. Write them as 08:00-11:30, 13:30-17:00.`,
      save: 'Save working hours',
    },
    holidays: {
      title: 'Holidays',
      rule: 'Tet and Hung Kings’ Day follow the lunar calendar; the system works out their days. A holiday on a weekly day off is made up for on the next working day.',
      kept: 'Holidays that the office keeps',
      tetBefore: (year) => `Tet ${year}: days off before its first day`,
      national: (year) => `National Day ${year}: its second day off`,
      before: '1 September',
      after: '3 September',
      save: 'Save holidays',
    },
    special: {
      title: 'Special days',
      rule: 'Further days off, days exchanged, or working days to make up for them.',
      none: 'No day yet.',
      closed: 'Closed',
      open: (hours) => `Open ${hours}`,
      remove: 'Remove',
      removeDay: (day) => `Remove ${day}`,
      close: 'Add days off',
      first: 'First day',
      last: 'Last day',
      closeSubmit: 'Add days off',
      add: 'Add a working day (to make up)',
      day: 'Day',
      hours: 'Working hours',
      addSubmit: 'Add working day',
      badRange: (days) => `The last day must not be before the first, and there may be at most ${days} days.`,
      badDay: 'Choose a day.',
      noHours: 'Write the working hours of this day, for example 08:00-11:30.',
    },
    year: {
      title: (year) => `Days off in ${year}`,
      several: (first, last, count) => `${first} – ${last} (${count} days)`,
    },
    history: { undo: 'Undo', restore: 'Back to before this change' },
    notices: {
      changed: 'Saved. The new calendar takes effect within 10 seconds.',
      same: 'Nothing differs from before, so nothing was saved.',
      stale:
        'Somebody else has just changed the calendar, so your change was not saved. Look at the calendar below, then repeat it.',
    },
    otherYears: 'Other years',
    oneYear: (year) => `Year ${year}`,
    unusable: 'That version cannot be read, so nothing was changed. Choose another one.',
  },
  calendarProblems: {
    'bad-time': (where) => `${where}: a time is wrong. Times go from 00:00 to 24:00, for example 08:00-11:30.`,
    'ends-before-it-begins': (where) => `${where}: the end must be after the beginning.`,
    overlaps: (where) => `${where}: hours overlap or are not in order.`,
    'bad-day': (where) => `${where}: there is no such day.`,
    'listed-twice': (where) => `${where}: this day stands there already.`,
    'open-and-closed': (where) =>
      `${where}: this day is both open and closed. Remove the old entry first, then add it again.`,
    'bad-tet-split': (where) => `${where}: days off before the first day of Tet must be from 0 to 5.`,
    'never-open': () =>
      'With no working hours in the whole week nobody can be promised a time. Write at least some hours.',
  },
  weekdays: {
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    sunday: 'Sunday',
  },
  holidays: HOLIDAYS,
  daysOff: { ...HOLIDAYS, 'closed-day': 'Special day off' },
  versionHistory: {
    title: 'Latest changes',
    none: 'Never changed.',
    unreadable: 'cannot be read',
    action: (action) => ACTIONS[action] ?? action,
    subject: (subject) => SUBJECTS[subject] ?? subject,
  },
};
