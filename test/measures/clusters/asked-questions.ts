import { readFileSync } from 'node:fs';
import { type QuestionStyle, typeInStyle } from '../retrieval/question-styles.ts';
import { seededRandom } from '../retrieval/seeded-random.ts';

/** A question with the need behind it. */
export interface AskedQuestion {
  readonly id: string;
  readonly need: string;
  /** Needs by which limits may be fitted, those that are only measured, and those that were written later, only measured too. */
  readonly half: 'tuned' | 'held-out' | 'parents';
  /** Of one style for all questions, or mixed as people write. */
  readonly text: string;
}

/** How the questions are typed: all the same way, or each in a way of its own. */
export type TypedAs = QuestionStyle | 'mixed';

const FILES = { tuned: 'tuned-needs.txt', 'held-out': 'held-out-needs.txt' } as const;
const PARENTS = 'parents-needs.txt';
const A_NEED = 17;

const OPENERS = [
  '',
  '',
  'cho em hỏi',
  'dạ cho em hỏi',
  'ad ơi cho mình hỏi',
  'chào page, cho tôi hỏi',
  'em chào anh chị ạ,',
  'phòng giáo dục cho hỏi',
  'xin hỏi',
  'anh chị giải đáp giúp em',
];
const CLOSERS = ['', '', 'ạ', 'vậy ạ', 'với ạ', 'em cảm ơn', 'mong ad trả lời sớm', 'ạ? em cảm ơn nhiều', 'nhỉ'];
const SCHOOLS = [
  'tiểu học Thành Công',
  'mầm non Hoa Sen',
  'thcs Giảng Võ',
  'tiểu học Ba Đình',
  'thcs Phan Chu Trinh',
  'mẫu giáo Họa Mi',
  'trường con em',
];
const GRADES = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const MIXED: readonly QuestionStyle[] = ['as-is', 'unaccented', 'half', 'teencode'];

/**
 * About 1,000 questions of 60 needs, each wording of a need with other openings, endings, schools and grades, in an order
 * in which they could come in. The same every time.
 */
export function askedQuestions(typedAs: TypedAs): readonly AskedQuestion[] {
  const halves = Object.keys(FILES) as (keyof typeof FILES)[]; // keys of a record by those keys
  return inOrder(halves.flatMap((half) => readNeeds(FILES[half]).flatMap((need) => phrase(need, half, typedAs))));
}

/**
 * 300 questions of 20 further needs, each written by hand as parents type: with diacritics, without, in teencode, long and
 * short; among others where they are given.
 * @param unaccented all of them without diacritics
 */
export function parentsQuestions(unaccented: boolean, others: readonly AskedQuestion[] = []): readonly AskedQuestion[] {
  const asked = readNeeds(PARENTS).flatMap(({ name, wordings }) =>
    wordings.map((text, index): AskedQuestion => {
      const id = `${name}-${String(index).padStart(2, '0')}`;
      return { id, need: name, half: 'parents', text: unaccented ? typeInStyle(text, 'unaccented', id) : text };
    }),
  );
  return inOrder([...others, ...asked]);
}

function inOrder(asked: readonly AskedQuestion[]): readonly AskedQuestion[] {
  const random = seededRandom('the order in which they come');
  return asked
    .map((question) => ({ question, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ question }) => question);
}

interface Need {
  readonly name: string;
  readonly wordings: readonly string[];
}

function readNeeds(file: string): readonly Need[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => {
      const [name = '', ...wordings] = block.split('\n');
      return { name: name.replace(/^# /, ''), wordings };
    });
}

function phrase({ name, wordings }: Need, half: AskedQuestion['half'], typedAs: TypedAs): readonly AskedQuestion[] {
  const random = seededRandom(name);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  return Array.from({ length: A_NEED }, (_, index): AskedQuestion => {
    const wording = wordings[index % wordings.length] ?? '';
    const filled = wording.replaceAll('{trường}', pick(SCHOOLS)).replaceAll('{lớp}', pick(GRADES));
    const text = [pick(OPENERS), filled, pick(CLOSERS)].filter(Boolean).join(' ');
    const id = `${name}-${String(index).padStart(2, '0')}`;
    const style = typedAs === 'mixed' ? (MIXED[index % MIXED.length] ?? 'as-is') : typedAs;
    return { id, need: name, half, text: typeInStyle(text, style, id) };
  });
}
