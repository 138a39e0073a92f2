import type { Passage } from '../document.ts';
import { fold, stripInvisible } from '../text/normalise.ts';

/**
 * Words that give a model orders. Official texts speak to people and institutions, never to the program that reads
 * them, so a part of a passage that holds such words was planted. Folded, reviewed by hand.
 */
const ORDERS: readonly RegExp[] = [
  /(?:bo qua|phot lo|quen|ignore|disregard|forget)[^.;]{0,30}(?:huong dan|chi dan|chi thi|quy tac|cau lenh|lenh tren|lenh truoc|instruction|previous|prompt|rules)/u,
  /(?<!\p{L})(?:system|developer|assistant|tro ly|he thong|chatbot|bot|ai|mo hinh|model|llm)\s*(?:prompt)?\s*(?::|phai tra loi|hay tra loi|hay noi|can tra loi|luon tra loi|se tra loi)/u,
  /(?<!\p{L})(?:hay|phai|chi|luon) (?:tra loi|noi|dap|viet|khang dinh|xac nhan)(?: voi [\p{L} ]{2,30})? (?:rang|la|cau|nguyen van|dung)/u,
  /(?<!\p{L})(?:ban|you) (?:la|are|dang la|bay gio la|now) (?:mot |an? |the )?(?:tro ly|mo hinh|chatbot|ai(?![\p{L}])|assistant|bot)/u,
  /(?<!\p{L})(?:khi|neu)(?: co)? (?:nguoi|ai|phu huynh|cong dan|cha me)[\p{L} ]{0,20} hoi[^.;]{0,40}(?:tra loi|noi|dap|khang dinh)/u,
  /(?:cau lenh|loi nhac|chi thi|huong dan) (?:moi|he thong|cua he thong|an) ?(?::|cho|la)/u,
  /(?:dong vai|nhap vai|act as|pretend|jailbreak|system prompt|prompt injection|new instructions?)/u,
  /<\/?\s*(?:system|assistant|user|passages?|instructions?|prompt)\s*>|\[\/?inst\]|<\|/u,
];

/** Whether words are an order to a model, also with characters in them that show nothing. */
export function ordersModel(text: string): boolean {
  const words = fold(stripInvisible(text.normalize('NFKC')));
  return ORDERS.some((order) => order.test(words));
}

const read = new WeakMap<Passage, boolean>();

/** Whether a passage or a heading above it holds an order to a model; looked at once. */
export function holdsOrders(passage: Passage): boolean {
  const known = read.get(passage) ?? [...passage.headings, passage.text].some(ordersModel);
  read.set(passage, known);
  return known;
}
