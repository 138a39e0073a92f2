/** What the classifier tells apart; each has a file of messages of that name. */
export const MATTERS = [
  'rule-question',
  'self-harm',
  'missing-child',
  'harm-to-child',
  'complaint',
  'press',
  'politics',
  'others-data',
  'own-data',
  'privacy',
  'human-request',
  'individual-case',
  'rumour',
  'injection',
  'out-of-scope',
  'about-assistant',
  'courtesy',
] as const;

/** One thing a message can be about, finer than a topic where the reply differs. */
export type Matter = (typeof MATTERS)[number];
