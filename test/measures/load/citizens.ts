import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decidePolicy } from '../../../bot/policy/decide.ts';
import { fold } from '../../../knowledge/text/normalise.ts';
import { exponential } from './arrivals.ts';

/** What one simulated person will do. */
export interface CitizenPlan {
  readonly id: string;
  /** One to four, in order. */
  readonly questions: readonly PlannedQuestion[];
}

interface PlannedQuestion {
  readonly text: string;
  /** Time before the next question is sent (ms). */
  readonly thinkMs: number;
  /** The next question follows without waiting for the reply. */
  readonly hasty: boolean;
  /** The platform delivers the webhook a second time, so much later (ms). */
  readonly repeatedAfterMs: number | null;
}

/** How citizens behave. */
export interface CitizenHabits {
  /** Mean time between a reply and the next question (ms). */
  readonly thinkMs: number;
  /** Share of citizens who do not wait for replies. */
  readonly hasty: number;
  /** Share of webhooks that come twice. */
  readonly repeated: number;
}

const questionSchema = z.object({ topic: z.string(), text: z.string().min(1) });

/** What parents ask, in several ways of typing. */
export const PARENTS_QUESTIONS = readFileSync(join(import.meta.dirname, 'parents-questions.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => questionSchema.parse(JSON.parse(line)));

const MOST_QUESTIONS = 4;
const LEAST_THINKING_MS = 150;
const REPEATED_WITHIN_MS = 2_000;
const OPENINGS = ['', 'Dạ ', 'Alo ad ', 'Ad ơi, ', 'Em chào cô, ', 'Cô ơi cho em hỏi, ', 'Kính gửi nhà trường, '];
const ENDINGS = ['', ' ạ', ' vậy', ' với ạ', '. Em cảm ơn', ' nhé ad', ', mong cô trả lời sớm'];
/** Share of accented questions that are typed without diacritics on a phone. */
const UNACCENTED = 0.25;

/** How many questions a citizen asks on average. */
export const QUESTIONS_A_CITIZEN = (1 + MOST_QUESTIONS) / 2;

/**
 * Makes up the `index`-th citizen. Hardly two of them write the same words, so that nothing is answered from memory. A
 * matter that goes to a person ends what a citizen asks: afterwards the product is silent, as it should be.
 */
export function planCitizen(index: number, habits: CitizenHabits, random: () => number): CitizenPlan {
  const hasty = random() < habits.hasty;
  const questions: PlannedQuestion[] = [];
  const count = 1 + Math.floor(random() * MOST_QUESTIONS);
  while (questions.length < count) {
    const text = questionInOwnWords(random);
    const repeated = random() < habits.repeated;
    const context = questions.map((question) => question.text);
    questions.push({
      text,
      thinkMs: LEAST_THINKING_MS + exponential(habits.thinkMs, random),
      hasty,
      repeatedAfterMs: repeated ? random() * REPEATED_WITHIN_MS : null,
    });
    if (goesToStaff(text, context)) break;
  }
  return { id: String(7_000_000_000_000_000 + index), questions };
}

function questionInOwnWords(random: () => number): string {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const { text = '' } = pick(PARENTS_QUESTIONS) ?? {};
  const bare = text.replace(/[?\s]+$/u, '');
  const spoken = `${pick(OPENINGS) ?? ''}${bare}${pick(ENDINGS) ?? ''}${text.endsWith('?') ? '?' : ''}`;
  const years = random() < 0.3 ? ` (bé sinh ${1 + Math.floor(random() * 28)}/${1 + Math.floor(random() * 12)})` : '';
  const whole = `${spoken}${years}`;
  return random() < UNACCENTED ? fold(whole) : whole;
}

function goesToStaff(text: string, context: readonly string[]): boolean {
  const outcome = decidePolicy({ text, context })?.outcome;
  return outcome === 'escalated' || outcome === 'crisis';
}
