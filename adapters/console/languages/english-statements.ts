import { LONGEST_STATEMENT, LONGEST_STATEMENT_FIELD, MOST_PHRASES } from '../../../bot/statements/statement-changes.ts';
import type { ConsoleWords } from './words.ts';

/** Words of the pages of what the office says itself, in English. */
export const ENGLISH_STATEMENTS: Pick<
  ConsoleWords,
  'statements' | 'statementKinds' | 'statementStates' | 'statementProblems'
> = {
  statementKinds: {
    holding: {
      name: 'Holding statement',
      effect: 'The assistant says this in place of answers from documents, until it ends or somebody lifts it.',
    },
    refuted: {
      name: 'Refutation: the news is wrong',
      effect: 'Whoever asks about this news is told that it is wrong, with source and day.',
    },
    confirmed: {
      name: 'Confirmation: the news is right',
      effect: 'Whoever asks about this news is told that it is right, with source and day.',
    },
  },
  statementStates: {
    draft: 'Waiting for the spokesperson',
    said: 'Answers citizens now',
    ended: 'Lifted',
    over: 'Ended',
  },
  statementProblems: {
    empty: 'Write what citizens are told.',
    'too-long': `The words have at most ${LONGEST_STATEMENT.toLocaleString('en-GB')} characters, other fields ${LONGEST_STATEMENT_FIELD}; there are at most ${MOST_PHRASES} lines of keywords.`,
    'foreign-address':
      'There is a web address that is not the one of this system (setting PUBLIC_URL). Remove that address.',
    'strange-characters':
      'There are hidden or control characters, as often after copying from elsewhere. Type that part again.',
    'about-nothing': 'Write at least one line of keywords, or choose a topic.',
    'too-broad': 'A line of keywords is so short that it would fit many other messages. Each needs at least 6 letters.',
    'no-source': 'A finding needs a source and the day of the source, not after today.',
    'bad-until': 'The end must be after now.',
    'too-late': 'The end is too far away: holding statements last at most 14 days, findings a year.',
    'no-reason': 'Give a reason, so that colleagues understand.',
    'not-possible': 'This cannot be done any more. See below how it stands.',
  },
  statements: {
    title: 'Office statements',
    lead: 'When a matter stirs people, the office says one thing to all in place of answers from documents. Children in danger, the press, denunciations and private matters are handled as ever.',
    fresh: 'Write a statement',
    back: 'Office statements',
    groups: { said: 'In use now', draft: 'Waiting for the spokesperson', past: 'Done' },
    none: { said: 'No statement is in use.', draft: 'No statement waits.', past: 'There was none yet.' },
    columns: { about: 'About', kind: 'Kind', state: 'State', until: 'Until', by: 'Written by' },
    about: {
      claim: (words) => `the news “${words}”`,
      stream: (name) => `the topic ${name}`,
      phrases: (words) => `messages with ${words}`,
      and: '; ',
      nothing: 'this matter',
    },
    newTitle: { holding: 'Holding statement', refuted: 'Refute a piece of news', confirmed: 'Confirm a piece of news' },
    kinds: 'Kind of statement',
    spread: (people, first, last, channels) =>
      `${people} people wrote of it, first at ${first}, last at ${last}, on ${channels}.`,
    text: 'What citizens are told',
    textRule: `A proposal in Vietnamese, for you to fit to the matter. At most ${LONGEST_STATEMENT.toLocaleString('en-GB')} characters.`,
    match: 'Which messages it answers',
    stream: 'Topic',
    noStream: '(no topic)',
    rumourStream: 'all messages that ask about rumours',
    claim: 'News that goes round',
    claimRule: 'Messages much like these words are answered. Leave it empty to go by keywords alone.',
    phrases: 'Keywords, one set a line',
    phrasesRule:
      'A + joins words that must all be in a message, for example: Hoa Sen + giai the. Vietnamese accents are not needed.',
    sourceName: 'Source of the finding',
    sourceRule: 'A document, a notice, or who has the authority. Citizens see it.',
    sourceDay: 'Day of the source',
    until: 'Used until (time in Vietnam)',
    why: 'Reason (staff alone see it)',
    preview: 'Preview',
    check: 'Check before it goes out',
    seen: 'What citizens see',
    reach: (count, looked) =>
      looked === 0
        ? 'There was no message in the last 24 hours to compare with.'
        : `Of ${looked.toLocaleString('en-GB')} messages of the last 24 hours, ${count.toLocaleString('en-GB')} would be answered with this.`,
    reachTitle: 'Messages it would answer',
    reachRule: 'Names and telephone numbers are masked. If a message has nothing to do with it, change the keywords.',
    release: 'Release now',
    releaseRule: 'Within seconds the assistant uses these words on all channels.',
    keep: 'Save for the spokesperson',
    keepRule: 'Only the spokesperson releases words of the office. These wait in the list.',
    keepOwn: 'Save, do not release yet',
    edit: 'Go on writing',
    facts: {
      kind: 'Kind',
      about: 'About',
      until: 'Used until',
      why: 'Reason',
      written: 'Written',
      released: 'Released',
      ended: 'Lifted',
    },
    byAt: (name, at) => `${name}, ${at}`,
    lift: 'Lift this statement',
    drop: 'Drop this draft',
    liftRule: 'The assistant answers from documents again at once.',
    reason: 'Reason',
    askers: 'Who asked while it was held',
    askersCount: (people, questions) =>
      `${people} ${people === 1 ? 'person' : 'people'}, ${questions} ${questions === 1 ? 'message' : 'messages'}.`,
    noAskers: 'Nobody has asked yet.',
    askerColumns: { at: 'At', channel: 'Channel', question: 'Asked (personal details masked)', told: 'Told' },
    told: 'Yes',
    untold: 'Not yet',
    farewell: 'Tell those who had asked',
    farewellRule:
      'Sent once to each of them where the channel lets us write; it does not break into conversations that staff hold.',
    farewellSend: 'Send',
    farewellSaid: (name, at) => `${name} had this sent at ${at}:`,
    farewellWaits: 'Once this statement is lifted or has ended, the spokesperson can tell these people.',
    onlySpokesperson: 'Only the spokesperson can do this.',
    banner: (about, until) => `The assistant speaks a holding statement on ${about}, until ${until}.`,
    open: 'Open',
    notices: {
      drafted: 'Saved. The statement waits for the spokesperson.',
      released: 'Released. The assistant uses it within seconds.',
      lifted: 'Lifted.',
      told: 'Taken. It is sent to those who had asked as the channels allow.',
      stale: 'Somebody else has just changed something here, so your change was not saved. Look again, then repeat it.',
    },
    unknown: {
      title: 'There is no such statement',
      advice: 'The address is wrong, or it is so old that only the audit log has it.',
    },
  },
};
