import type { RuleSet } from '../rule.ts';
import { COMPLAINT } from './complaint.ts';
import { HUMAN_REQUEST } from './human-request.ts';
import { INDIVIDUAL_CASE } from './individual-case.ts';
import { INJECTION } from './injection.ts';
import { OUT_OF_SCOPE } from './out-of-scope.ts';
import { PERSONAL_DATA } from './personal-data.ts';
import { POLITICS } from './politics.ts';
import { PRESS } from './press.ts';
import { PRIVACY } from './privacy.ts';
import { ALARMING_RUMOUR, RUMOUR } from './rumour.ts';
import { SMALL_TALK } from './small-talk.ts';

/**
 * Every rule set but that of a child in danger, in order of precedence: what must not be answered by a machine goes
 * before what merely cannot be.
 */
export const MATTER_RULES: readonly RuleSet[] = [
  INJECTION,
  PRESS,
  PRIVACY,
  ALARMING_RUMOUR,
  COMPLAINT,
  POLITICS,
  PERSONAL_DATA,
  HUMAN_REQUEST,
  INDIVIDUAL_CASE,
  RUMOUR,
  OUT_OF_SCOPE,
  SMALL_TALK,
];
