/** What a turn can end in. */

export type Outcome = 'answered' | 'abstained' | 'escalated' | 'crisis' | 'chat';

/** The matters that policy knows. */
export const ALL_TOPICS = [
  'child_safety',
  'complaint_denunciation',
  'press',
  'politics_state',
  'personal_data',
  'privacy_request',
  'human_request',
  'individual_case',
  'out_of_scope',
  'rumour',
  'injection',
  'smalltalk',
] as const;

export type Topic = (typeof ALL_TOPICS)[number];

export type Priority = 'normal' | 'high' | 'urgent';
