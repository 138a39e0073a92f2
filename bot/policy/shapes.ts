import { findPersonalNumbers } from '../../knowledge/personal-data/find-personal-data.ts';
import { stripInvisible } from '../../knowledge/text/normalise.ts';
import type { MessageWords } from './message-words.ts';

/** What can be seen of a message without understanding its words. */
export type MessageShape =
  | 'identity-number'
  | 'phone-number'
  | 'birth-date'
  | 'no-letters'
  | 'emoji'
  | 'foreign-script'
  | 'foreign-language'
  | 'encoded'
  | 'command'
  | 'question'
  /** A question mark, or question words near the end. */
  | 'asks'
  | 'up-to-6-words'
  | 'up-to-12-words'
  | 'follow-up';

const BIRTH_DATE = /(?<!\d)(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:19|20)\d\d(?!\d)/u;
const OTHER_SCRIPTS =
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Arabic}\p{Script=Lao}\p{Script=Khmer}\p{Script=Devanagari}\p{Script=Hebrew}\p{Script=Cyrillic}]/gu;
const ENCODED =
  /(?:^|\s)(?:[A-Za-z0-9+/]{40,}={0,2}|(?:[0-9a-f]{2}[ :]?){20,}|(?:[01]{8}[ ]?){5,}|(?:\\u[0-9a-f]{4}){5,}|(?:%[0-9a-f]{2}){6,})(?:\s|$)/iu;
const COMMAND =
  /(?:^|\s)(?:system|assistant|developer|admin)\s?:|(?:^|\s)\/(?:admin|system|debug|export|reset|sudo|root)\b|<\/?(?:script|system|img|iframe)\b|\b(?:drop table|select \*|union select|or 1=1|sudo |rm -rf|eval\(|\{\{|\$\{jndi)|\[(?:inst|system)\]|<\|im_start/iu;
const ASKING_TAIL = 8;
const ASKING_WORDS = new Set('khong chua gi sao nao dau ai may nhieu nhi the'.split(' '));
const EMOJI = /\p{Extended_Pictographic}/u;
const FOREIGN_WORDS = new Set(
  `the is are you how can what where when who why do does my your child school kid please want need help for of to and in with this that hello have has le la les des est je vous mon pour
  enroll enrollment registration tell me ignore instructions about`.split(/\s+/u),
);

/** Of these, those that are Vietnamese syllables without their diacritics; alone they show no foreign language. */
const ALSO_VIETNAMESE = new Set('the can do my me to in la le mon est tell that'.split(' '));

/** Every shape of a message; `raw` is the text as it came. */
export function readShapes(raw: string, message: MessageWords, earlier: readonly string[]): ReadonlySet<MessageShape> {
  const text = stripInvisible(raw).normalize('NFKC').slice(0, 6_000);
  const shapes = new Set<MessageShape>();
  const mark = (shape: MessageShape, holds: boolean) => {
    if (holds) shapes.add(shape);
  };
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const count = message.words.length;
  const numbers = new Set(findPersonalNumbers(text).map(({ kind }) => kind));
  mark('identity-number', numbers.has('identity') || numbers.has('pupil-number'));
  mark('phone-number', numbers.has('phone'));
  mark('birth-date', BIRTH_DATE.test(text));
  mark('no-letters', letters === 0 && !/\d/u.test(text));
  mark('emoji', letters === 0 && EMOJI.test(text));
  mark('foreign-script', (text.match(OTHER_SCRIPTS)?.length ?? 0) * 3 > letters && letters > 1);
  mark('foreign-language', isForeignLanguage(text, message));
  mark('encoded', ENCODED.test(text));
  mark('command', COMMAND.test(text));
  mark('question', text.includes('?'));
  mark('asks', text.includes('?') || message.words.slice(-ASKING_TAIL).some((word) => ASKING_WORDS.has(word.folded)));
  mark('up-to-6-words', count <= 6);
  mark('up-to-12-words', count <= 12);
  mark('follow-up', earlier.length > 0);
  return shapes;
}

/**
 * A message of four words or more, without diacritics, of which a third are common English or French words, at least one
 * of them no Vietnamese syllable.
 */
function isForeignLanguage(text: string, message: MessageWords): boolean {
  const count = message.words.length;
  if (count < 4 || /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu.test(text)) return false;
  const foreign = message.words.filter((word) => FOREIGN_WORDS.has(word.folded));
  return foreign.length * 3 >= count && foreign.some((word) => !ALSO_VIETNAMESE.has(word.folded));
}
