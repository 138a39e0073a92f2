import type { ConsoleWords } from './words.ts';

const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** Words of the page that shows how the product does, in English. */
export const ENGLISH_HEALTH: Pick<
  ConsoleWords,
  'health' | 'healthRests' | 'healthWindows' | 'storeFaults' | 'faultCauses' | 'numbers'
> = {
  health: {
    title: 'System status',
    lead: (moment) => `As it was at ${moment}.`,
    refresh: 'Look again now',
    allWell: 'Nothing needs anybody.',
    attention: 'Needs somebody',
    never: 'None yet',
    channel: {
      off: 'Off',
      on: 'On',
      turnOn: (settings) => `To turn it on, set ${settings.join(', ')} in the settings.`,
      lastIn: 'Last message received',
      lastSent: 'Last message sent',
      sending: 'Sending',
      sends: 'Works',
      retries: (count) => `${count.toLocaleString('en-GB')} failures in a row, trying again`,
      lastFault: 'Last failure of sending',
      parked: 'Last message given up',
      parkedWords: (count, code, age) =>
        `${count.toLocaleString('en-GB')} ${count === 1 ? 'message' : 'messages'}, ${age}, error code ${code}. A ticket was opened for staff to read.`,
      token: 'Zalo access token',
      tokenDays: (days) =>
        days === 0 ? 'Has ended, access must be given again' : `${inDays(days)} left; it is renewed by itself`,
      window: 'Time for replies',
      paid: 'Last message that was charged',
      paidWords: (quota, age) => `${age}, kind ${quota}`,
      allFree: 'No message has been charged yet',
    },
    queue: {
      title: 'Queues',
      waiting: 'Messages waiting for an answer',
      pending: 'Messages waiting to be sent',
      parked: 'Messages given up after many failures',
      tickets: 'Open tickets',
      oldest: (count, age) => (count === 0 ? '0' : `${count.toLocaleString('en-GB')}, the oldest has waited ${age}`),
    },
    index: {
      title: 'Documents',
      built: 'Built at',
      size: 'Holds',
      sizeWords: (documents, passages) =>
        `${documents.toLocaleString('en-GB')} ${documents === 1 ? 'document' : 'documents'}, ${passages.toLocaleString('en-GB')} ${passages === 1 ? 'passage' : 'passages'}`,
      search: 'Search by meaning',
      yes: 'On',
      no: 'Off; run npm run ingest again to turn it on',
    },
    store: { title: 'Data store', state: 'State', fine: 'Can be read and written' },
    problems: {
      noIndex:
        'There are no documents, so that the assistant can answer nothing. Run npm run ingest or upload documents.',
      refusedIndex:
        'The newly built documents cannot be used; the assistant answers from the old ones. Build them again.',
      late: (age) =>
        `A message has waited ${age} for an answer. If this grows, the process that answers may have stopped.`,
      lateSending: (age) => `A message has waited ${age} to be sent. See the failures of each channel below.`,
      token: (days) =>
        days === 0
          ? 'Zalo waits for access to be given again: run npm run admin -- zalo authorise.'
          : `Access to Zalo ends in ${inDays(days)} and could not be renewed: run npm run admin -- zalo authorise.`,
    },
  },
  healthRests: {
    failures: 'Rests after failures in a row, tries again every 15 seconds',
    'rate-limit': 'The platform asks to send more slowly, the rest follows by itself',
    token: 'The platform does not accept the access token. Messages are kept; run npm run admin -- doctor for the cure',
  },
  storeFaults: {
    full: 'The disk is full: new messages cannot be kept. Make room at once.',
    'read-only': 'The store can only be read: check who may write to the data folder.',
    damaged: 'The data file is damaged: stop the system and restore a backup.',
    busy: 'The store is busy, the system tries again by itself.',
    failing: 'The store reports errors: see the log of the server.',
    unreachable: 'The store does not answer: check the Redis server or the disk.',
  },
  faultCauses: {
    temporary: 'the platform had trouble for a moment; it was tried again',
    retry: 'the platform had trouble for a moment; it was tried again',
    'rate-limit': 'the platform limits how fast we send; it was tried again',
    token: 'the access token or a right to send does not count',
    'no-answer': 'the platform did not answer',
    unknown: 'the platform did not answer',
    unconfirmed: 'the platform did not confirm it',
    other: (code) => `the platform refused it (code ${code})`,
  },
  healthWindows: {
    messenger: 'The assistant 24 hours, staff 7 days after the last message of the citizen',
    zalo: 'Replies are free within 48 hours after the last message of the citizen',
    web: 'Always open; citizens see replies when they open the page again',
  },
  numbers: {
    whole: (value) => value.toLocaleString('en-GB'),
    tenths: (value) => value.toLocaleString('en-GB', ONE_DIGIT),
  },
};

function inDays(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`;
}
