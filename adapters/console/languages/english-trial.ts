import type { ConsoleWords } from './words.ts';

/** Words of the page on which a question is tried in English. */
export const ENGLISH_TRIAL: Pick<ConsoleWords, 'trial' | 'trialOutcomes' | 'unknownReasons' | 'unclear'> = {
  trial: {
    title: 'Try a question',
    lead: 'The question takes the same steps as a message of a citizen, but nothing is kept and nothing is sent.',
    question: 'Question',
    earlier: 'Earlier messages of the citizen (one a line, may be left out)',
    submit: 'Try',
    empty: 'No question was typed.',
    long: 'The question has more than 2,000 characters.',
    outcome: 'Result',
    topic: 'Topic',
    rule: 'Decided by',
    understood: 'Understood as',
    parts: 'Parted into questions',
    confidence: 'Confidence',
    confidenceOf: (confidence, least) => `${confidence} (answered from ${least})`,
    took: 'Time',
    milliseconds: (count) => `${count} milliseconds`,
    why: 'Why it did not answer',
    reply: 'The citizen would see',
    noReply: 'The assistant says nothing.',
    hits: 'The ten nearest passages',
    noHits: 'No passage was found.',
    score: (score) => `score ${score}`,
    openDocument: 'open here',
    openPublic: 'public page',
  },
  trialOutcomes: {
    answered: 'Answers from the documents',
    abstained: 'Says plainly that it does not know, offers staff',
    escalated: 'Passes on to staff',
    crisis: 'Urgent: gives emergency numbers, passes on to staff at once',
    chat: 'Small talk, or asks back',
  },
  unknownReasons: {
    unsure:
      'No passage answers this with enough certainty. If the right passage is below, ask more clearly; if not, its document has to be uploaded.',
    elsewhere: 'The question is about rules of another place.',
    'no-such-document': 'The question names the number of a document that was not uploaded.',
    ungrounded: 'A figure of the answer does not stand in the source, so it was not sent.',
    'other-language': 'The message is not in Vietnamese.',
  },
  unclear: 'The question leaves open a point that decides, so the assistant asks back.',
};
