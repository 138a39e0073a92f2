import { decidePolicy } from '../../../bot/policy/decide.ts';
import { readMessageWords } from '../../../bot/policy/message-words.ts';
import { readShapes } from '../../../bot/policy/shapes.ts';
import { readPiece } from '../../../knowledge/answering/reading-piece.ts';
import { officialWordsFor } from '../../../knowledge/question/citizen-words.ts';
import { readEntities } from '../../../knowledge/question/entities.ts';
import { followUp, leansOnOther } from '../../../knowledge/question/follow-up.ts';
import { readMessageText } from '../../../knowledge/question/message-text.ts';
import { readQuestion } from '../../../knowledge/question/question.ts';
import { findSlots, withoutSlots } from '../../../knowledge/question/slots.ts';
import { splitQuestions } from '../../../knowledge/question/split-questions.ts';
import { matterOf, topicsOf } from '../../../knowledge/question/topics.ts';
import { territoriesAskedFor } from '../../../knowledge/territories.ts';
import { expandAbbreviations } from '../../../knowledge/text/abbreviations.ts';
import { mendHastyTyping } from '../../../knowledge/text/hasty-typing.ts';
import { readKeys } from '../../../knowledge/text/keyboard-leftovers.ts';
import { fold, stripInvisible } from '../../../knowledge/text/normalise.ts';
import { readingScore } from '../../../knowledge/text/reading-score.ts';
import { countedWords } from '../../../knowledge/text/restore/pair-counts.ts';
import { restoreDiacritics } from '../../../knowledge/text/restore/restore-diacritics.ts';
import { nearSyllables } from '../../../knowledge/text/restore/typing-errors.ts';
import { oneSpelling, withCaseOf } from '../../../knowledge/text/spelling.ts';
import { readSyllable } from '../../../knowledge/text/syllable.ts';
import { isSyllable, shareOfSyllables, surprise } from '../../../knowledge/text/syllable-likelihood.ts';
import { tokenize } from '../../../knowledge/text/tokens.ts';
import { unmask } from '../../../knowledge/text/unmask.ts';
import { isVietnameseSyllable } from '../../../knowledge/text/vietnamese-syllable.ts';

const QUESTION = 'học phí lớp 1 trường công là bao nhiêu';

/** Everything that reads a citizen's words, by name; results are dropped. */
export const TEXT_FUNCTIONS: Readonly<Record<string, (text: string) => unknown>> = {
  countedWords,
  decidePolicy: (text) => decidePolicy({ text, context: [text] }),
  expandAbbreviations,
  fold,
  followUpOf: (text) => followUp(text, [QUESTION]),
  followUpTo: (text) => followUp('thế lớp 6 thì sao', [text]),
  isSyllable,
  isVietnameseSyllable,
  leansOnOther,
  matterOf,
  mendHastyTyping,
  nearSyllables: (text) => nearSyllables(text, () => []),
  officialWordsFor: (text) => officialWordsFor(tokenize(text).folded),
  oneSpelling,
  readEntities,
  readKeysTelex: (text) => readKeys(text, 'telex'),
  readKeysVni: (text) => readKeys(text, 'vni'),
  readMessageText: (text) => readMessageText(text, restoreDiacritics),
  readMessageWords,
  readPiece: (text) => readPiece(text, 0, 600),
  readQuestion: (text) => readQuestion(text, [text]),
  readShapes: (text) => readShapes(text, { words: [], positions: new Map() }, []),
  readSyllable,
  readingScore,
  restoreDiacritics,
  shareOfSyllables,
  slots: (text) => [findSlots(text), withoutSlots(text)],
  splitQuestions,
  stripInvisible,
  surprise,
  territoriesAskedFor,
  tokenize,
  topicsOf,
  unmask,
  withCaseOf: (text) => withCaseOf(text, 'phí'),
};
