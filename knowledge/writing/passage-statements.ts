import type { Passage, PassagePart } from '../document.ts';
import { bearerIn, namesBearer } from './bearers.ts';
import { readFigures } from './figures.ts';

/** Words of a passage that say something alone, and where they stand. */
export interface PassageStatement {
  readonly text: string;
  /** The sentence or item of a list that it was parted from; absent where it was not. */
  readonly sentence?: string;
  /** Its own words, without those that lead up to it: what it holds under stands in them. */
  readonly own: string;
  /** Whose it is, where a title says so: «Nhiệm vụ của giáo viên». */
  readonly owner: string | null;
  /** Whom it holds for, where another part says it: what that holds under, this does too. */
  readonly holdsFor: string | null;
  /** What leads up to the list that it is an item of; the items of one list may be said together. */
  readonly list: string | null;
  /** Words around it that it leans on: of what it is listed under, and of what «trong đó» speaks of. */
  readonly above: string;
  readonly address: string;
}

/**
 * What the parts of a passage say, each in words that can be read alone: rows of a table and their cells as they were
 * put, items of a list behind the words that lead up to them, and what one part says of another («đối tượng quy định
 * tại điểm a», «nhóm 1») together with that other.
 * @param headings those above the passage; one that forbids leads up to what stands under it
 * @param clausesOf parts words into statements
 */
export function statementsOf(
  parts: Passage['parts'],
  headings: Passage['headings'],
  clausesOf: (text: string) => readonly string[],
): readonly PassageStatement[] {
  const plain = parts.map((part) => ({ ...part, text: withoutMark(part.text).trim() }));
  return plain.flatMap((part, index) => {
    const { text, address, alone, cells = [] } = part;
    if (cells.length > 0)
      return cells.map((cell) => ({
        text: cell.alone,
        own: cell.alone,
        owner: null,
        holdsFor: null,
        list: null,
        above: '',
        address,
      }));
    if (alone !== undefined)
      return [{ text: alone, own: alone, owner: null, holdsFor: null, list: null, above: '', address }];
    const before = plain.slice(0, index);
    const lead = leadOf(part, before, headings);
    const above = `${listHead(part, before)?.text ?? ''} ${/(?<=\.\s)trong đó/iu.test(text) ? text : ''}`;
    const said = listedIn(text).flatMap(({ words, list, sentence }) =>
      clausesOf(words).map((clause) => ({
        text: lead === null ? clause : `${lead}: ${clause}`,
        sentence,
        own: clause,
        owner: lead === null || namesBearer(clause) ? null : (ownerIn(lead) ?? bearerIn(lead)),
        holdsFor: null,
        list,
        above,
        address,
      })),
    );
    const joined = [...referringTo(part, plain, clausesOf), ...counted(part, plain.slice(index + 1))];
    return [...said, ...joined.map((one) => ({ above, owner: null, holdsFor: null, ...one, list: null, address }))];
  });
}

/** The words of a part without the number or letter that it is listed under, which counts nothing. */
export function withoutMark(text: string): string {
  return text.replace(/(?<=^|\n)\s*(?:(?:\d+[.)]|\(\d+\)|[a-zđ]\)|[-–+•])\s+(?=\S))+/gu, '');
}

const LIST = /^([^;:]{3,}):([^;]*;.*)$/u;

interface Listed {
  readonly words: string;
  /** The whole sentence; of a list its item. */
  readonly sentence: string;
  readonly list: string | null;
}

/** The words of a part, each item of a list behind the words that lead up to the list. */
function listedIn(text: string): readonly Listed[] {
  return text.split(/(?<=\.)\s|\n/u).flatMap((sentence): readonly Listed[] => {
    const [, lead, items] = LIST.exec(sentence) ?? [];
    if (lead === undefined || items === undefined) return coordinated(sentence);
    return items
      .split(';')
      .map((item) => `${lead}: ${item.trim()}`)
      .map((words) => ({ words, sentence: words, list: lead }));
  });
}

/** Whose duty or right several things are: «Nhà trường có trách nhiệm tổ chức …; trả …; có …». */
const SHARED =
  /^([^;]{3,90}?\s(?:có trách nhiệm|có nghĩa vụ|có nhiệm vụ|(?<!không )phải|(?<!không )được))\s([^:;]+;[^:]*)$/u;
/** Says of everything in its sentence that nobody has to do it, or that nobody may. */
const CUE = /^(?:khuyến khích|nghiêm cấm|cấm|không được)\s/iu;

/** The clauses of a sentence: «Khuyến khích doanh nghiệp có …; tặng …» encourages both. */
function withCue(sentence: string): readonly Listed[] {
  const clauses = sentence.split(/;(?=\s|$)/u);
  const [cue] = CUE.exec(sentence.trim()) ?? [];
  if (cue === undefined) return clauses.map((words) => ({ words, sentence: words, list: null }));
  return clauses.map((clause, at) => ({
    words: at === 0 || OWN_SUBJECT.test(clause.trim()) ? clause : `${cue}${clause.trim()}`,
    sentence,
    list: null,
  }));
}

/** Has somebody or a duty of its own. */
const OWN_SUBJECT =
  /^\p{Lu}|^(?:việc|đối với|với|khi|nếu|trường hợp|trong|tại|ở|sau|trước)\s|^[^,]*(?:^|\s)(?:phải|được|không|có trách nhiệm|là)\s/u;

/** The clauses of a sentence; those that name nobody behind whose duty or right the first tells of. */
function coordinated(sentence: string): readonly Listed[] {
  const [, lead, said] = SHARED.exec(sentence) ?? [];
  const [first, ...others] = said?.split(';').map((clause) => clause.trim()) ?? [];
  if (lead === undefined || first === undefined) return withCue(sentence);
  return [
    { words: `${lead} ${first}`, sentence, list: lead },
    ...others
      .filter((clause) => clause !== '')
      .map((clause) =>
        OWN_SUBJECT.test(clause)
          ? { words: clause, sentence, list: null }
          : { words: `${lead} ${clause}`, sentence, list: lead },
      ),
  ];
}

/** A title that says whose all that stands under it is. */
const OWNED =
  /^(?:điều \d+\.\s)?(?:các )?(?:(?:quyền hạn|quyền|nhiệm vụ|trách nhiệm|nghĩa vụ)(?:,\s|\svà\s|\s))+của\s([^:.;,]{3,60})$/iu;

/** Whose things are that stand under a title: «giáo viên» of «Nhiệm vụ của giáo viên». */
function ownerIn(title: string): string | null {
  return OWNED.exec(title)?.[1] ?? null;
}

/** The part above an item of a list that leads up to it; a title leads up to what stands behind it at its own address too. */
function listHead(part: PassagePart, before: Passage['parts']): PassagePart | undefined {
  return before.findLast(
    ({ text, address }) =>
      !/[.;!?]$/u.test(text) &&
      address !== '' &&
      (part.address.startsWith(`${address}, `) || (part.address === address && ownerIn(text) !== null)),
  );
}

const COUNTABLE = /(?:các|những) (hình thức|đối tượng|trường hợp|bước|phương thức|loại|mức|nhóm)(?!\p{L})/iu;

/** How many items follow what leads up to a list: «theo các hình thức sau đây». */
function counted(head: PassagePart, after: Passage['parts']): readonly Pick<PassageStatement, 'text' | 'own'>[] {
  const [, noun] = COUNTABLE.exec(head.text) ?? [];
  if (noun === undefined || !head.text.endsWith(':')) return [];
  const depth = head.address.split(',').length + 1;
  const items = after.filter(
    ({ address }) => address.startsWith(`${head.address}, `) && address.split(',').length === depth,
  );
  const said = `${head.text.split(/(?<=[.;])\s/u).at(-1)} ${items.length} ${noun}`;
  return items.length < 2 ? [] : [{ text: said, own: said }];
}

const FORBIDS = /không được(?: làm| phép)?$|nghiêm cấm|bị cấm/iu;

/** What leads up to a part: the end of the part above it, or a heading that forbids or says whose it is. */
function leadOf(part: PassagePart, before: Passage['parts'], headings: Passage['headings']): string | null {
  const above = listHead(part, before);
  // A number before a list is that of the whole, and none of its items'.
  if (above !== undefined && countsIn(above.text) === 0) {
    const lead = above.text.split(/(?<=[.;])\s/u).at(-1) ?? '';
    return lead.replace(/(?:\s+(?:như )?sau(?: đây)?)?:$/u, '');
  }
  const [article = ''] = part.address.split(',');
  const heading = headings.find((one) => article !== '' && one.startsWith(`${article}.`));
  if (heading === undefined) return null;
  const title = heading.slice(article.length + 1).trim();
  return FORBIDS.test(title) || (ownerIn(title) !== null && !namesBearer(part.text)) ? title : null;
}

/** «trong 01 tuần» says for what time its items are. */
const FOR_EACH = /(?:trong|mỗi|hằng)\s(?:(?:0?1|một)\s)?(?:ngày|tuần|tháng|năm học|năm|học kỳ)(?!\p{L})/giu;

function countsIn(text: string): number {
  return readFigures(text.replace(FOR_EACH, ' ')).filter(({ kind }) => kind !== 'reference').length;
}

const ADDRESS = /quy định tại (?:(điểm [a-zđ]) )?(khoản \d+) (?:(điều \d+)(?: \p{L}+ \p{L}+ này)?|điều này)/iu;
/** «Nhóm đối tượng 1: …» */
const NAMED = /^(nhóm|diện|loại|khu vực|vùng)(?: đối tượng)? (\d+|[ivx]+):\s*(.+)$/iu;

/** What a part says of another one, with the words of that other. */
function referringTo(
  { text, address }: PassagePart,
  parts: Passage['parts'],
  clausesOf: (text: string) => readonly string[],
): readonly (Pick<PassageStatement, 'text' | 'own'> & Partial<PassageStatement>)[] {
  const [written, letter, paragraph, article = address.split(',')[0] ?? ''] = ADDRESS.exec(text) ?? [];
  if (written !== undefined && paragraph !== undefined) {
    const meant = [article, paragraph, letter ?? '']
      .filter((step) => step !== '')
      .join(', ')
      .toLowerCase();
    const [other, ...more] = parts.filter((part) => part.address.toLowerCase() === meant);
    if (other === undefined || more.length > 0 || countsIn(other.text) > 0) return [];
    const [first = ''] = clausesOf(text);
    const joined = first.replace(written, ` ${other.text.replace(/[.;:]$/u, '')} `);
    return [{ text: joined, own: first.replace(written, ' '), holdsFor: other.text }];
  }
  const [, kind = '', name = '', items] = NAMED.exec(text) ?? [];
  if (items === undefined) return [];
  const names = new RegExp(`(?<![\\p{L}])${kind}(?: đối tượng)? ${name}(?![\\p{L}\\d])`, 'iu');
  const told = parts
    .filter((part) => part.text !== text)
    .flatMap((part) => clausesOf(part.text).map((clause) => ({ clause, above: part.text })))
    .filter(({ clause }) => names.test(clause));
  return items
    .split(';')
    .flatMap((item) => told.map(({ clause, above }) => ({ text: `${item.trim()} – ${clause}`, own: '', above })));
}
