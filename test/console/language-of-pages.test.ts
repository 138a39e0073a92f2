import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MESSENGER_CLOSED, MESSENGER_REASONS } from '../../adapters/channels/messenger/delivery-words.ts';
import { ENGLISH } from '../../adapters/console/languages/english.ts';
import { ENGLISH_MATTERS } from '../../adapters/console/languages/english-matters.ts';
import { VIETNAMESE } from '../../adapters/console/languages/words.ts';
import { ATTACHMENT_KINDS } from '../../bot/attachment-words.ts';
import { NOTES_TO_STAFF } from '../../bot/notes-to-staff.ts';
import { STATEMENTS_VALUE, writeStatements } from '../../bot/statements/statement.ts';
import { TOPICS } from '../../knowledge/question/topics.ts';
import { aCitation, aCorrection } from '../builders/corrections.ts';
import { anIncident } from '../builders/incidents.ts';
import { createPageVisitor, type PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { addStaff, formToken, STAFF_PASSWORD, signIn } from '../builders/staff-visitor.ts';
import { aStatement } from '../builders/statements.ts';
import { aLedgerEntry, aTurn, outgoing } from '../builders/turns.ts';
import { hasVietnameseLetters, plainTextsIn } from '../builders/written-words.ts';

/** Everything that is written without diacritics here is content; a letter of Vietnamese is a word of the console. */
const QUESTION = 'Hoc phi bao nhieu a';
const PAGES = [
  '/staff/audit',
  '/staff/audit?actor=nobody',
  '/staff/health',
  '/staff/corrections',
  '/staff/corrections?show=approved',
  '/staff/corrections/c1',
  '/staff/corrections/unknown',
  '/staff/statements',
  '/staff/statements?done=stale',
  '/staff/statements/new?kind=refuted&rumour=t1',
  '/staff/statements/new',
  '/staff/statements/s1',
  '/staff/statements/s2',
  '/staff/statements/unknown',
  '/staff/incidents',
  '/staff/incidents/new',
  '/staff/incidents/i1?done=handled',
  '/staff/radar',
  '/staff/radar/rows?stream=matter%3Ah%E1%BB%8Dc+ph%C3%AD&from=0&until=9',
  '/staff/reports?done=early',
  '/staff/reports/2026-02',
  '/staff/reports/2026-02/rows?figure=turns',
  '/staff/reports/2026-02/rows?figure=case%3Ahot',
  '/staff/reports/1999-01',
  '/staff/admission?done=same',
  '/staff/press',
  '/staff/tickets',
  '/staff/tickets?view=closed',
  '/staff/tickets?view=mine',
  '/staff/tickets?q=zzz',
  '/staff/tickets/ticket-1',
  '/staff/mentions',
  '/staff/canned-replies',
  '/staff/canned-replies?notice=canned-stale',
  '/staff/users',
  '/staff/users/admin',
  '/staff/gaps',
  '/staff/password',
  '/staff/second-factor',
];

const ofEnglish = new Set(plainTextsIn(ENGLISH));
const ofVietnamese = new Set(plainTextsIn(VIETNAMESE));

let pages: ServedPages;
let admin: PageVisitor;

/** What the console says on a page: not what is marked as Vietnamese, which is somebody's words. */
function wordsOn(html: string): readonly string[] {
  const page = load(html);
  page('[lang=vi]:not(html), script, style').remove();
  const said = ['title', 'aria-label', 'placeholder', 'alt', 'data-column', 'label'];
  const attributes = page('*')
    .toArray()
    .flatMap((element) => said.map((name) => page(element).attr(name) ?? ''));
  const texts = page('*')
    .contents()
    .toArray()
    .flatMap((node) => (node.type === 'text' ? [page(node).text()] : []));
  return [...attributes, ...texts].map((text) => text.trim()).filter((text) => text !== '');
}

async function wordsAt(path: string, language: 'vi' | 'en'): Promise<readonly string[]> {
  admin.cookies.set('console-view', `auto.${language}`);
  return wordsOn(await (await admin.get(path)).text());
}

beforeAll(async () => {
  pages = await servePages();
  const { now: at } = pages.clock;
  admin = await signIn(pages, { name: 'admin', role: 'admin', displayName: 'An' });
  const facts = { reason: 'Xong', version: 1 };
  await pages.audit.append({ at, actor: 'admin', action: 'document.set', subject: '1/TB', facts });
  const citation = aCitation({ number: '58/2025/NQ', address: 'Muc 5' });
  const told = [outgoing('Muc thu', { citations: [citation] })];
  const asked = aLedgerEntry({ question: QUESTION });
  await pages.records.commit(aTurn({ at: at - 60_000, ledger: asked, outgoing: told }));
  pages.outbox.sendAll();
  await pages.corrections.save(
    aCorrection({
      id: 'c1',
      by: { id: 'new', name: '60/2026/NQ' },
      changes: [{ told: citation, now: null, words: 'x' }],
    }),
  );
  const press = { kind: 'open', topic: 'press', priority: 'high', question: QUESTION } as const;
  await pages.records.commit(aTurn({ at, conversationId: 'web:web:press', ticket: press, owner: 'queue' }));
  const surge = { stream: 'matter:học phí', from: at - 900_000, seenAt: at, people: 30, expected: 2.5, chance: 1e-9 };
  const school = { ...surge, stream: 'incident:food' };
  const rumour = { id: 't1', words: 'Nghe noi', firstSeen: at, lastSeen: at, people: 6, channels: ['zalo'] } as const;
  await pages.radar.add([surge, school], [rumour], at);
  const said = aStatement({ phrases: ['Hoa Sen'], stream: 'matter:học phí', until: at + 9_000, why: 'x' });
  const draft = aStatement({ id: 's2', phrases: ['Hoa Sen'], released: null, why: 'x', until: at + 9_000 });
  await pages.kept.set(STATEMENTS_VALUE, writeStatements([said, draft]));
  await pages.incidents.save(anIncident({ school: 'Mau A', description: 'Dau bung', contact: 'Ban giam hieu' }));
  await admin.submit('/staff/reports', { token: await formToken(admin), month: '2026-02' });
  const sample = await (await admin.get('/staff/admission/sample')).arrayBuffer();
  const form = new FormData();
  form.set('token', await formToken(admin));
  form.append('files', new File([sample], 'mau.xlsx'));
  await admin.upload('/staff/admission', form);
});
afterAll(() => pages.close());

describe('a page of the console', () => {
  it.each(PAGES)('has no Vietnamese word in English and no English one in Vietnamese: %s', async (path) => {
    const [english, vietnamese] = [await wordsAt(path, 'en'), await wordsAt(path, 'vi')];
    expect(english.length).toBeGreaterThan(10);
    expect(english.filter((text) => hasVietnameseLetters(text))).toEqual([]);
    expect(english.filter((text) => ofVietnamese.has(text) && !ofEnglish.has(text))).toEqual([]);
    expect(vietnamese.filter((text) => ofEnglish.has(text) && !ofVietnamese.has(text))).toEqual([]);
  });
});

describe('a page of the console that cannot be given', () => {
  it.each([
    ['/staff/no-such-page', 404, undefined],
    ['/staff/tickets/%E0%A4%A', 400, undefined],
    ['/staff/preferences', 413, { theme: 'x'.repeat(200_000) }],
    ['/staff/tickets/unknown', 404, undefined],
    ['/staff/users/unknown', 404, undefined],
    ['/staff/preferences', 403, { token: 'old' }],
  ] as const)(
    'says so in the language of who asked, and leads back to the console: %s %i',
    async (path, status, form) => {
      for (const language of ['en', 'vi'] as const) {
        admin.cookies.set('console-view', `auto.${language}`);
        const response = form === undefined ? await admin.get(path) : await admin.submit(path, form);
        const html = await response.text();
        expect(response.status).toBe(status);
        expect(html).toContain(`<html lang="${language}">`);
        expect(html).toMatch(/href="\/staff/);
        expect(wordsOn(html).some((text) => hasVietnameseLetters(text))).toBe(language === 'vi');
      }
    },
  );

  it('says so in Vietnamese outside the console, whatever was chosen in it', async () => {
    admin.cookies.set('console-view', 'auto.en');
    expect(await (await admin.get('/van-ban/unknown')).text()).toContain('Không tìm thấy trang');
    expect(await (await admin.get('/staffing')).text()).toContain('href="/"');
  });
});

describe('what the product told in Vietnamese before', () => {
  it('is told in the language of who looks: why a message did not go out, what was attached, who was erased', async () => {
    const { now: at } = pages.clock;
    const conversationId = 'web:web:old';
    const ticket = { kind: 'open', topic: null, priority: 'high', question: NOTES_TO_STAFF.unworkable } as const;
    const heard = [`[${ATTACHMENT_KINDS.image}] https://a.example/1`, NOTES_TO_STAFF.takenBack];
    const result = await pages.records.commit(
      aTurn({
        at,
        conversationId,
        ticket,
        owner: 'queue',
        heard: heard.map((text) => ({ author: 'citizen' as const, text, at })),
        outgoing: [outgoing('Chao')],
      }),
    );
    if (!result.ok || result.ticket === null) throw new Error('no ticket');
    const line = (await pages.records.transcript(conversationId, 0, 9)).at(-1);
    pages.outbox.settle(line?.id ?? 0, 'failed', MESSENGER_REASONS.refused);
    pages.sending.window = { open: false, reason: MESSENGER_CLOSED.everybody };
    const english = await wordsAt(`/staff/tickets/${result.ticket.id}`, 'en');
    pages.sending.window = { open: true, until: null, mode: 'response' };
    expect(english.filter((text) => hasVietnameseLetters(text))).toEqual([]);
    expect(english.join('\n')).toMatch(
      /Messenger refused the message[\s\S]*No message can be sent to this person now: More/,
    );
    expect(await wordsAt('/staff/tickets?view=open', 'en')).toContain(
      'Something that the channel told could not be worked on. Open the conversation there to see it.',
    );
  });

  it('names what is owed to a citizen, and by when', async () => {
    const { now: at } = pages.clock;
    const owed = { kind: 'open', topic: null, priority: 'normal', question: QUESTION } as const;
    const late = { ...owed, dueAt: at - 3_600_000 };
    const soon = { ...owed, dueAt: at + 3_600_000 };
    for (const [ticket, words] of [
      [late, /^Overdue by 1 hour/],
      [soon, /^Reply (?:before|soon|by)/],
    ] as const) {
      const turn = aTurn({ at, conversationId: `web:web:${ticket.dueAt}`, ticket, owner: 'queue' });
      const result = await pages.records.commit(turn);
      const id = result.ok ? result.ticket?.id : undefined;
      expect(await wordsAt(`/staff/tickets/${id}`, 'en')).toContainEqual(expect.stringMatching(words));
    }
  });

  it('names the device of a session', async () => {
    const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';
    const visitor = createPageVisitor(pages.url);
    const form = new URLSearchParams({ name: 'admin', password: STAFF_PASSWORD });
    await visitor.post('/staff/login', String(form), {
      'User-Agent': chrome,
      'Content-Type': 'application/x-www-form-urlencoded',
    });
    expect(await wordsAt('/staff/sessions', 'en')).toEqual(
      expect.arrayContaining(['Chrome on Windows', 'Unknown device']),
    );
    expect(await wordsAt('/staff/sessions', 'vi')).toContain('Chrome trên Windows');
  });
});

describe('the English names of matters', () => {
  it('are there for every matter that people ask about', () => {
    expect(TOPICS.filter((topic) => ENGLISH_MATTERS[topic] === undefined)).toEqual([]);
  });
});

describe('before somebody is in, a page', () => {
  const ENGLISH_BROWSER = { 'Accept-Language': 'en-GB,en;q=0.9' };

  it.each([
    ['en-GB,en;q=0.9', 'en'],
    ['en-US,en;q=0.9,vi;q=0.8', 'en'],
    ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
    ['en;q=0.5,vi', 'vi'],
    ['fr', 'vi'],
    ['*', 'vi'],
  ] as const)('follows a browser that asks for %s', async (asked, language) => {
    const html = await (await createPageVisitor(pages.url).get('/staff/login', { 'Accept-Language': asked })).text();
    const words = language === 'en' ? ENGLISH : VIETNAMESE;
    const others = language === 'en' ? VIETNAMESE : ENGLISH;
    expect(html).toContain(`<html lang="${language}">`);
    expect(wordsOn(html)).toContain(words.login.lead);
    expect(wordsOn(html)).not.toContain(others.login.lead);
  });

  it('leads to itself in the other language, which this browser then keeps', async () => {
    const visitor = createPageVisitor(pages.url);
    const html = await (await visitor.get('/staff/login?next=/staff/radar')).text();
    const [, link = ''] = /href="(\/staff\/login\?[^"]+)" lang="en"/.exec(html) ?? [];
    expect(await (await visitor.get(link.replaceAll('&amp;', '&'))).text()).toContain('value="/staff/radar"');
    const refused = await visitor.submit('/staff/login', { name: 'nobody', password: 'x' });
    expect(await refused.text()).toContain(ENGLISH.login.wrong);
    await visitor.submit('/staff/login', { name: 'admin', password: STAFF_PASSWORD });
    expect(await (await visitor.get('/staff/radar')).text()).toContain(ENGLISH.radar.lead);
  });

  it('asks for a password of one’s own in the language of the browser', async () => {
    await addStaff(pages, { name: 'moi', mustChangePassword: true });
    const visitor = createPageVisitor(pages.url);
    await visitor.submit('/staff/login', { name: 'moi', password: STAFF_PASSWORD });
    const page = async (headers = {}) => (await visitor.get('/staff/password', headers)).text();
    expect(await page(ENGLISH_BROWSER)).toContain(ENGLISH.password.forced);
    expect(await page()).toContain(VIETNAMESE.password.forced);
  });
});
