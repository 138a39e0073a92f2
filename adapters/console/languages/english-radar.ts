import { ENGLISH_MATTERS } from './english-matters.ts';
import type { ConsoleWords } from './words.ts';

/** Words of the pages of the radar in English. */
export const ENGLISH_RADAR: Pick<ConsoleWords, 'radar' | 'nextWeek' | 'rumourStatuses' | 'matters'> = {
  matters: ENGLISH_MATTERS,
  nextWeek: {
    title: (from, until) => `What people may ask next week (${from} – ${until})`,
    noDates:
      'The published admission table cannot be read, so what follows leaves out the dates of admission. Publish the table again on the page of admission tables.',
    noLastYear:
      'There are no figures for this week of last year, so the season is unknown; this goes by recent weeks alone.',
    noRecent: 'There are not yet four whole weeks of messages to estimate from.',
    nothing: 'No matter seems likely to be asked about much.',
    dayOff: (day, reason) => `The office is closed on ${day}: ${reason}.`,
    columns: { matter: 'Matter', expected: 'Expected', why: 'Why', ready: 'To have ready' },
    about: (turns) => `about ${turns} questions`,
    range: (low, high) => (low === high ? `usually ${low}` : `usually ${low} to ${high}`),
    unknown: 'not estimated yet',
    step: ({ step, days, source }) => `Date: ${step}, ${days} (${source}).`,
    sample: 'sample data',
    dateAlone: 'Questions usually rise at such a date; without last year nobody knows by how much.',
    recent: 'By the last four weeks.',
    lastYearFew: (asked) =>
      `This week of last year ${asked === 0 ? 'had no question' : `had only ${asked}`}, too few to compare.`,
    season: (from, asked) =>
      `The week from ${from} had ${asked} questions, adjusted by how the last three weeks compare with last year.`,
    seasonOfStep: (from, asked, step) =>
      `The week from ${from} had the same date “${step}”: ${asked} questions, adjusted by how the last three weeks compare with last year.`,
    document: 'There is a document:',
    noDocument: 'No document about this yet',
    answered: (answered, asked) => `In four weeks ${answered}/${asked} questions were answered from documents.`,
    gaps: 'Questions that still wait for an answer to be written:',
  },
  radar: {
    title: 'Radar',
    lead: 'Where many more people write than is usual at that hour of the week, and what many people repeat. It holds no name or code of a citizen.',
    looked: (at) => `Last looked at ${at}; it looks every five minutes.`,
    never: 'The radar has not looked yet. It needs two weeks of messages to know what is usual.',
    surges: 'Unusual rises',
    noSurges: 'There was no unusual rise in the last 30 days.',
    good: 'Good news',
    surge: (people, minutes, expected) => `${people} people in ${minutes} minutes, usually about ${expected}.`,
    schoolSurge: (schools, minutes, expected) =>
      `${schools} schools reported in ${minutes} minutes, usually about ${expected}.`,
    chance: (oneIn) => `By coincidence alone: less than 1 in ${oneIn}.`,
    thanks: 'thanks',
    reported: (incident) => `schools report: ${incident}`,
    hour: (hour) => `${hour}:00`,
    chart: (stream) => `Messages an hour around that time: ${stream}`,
    turns: 'See the messages',
    incidents: 'See the school incidents',
    hold: 'Hold answers on this',
    rumours: 'What many people repeat',
    noRumours: 'Nothing is repeated by 5 people or more.',
    rumourColumns: {
      words: 'Words (personal details masked)',
      people: 'People',
      first: 'First',
      last: 'Last',
      channels: 'Channels',
      status: 'State',
    },
    unverified: 'Not verified',
    verdicts: { holding: 'Answers are held', refuted: 'Refuted: wrong', confirmed: 'Confirmed: right' },
    steps: { holding: 'Hold', refuted: 'Refute', confirmed: 'Confirm' },
    setStatus: 'Save',
    statusOf: (words) => `State of: ${words}`,
    done: { saved: 'The state was saved.', unknown: 'These words are no longer in the list.' },
    rowsTitle: (stream) => `Messages: ${stream}`,
    rowsLead: (from, until) =>
      `From ${from} to ${until}. Personal details that were recognised are masked. The first 200 at most.`,
    back: 'Back to the radar',
  },
  rumourStatuses: {
    new: 'New',
    checking: 'Being checked',
    answered: 'Answered for all',
    dismissed: 'No rumour',
  },
};
