/** A text beside itself without diacritics, in lower case and with plain digits, unit for unit. */
export interface AlignedText {
  /** In NFC. */
  readonly text: string;
  /** Of the same length; what shows nothing is a blank. */
  readonly folded: string;
  /** Whether its writer types diacritics, so that «có» cannot be «cô». */
  readonly accented: boolean;
  /** Whether capitals tell anything: not where nearly everything is one, or nothing is. */
  readonly cased: boolean;
}

const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u00a0/u;
const SHOUTED_SHARE = 0.6;
const ACCENTED_SHARE = 0.06;

const plainUnits = new Map<string, string>();

/** Reads a text for {@link AlignedText}. Letters of other scripts stay as they are. */
export function align(raw: string): AlignedText {
  const text = raw.normalize('NFC');
  let folded = '';
  let letters = 0;
  let capitals = 0;
  let marked = 0;
  // What stands for something that was masked tells nothing of how its writer types.
  let inBrackets = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charAt(index);
    inBrackets = unit === '[' || (inBrackets && unit !== ']');
    const plain = plainUnit(unit);
    folded += plain;
    if (inBrackets || plain < 'a' || plain > 'z') continue;
    letters += 1;
    const lower = unit.toLowerCase();
    if (lower !== unit) capitals += 1;
    if (lower !== plain) marked += 1;
  }
  return {
    text,
    folded,
    accented: marked > letters * ACCENTED_SHARE,
    cased: capitals > 0 && capitals < letters * SHOUTED_SHARE,
  };
}

/** A text has few different units, so that each is worked out once. */
function plainUnit(unit: string): string {
  const known = plainUnits.get(unit);
  if (known !== undefined) return known;
  const bare = unit
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace('đ', 'd');
  const plain = INVISIBLE.test(unit) ? ' ' : bare.length === 1 ? bare : unit;
  plainUnits.set(unit, plain);
  return plain;
}
