import type { ConsoleWords } from '../console/languages/words.ts';

/** Words that the parts of a report are told in. */
export type ReportLanguage = Pick<
  ConsoleWords,
  | 'report'
  | 'outcomes'
  | 'punctuality'
  | 'ratings'
  | 'results'
  | 'statementFigures'
  | 'topics'
  | 'channels'
  | 'states'
  | 'incidents'
  | 'incidentKinds'
  | 'matters'
  | 'numbers'
  | 'times'
>;
