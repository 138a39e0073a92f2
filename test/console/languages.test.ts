import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGLISH } from '../../adapters/console/languages/english.ts';
import { ENGLISH_NOTICES } from '../../adapters/console/languages/english-notices.ts';
import { ENGLISH_SAID } from '../../adapters/console/languages/english-said.ts';
import { SAID } from '../../adapters/console/languages/said.ts';
import { CONTENT, serveFilledConsole } from '../builders/filled-console.ts';
import type { PageVisitor } from '../builders/page-visitor.ts';
import type { ServedPages } from '../builders/served-pages.ts';
import { formToken } from '../builders/staff-visitor.ts';
import { toldWords } from '../builders/told-words.ts';

/** Letters that English does not have; what people call their own language is left as they call it. */
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;
const OWN_NAME = 'Tiếng Việt';
/** How documents write numbers, addresses, places and names, which nobody may write otherwise. */
const AS_DOCUMENTS_WRITE =
  /58\/2025\/NQ-HĐND|“(?:Điều 5, khoản 2(?:; Phụ lục 1)?|Hà Nội(?: › Ba Đình)?|Nguyễn Văn A, Phó Giám đốc)”/gu;

function textsIn(words: unknown, path: string): readonly (readonly [path: string, text: string])[] {
  if (typeof words === 'string') return [[path, words]];
  // Sentences with blanks: names and counts alike read as a list of one.
  if (typeof words === 'function') return [[path, String(words(['1'], ['1']))]];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([name, part]) => textsIn(part, `${path}.${name}`));
}

describe('the English words of the console', () => {
  it('are English, every one of them', () => {
    const texts = [...textsIn(ENGLISH, 'words'), ...textsIn(ENGLISH_NOTICES, 'notices')];
    expect(texts.length).toBeGreaterThan(300);
    expect(
      texts.filter(
        ([, text]) =>
          text.trim() === '' || (VIETNAMESE.test(text.replaceAll(AS_DOCUMENTS_WRITE, '')) && text !== OWN_NAME),
      ),
    ).toEqual([]);
  });
});

describe('what the product said in Vietnamese and kept', () => {
  it.each([
    ['of files', SAID.reading, (text: string) => ENGLISH_SAID.reading(text, null)],
    ['of messages that did not go out', SAID.delivery, ENGLISH_SAID.delivery],
    ['in the place of a citizen’s words', SAID.notes, ENGLISH_SAID.note],
    ['of attachments', SAID.attachments, ENGLISH_SAID.attachment],
  ] as const)('is told in English, every sentence %s', (_where, said, inEnglish) => {
    const sentences = textsIn(said, 'said');
    expect(sentences.length).toBeGreaterThan(9);
    expect(
      sentences.map(([path, text]) => [path, inEnglish(text)]).filter(([, text = '']) => VIETNAMESE.test(text)),
    ).toEqual([]);
  });

  it('is told with what stands in it, and what that says in turn', () => {
    const { reading, delivery, note } = ENGLISH_SAID;
    const { leftOut, details, ingest, web } = SAID.reading;
    expect(reading(details.withDetail(leftOut.unfinished, details.pagesRead('3', '12')), 'unfinished')).toMatch(
      /^This scan is long .* \(3 of 12 pages read\)$/,
    );
    expect(reading(ingest.keptCopy('https://a.vn/b', web.status('503')), null)).toBe(
      'The earlier copy of https://a.vn/b is used: The server answered 503.',
    );
    expect(delivery(SAID.delivery.any.gaveUp(SAID.delivery.messenger.temporary('2')))).toBe(
      'It was tried many times without success. Messenger has trouble for the moment (code 2).',
    );
    expect(note(SAID.notes.any.erasureUnderTicket(SAID.notes.requests.platform, 'XD-1'))).toMatch(
      /^\(The citizen withdrew .*Code XD-1\.\)$/,
    );
  });

  it('is told by its code where another version said it otherwise, and words of people stay as they are', () => {
    expect(ENGLISH_SAID.reading('Tệp này khóa rồi.', 'encrypted')).toBe(
      'The file has a password: remove it, then upload the file again.',
    );
    expect(ENGLISH_SAID.note('Tệp có mật khẩu thì nộp thế nào ạ?')).toBe('Tệp có mật khẩu thì nộp thế nào ạ?');
  });
});

/** Small words of every English sentence that no Vietnamese one has. */
const ENGLISH_WORDS = /\b(?:the|of|is|are|was|this|from|and|not|with)\b/iu;
/** Rules, as the trial names them. */
const ALIKE = /^(?:(?:answer|policy):[a-z.-]+)$/u;
const DOCUMENT = '/staff/documents/7777777777777777';

/** Pages as they are opened, and as they come back from forms that were filled in badly. */
const PAGES: readonly (readonly [path: string, form?: Readonly<Record<string, string>> | undefined])[] = [
  ['/staff/documents'],
  ['/staff/documents?q=zzz'],
  [`${DOCUMENT}?notice=stale`],
  [`${DOCUMENT}?q=trua`],
  ...[1, 2, 3, 4, 5, 6, 8].map((digit) => [`/staff/documents/${String(digit).repeat(16)}`] as const),
  ['/staff/documents/none'],
  [`${DOCUMENT}/edit`],
  [
    `${DOCUMENT}/set`,
    {
      number: 'x',
      title: '',
      issuedOn: 'x',
      territory: 'x',
      schoolYear: 'x',
      signer: ', x',
      inForceFrom: '2026-01-02',
      inForceUntil: '2026-01-01',
    },
  ],
  [`${DOCUMENT}/relate`, { kind: 'replaces', other: 'x', parts: 'x', from: 'x' }],
  [`${DOCUMENT}/unrelate`, { kind: 'repeals', other: 'x' }],
  [`${DOCUMENT}/unrelate`, { kind: 'x', other: 'x' }],
  [`${DOCUMENT}/withdraw`, { reason: '' }],
  ['/staff/uploads'],
  ['/staff/uploads?notice=removed'],
  ['/staff/uploads', {}],
  ['/staff/try'],
  ['/staff/try', { question: '' }],
  ['/staff/try', { question: 'bữa trưa bán trú tối đa bao nhiêu đồng một ngày', earlier: 'xin chào' }],
  ['/staff/try', { question: 'thời tiết hôm nay thế nào' }],
  ['/staff/topics'],
  ['/staff/topics/thanks?done=stale'],
  ['/staff/topics/none'],
  ['/staff/topics/crisisAdult/preview', { words: 'Gọi {số} tại https://example.com' }],
  ['/staff/topics/greeting/preview', { words: 'Dạ, em chào anh/chị.' }],
  ['/staff/approval?done=changed'],
  ['/staff/approval', { mode: 'words', words: '', minutes: '1' }],
  ['/staff/switch?to=on&notice=no-reason'],
  ['/staff/calendar?done=changed&at=2026-02-16T09:30'],
  ['/staff/calendar/hours', { monday: 'x' }],
  ['/staff/calendar/holidays', { 'tet-2026': '9' }],
  ['/staff/calendar/close', { first: '2026-02-10', last: '2026-02-01' }],
  ['/staff/calendar/open', { day: '2026-02-10', hours: '09:00-10:00' }],
];

describe('a page on what the assistant knows and how the office works', () => {
  let pages: ServedPages;
  let admin: PageVisitor;
  let token: string;
  beforeAll(async () => {
    ({ pages, admin } = await serveFilledConsole());
    token = await formToken(admin);
  });
  afterAll(() => pages.close());

  async function told(language: 'vi' | 'en', [path, form]: (typeof PAGES)[number]): Promise<readonly string[]> {
    admin.cookies.set('console-view', `auto.${language}`);
    const version = form === undefined ? '' : await versionOf(path);
    const response =
      form === undefined ? await admin.get(path) : await admin.submit(path, { token, version, seen: '0', ...form });
    const html = await response.text();
    expect(html).not.toMatch(/<main [^>]*lang=/);
    return [...toldWords(html, CONTENT)];
  }

  /** Decisions about a document carry the version that was looked at. */
  async function versionOf(path: string): Promise<string> {
    if (!path.startsWith(DOCUMENT)) return '';
    return /name="version" value="([^"]*)"/.exec(await (await admin.get(DOCUMENT)).text())?.[1] ?? '';
  }

  const opened = PAGES.map(([path, form]) => ({ path, form }));
  it.each(opened)('speaks the language of who looks, and no other: $path $form', async ({ path, form }) => {
    const [vietnamese, english] = [await told('vi', [path, form]), await told('en', [path, form])];
    expect(english.length).toBeGreaterThan(3);
    expect(english.filter((text) => VIETNAMESE.test(text.replaceAll(AS_DOCUMENTS_WRITE, '')))).toEqual([]);
    expect(vietnamese.filter((text) => ENGLISH_WORDS.test(text))).toEqual([]);
    // What both tell alike was left in one of the languages.
    expect(english.filter((text) => vietnamese.includes(text) && !ALIKE.test(text))).toEqual([]);
  });

  it('tells what the reader of files noted, which writes Vietnamese', async () => {
    expect(await told('en', ['/staff/uploads'])).toEqual(
      expect.arrayContaining([
        'In use',
        'Converted from TCVN3 to Unicode.',
        'The file has a password: remove it, then upload the file again.',
        'The same content as : both are one document.',
        '1 passage, 2 pages: 1 page with text of their own, 1 page by recognising letters',
      ]),
    );
  });
});
