/** What a turn can end in, and the matters that policy knows. */

export type Outcome = 'answered' | 'abstained' | 'escalated' | 'crisis' | 'chat';

export type Topic =
  | 'child_safety'
  | 'complaint_denunciation'
  | 'press'
  | 'politics_state'
  | 'personal_data'
  | 'privacy_request'
  | 'human_request'
  | 'individual_case'
  | 'out_of_scope'
  | 'rumour'
  | 'injection'
  | 'smalltalk';

export type Priority = 'normal' | 'high' | 'urgent';
