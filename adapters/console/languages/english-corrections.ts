import { LONGEST_INTRO, LONGEST_WORDS } from '../../../bot/corrections/correction-changes.ts';
import type { ConsoleWords } from './words.ts';

/** Words of the pages on corrections in English. */
export const ENGLISH_CORRECTIONS: Pick<
  ConsoleWords,
  'corrections' | 'correctionStates' | 'correctionCauses' | 'correctionProblems' | 'personStandings'
> = {
  correctionStates: {
    draft: 'Just found, words are needed',
    proposed: 'Waiting for a second person',
    approved: 'Approved, people are being told',
    finished: 'Everybody was told',
    dismissed: 'Put aside',
    needless: 'No longer needed',
  },
  correctionCauses: {
    superseded: 'The document was replaced',
    amended: 'A part was amended',
    edited: 'There is a new version',
    retired: 'The document was withdrawn',
    expired: 'Answered after the document had ended',
    'not-yet': 'Answered before the document was in force',
  },
  personStandings: {
    sent: 'Correction sent',
    sending: 'Being sent',
    failed: 'The platform did not take it',
    'already-told': 'Was answered by the new rule already',
    open: 'Can be sent at once',
    'with-staff': 'Talks with staff, waits for the end',
    waiting: 'Waits until they write again',
  },
  correctionProblems: {
    'not-now': 'This entry is no longer at that step. Look at the page again.',
    'own-words': 'Who wrote the words does not approve them. Ask a colleague.',
    empty: 'Fill in the opening sentence and the words for each part.',
    'too-long': `The opening sentence has at most ${LONGEST_INTRO} characters, the words for each part ${LONGEST_WORDS.toLocaleString('en-GB')}.`,
    'no-reason': 'Give a reason, so that colleagues understand.',
    figures: (figures) =>
      `These numbers or days do not stand in the rule that holds now: ${figures}. Use figures of the quoted passage alone.`,
  },
  corrections: {
    title: 'Corrections',
    lead: 'When a document is replaced, amended, withdrawn or changed, exactly those people are listed here who were answered by the old words. Write the correction, let a second person approve it, and each of them is told once.',
    reach: (days) =>
      days === 0
        ? 'All answers ever given are looked at.'
        : `Answers of the last ${days} days are looked at: older words have expired.`,
    back: 'List',
    tabs: { waiting: 'To do', approved: 'Being told', done: 'Done' },
    none: {
      waiting: 'Nothing has to be corrected.',
      approved: 'No correction is being sent.',
      done: 'No correction has come to its end yet.',
    },
    columns: { document: 'Document quoted', cause: 'Why', state: 'State', people: 'People', found: 'Since' },
    people: (count) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'person' : 'people'}`,
    unknownPeople: '–',
    happened: (cause, _what, by) => (by === null ? cause : `${cause}: ${by}`),
    inForce: (day) => `in force from ${day}`,
    found: (at) => `found at ${at}`,
    since: (day) => `from ${day}`,
    report: {
      title: 'Result',
      people: 'Were answered by the old words',
      sent: 'Correction sent',
      sending: 'Being sent',
      open: 'Can be sent at once',
      waiting: 'Wait until they write again or staff are done',
      failed: 'Could not be sent',
      alreadyTold: 'Know the new rule',
    },
    changed: 'What has changed',
    was: 'Was answered',
    now: 'Now',
    nothingNow: 'No rule was found that takes its place.',
    message: 'What people are told',
    messageRule: 'Everybody gets only what concerns the answer they had.',
    intro: 'Opening sentence',
    words: (address) => `Words for those who asked about: ${address}`,
    wordsRule:
      'Amounts, days and numbers come from the passage under “Now” alone. Citizens read this, so write Vietnamese.',
    propose: 'Ask for approval',
    proposeAgain: 'Change and ask for approval again',
    writtenBy: (name, at) => `Written by ${name} at ${at}`,
    decidedBy: (name, at) => `Decided by ${name} at ${at}`,
    approve: 'Approve and tell people',
    approveRule: (open, waiting) =>
      `Once approved: ${open} get it at once, ${waiting} after they write again or when staff are done. Everybody once.`,
    ownRule: 'You wrote it, so a colleague has to approve it.',
    notWritten: 'An editor reads it, changes it if need be and asks for approval.',
    dismiss: 'Put aside',
    stop: 'Stop telling people',
    dismissRule: 'Nobody is told any more. It can be taken up again at any time; whoever was told is not told twice.',
    takeUp: 'Take up again',
    reason: 'Reason',
    told: 'Who was answered by the old words',
    toldRule: 'Names and accounts are masked; the code lets colleagues speak of the same person.',
    toldColumns: { person: 'Code', channel: 'Channel', told: 'Answered at', passages: 'About', standing: 'Correction' },
    more: (count) => `And ${count.toLocaleString('en-GB')} more people, counted in the result.`,
    nobody: 'Nobody is left: the words have expired or were erased on request.',
    unknown: { title: 'There is no such entry', advice: 'The address is wrong. Open it from the list.' },
    notices: {
      changed: 'Saved.',
      stale: 'Somebody else has just changed this entry, so your change was not saved. Look again, then repeat it.',
    },
  },
};
