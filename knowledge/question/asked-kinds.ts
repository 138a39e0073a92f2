import type { Passage } from '../document.ts';
import { fold } from '../text/normalise.ts';

/**
 * What kind of answer a question asks for, and by what a text shows that it holds one. Patterns are over text without
 * diacritics and in lower case. A question may ask for several kinds; most ask for none that can be told.
 */
interface AnswerKind {
  readonly asked: RegExp;
  readonly held: RegExp;
}

const HOW_MANY = '(?:bao nhieu|may|nhieu)';
const MONEY =
  '(?:tien|hoc phi|le phi|phi|luong|muc thu|muc phat|gia|dong|nop|thu|phat|thuong|tro cap|ho tro|mat|het|ton)';
const SPAN = '(?:ngay|tuan|thang|nam|gio|tieng|phut|buoi|tiet)';

const ANSWER_KINDS: readonly AnswerKind[] = [
  {
    asked: new RegExp(
      `\\b(?:${HOW_MANY}\\b.{0,25}\\b(?:tien|dong|nghin|trieu)|${MONEY}\\b.{0,40}\\b(?:bao nhieu|may))\\b`,
    ),
    held: /\d[\d.]* ?(?:dong|nghin|trieu|vnd|d)\b|\d{1,3}(?:\.\d{3})+|luong co so|muc luong/,
  },
  { asked: /\bphan tram\b|%/, held: /%|\bphan tram\b|\d\/\d/ },
  {
    asked: /\b(?:khi nao|bao gio|luc nao|(?:ngay|thang|nam) (?:nao|may)|may gio|han|muon nhat|cham nhat)\b/,
    held: /\b(?:ngay|thang|nam|gio|thoi han|thoi diem|truoc|sau)\b/,
  },
  {
    asked: new RegExp(`\\b(?:bao lau|${HOW_MANY} ${SPAN})\\b`),
    held: new RegExp(`\\d+ ?(?:\\([^)]{0,30}\\) ?)?${SPAN}\\b`),
  },
  { asked: /\b(?:may|bao nhieu) tuoi\b|\btuoi nao\b/, held: /\btuoi\b/ },
  { asked: /\bbao nhieu\b|\bmay\b/, held: /\d/ },
  {
    asked: /\b(?:ai|nguoi nao|co quan nao|don vi nao|cho nao|noi nao)\b/,
    held: /\b(?:hieu truong|giam doc|chu tich|uy ban|so|bo|phong|hoi dong|truong|giao vien|thu truong|co so)\b/,
  },
  {
    asked: /\b(?:giay to|ho so|giay gi|can gi|nhung gi)\b/,
    held: /\b(?:ho so|don|giay|ban sao|ban chinh|gom)\b/,
  },
  {
    asked: /\b(?:so dien thoai|sdt|dia chi|o dau|hotline|e-?mail|website|trang web|link)\b/,
    held: /\b(?:dien thoai|dia chi|https?|www)\b|\d{9,11}|@/,
  },
];

/** The kinds of answer that a question (diacritics restored) asks for. */
export function askedKinds(question: string): readonly AnswerKind[] {
  const folded = fold(question);
  return ANSWER_KINDS.filter(({ asked }) => asked.test(folded));
}

/** Share of the asked kinds of answer that a passage holds; 1 where none is asked for. */
export function heldShare(kinds: readonly AnswerKind[], passage: Pick<Passage, 'text'>): number {
  if (kinds.length === 0) return 1;
  const held = heldKinds(passage);
  return kinds.filter((kind) => held & bitOf(kind)).length / kinds.length;
}

const heldByPassage = new WeakMap<Pick<Passage, 'text'>, number>();

/** Passages stay and questions come: each passage is looked through once. One bit a kind. */
function heldKinds(passage: Pick<Passage, 'text'>): number {
  const known = heldByPassage.get(passage);
  if (known !== undefined) return known;
  const folded = fold(passage.text);
  const held = ANSWER_KINDS.reduce((bits, kind) => (kind.held.test(folded) ? bits | bitOf(kind) : bits), 0);
  heldByPassage.set(passage, held);
  return held;
}

function bitOf(kind: AnswerKind): number {
  return 1 << ANSWER_KINDS.indexOf(kind);
}
