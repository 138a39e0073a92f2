import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCitizenData } from '../../adapters/cli/citizen-data.ts';
import { openOfficeSettings } from '../../adapters/office-settings.ts';
import { calendarPath } from '../../adapters/reminders/reminding.ts';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { createAdmissionPublishing } from '../../bot/admission/publish-table.ts';
import { ADMISSION_VALUE, tableName } from '../../bot/admission/published-tables.ts';
import { newestNumber } from '../../bot/kept-versions.ts';
import type { Channel, ChannelId, SendWindow } from '../../bot/ports/channel.ts';
import { createPublishedDates } from '../../bot/reminders/published-dates.ts';
import { CONSENT_WORDS, consentWords, REMINDER_WORDS } from '../../bot/reminders/reminder-words.ts';
import { startReminderWork } from '../../bot/reminders/reminder-work.ts';
import type { AdmissionTable, DateRow } from '../../knowledge/admission/table.ts';
import { anAge, aSource, aTable, aZone } from '../builders/admission-table.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { SWITCHED_ON } from '../builders/office.ts';
import { runPlainTurn } from '../builders/plain-turns.ts';
import { aDate } from '../builders/reminders.ts';

const AN = 'web:web:an';
/** Vietnam is seven hours ahead. */
const at = (month: number, day: number, hour: number) => Date.UTC(2026, month - 1, day, hour - 7);
const DAYS = [3, 1];
const ASK = 'nhắc tôi trước hạn nộp hồ sơ lớp 1';
const PAPERS = aDate();
const OPEN: SendWindow = { open: true, until: null, mode: 'response' };

let engine: StateEngine;
let now: number;
let turns: number;
let window: SendWindow;
beforeEach(async () => {
  engine = engineInMemory();
  now = at(5, 4, 9);
  turns = 0;
  window = OPEN;
  await publish([PAPERS]);
});
afterEach(() => engine.close());

const surroundings = () => ({
  kept: engine.kept,
  audit: engine.audit,
  now: () => now,
  lock: engine.lock('kept-versions'),
  onFault: fail,
});

function fail(error: unknown): void {
  throw error;
}

async function publish(dates: readonly DateRow[], fields: Partial<AdmissionTable> = {}): Promise<void> {
  const { admissionVersions } = openOfficeSettings(surroundings());
  const publishing = createAdmissionPublishing(engine.kept, admissionVersions);
  const table = aTable({
    ages: [anAge(2), anAge(3, { level: 'THCS', grade: 'Lớp 6' })],
    zones: [aZone(2)],
    dates,
    ...fields,
  });
  await publishing.publish({ by: 'lan', seen: newestNumber(await admissionVersions.list()), table });
}

const manner = {
  days: DAYS,
  calendarLink: (dateId: string) => `https://hoi.example${calendarPath(dateId)}`,
};

/** Says something and gives our next line; `null` where nothing was said. */
async function hear(text: string, payload: string | null = null) {
  now += 1_000;
  const before = (await engine.records.transcript(AN, 0, 100)).at(-1)?.id ?? 0;
  const { admission } = openOfficeSettings(surroundings());
  await runPlainTurn(
    engine,
    { conversationId: AN, text, payload, at: now },
    {
      now: () => now,
      newId: () => `turn-${++turns}`,
      admission,
      reminding: { ...manner, reminders: engine.reminders },
    },
  );
  return (await engine.records.transcript(AN, before, 10)).find(({ author }) => author === 'bot') ?? null;
}

async function say(...texts: readonly string[]): Promise<string> {
  let reply = '';
  for (const text of texts) reply = (await hear(text))?.text ?? '';
  return reply;
}

const kept = async () => (await engine.reminders.of(AN))?.reminders ?? [];

/** One look of the work, and what it had sent. */
async function look(): Promise<readonly string[]> {
  const last = (await engine.records.transcript(AN, 0, 100)).at(-1)?.id ?? 0;
  const channel = {
    id: 'web',
    window: () => window,
    deliver: async () => ({ status: 'sent', providerMessageId: null }),
  };
  await startReminderWork({
    ...manner,
    ...{ reminders: engine.reminders, records: engine.records, live: engine.live },
    channels: new Map<ChannelId, Channel>([['web', channel as Channel]]),
    botSwitch: SWITCHED_ON,
    dates: createPublishedDates(engine.kept),
    now: () => now,
    onFault: fail,
    wakeSender: () => undefined,
  }).stop();
  return (await engine.records.transcript(AN, last, 10)).map(({ text }) => text);
}

describe('a citizen who asks to be reminded of a deadline', () => {
  it.each([
    ASK,
    'nhac e truoc han nop ho so lop 1 nha',
    'nhak mk truoc han nop hs lop1 vs ad',
    'cho em xin nhắc hạn nộp hs lớp 1',
    'gần đến hạn nộp hồ sơ lớp 1 thì nhắc em với',
    'Nhờ page nhắc hộ hạn nộp hồ sơ lớp 1 cho con em',
  ])('is told the date with its row and asked for consent, and nothing is kept yet: %s', async (words) => {
    const reply = await hear(words);
    expect(reply?.text).toContain('“Nộp hồ sơ lớp 1” (tiểu học) từ 01/07/2026 đến hết 03/07/2026');
    expect(reply?.text).toContain('Nguồn: 901/KH-UBND, Mục II (hiệu lực từ 01/01/2026)');
    expect(reply?.text).toContain('https://hoi.example/lich/2026-2027-tieu-hoc-nop-ho-so-lop-1.ics');
    expect(reply?.text).toContain('nhắc vào 30/06/2026 và 02/07/2026');
    expect(reply?.quickReplies.map(({ title }) => title)).toEqual(['Đồng ý nhắc', 'Không', 'Gặp cán bộ']);
    expect(reply?.citations).toMatchObject([{ passageId: 'tuyen-sinh-2026-2027#dates-2', number: '901/KH-UBND' }]);
    expect(await kept()).toEqual([]);
  });

  it.each(['1', 'Đồng ý nhắc', 'dong y nhac', 'ok ạ', 'dạ vâng ạ', 'có nhé'])(
    'agrees by button, number or word, which is kept with when and to which words: %s',
    async (words) => {
      expect(await say(ASK, words)).toContain('Em sẽ nhắc vào 30/06/2026 và 02/07/2026');
      expect(await kept()).toMatchObject([
        { dateId: '2026-2027-tieu-hoc-nop-ho-so-lop-1', last: '2026-07-03', consentedAt: now, consent: CONSENT_WORDS },
      ]);
    },
  );

  it.each(['2', 'không', 'thôi ạ', 'ko cần đâu'])('may refuse: %s', async (words) => {
    expect(await say(ASK, words)).toBe(REMINDER_WORDS.declined);
    expect(await kept()).toEqual([]);
  });

  it('is asked for the level where several would do, and for the date of several', async () => {
    const other = aDate({ source: aSource('dates', 3), level: 'THCS', step: 'Nộp hồ sơ lớp 6' });
    const online = aDate({ source: aSource('dates', 4), step: 'Nộp hồ sơ bổ sung', last: '2026-07-20' });
    await publish([PAPERS, other, online]);
    expect((await hear('nhắc em trước hạn nộp hồ sơ nhé'))?.quickReplies.map(({ title }) => title)).toEqual([
      'Lớp 1',
      'Lớp 6',
      'Gặp cán bộ',
    ]);
    const which = await hear('Lớp 1');
    expect(which?.text).toContain('• Hạn 2: “Nộp hồ sơ bổ sung”');
    expect(await say('2', '1')).toContain('“Nộp hồ sơ bổ sung”');
  });

  it('is told plainly where no table in force holds such a date', async () => {
    expect(await say('nhắc tôi trước hạn nộp học phí')).toContain(REMINDER_WORDS.none);
    expect(await say('nhắc em hạn nộp hồ sơ lớp 10')).toBe(REMINDER_WORDS.none);
    await publish([aDate({ source: aSource('dates', 2, { from: '2026-06-01' }) })]);
    const reply = await hear(ASK);
    expect(reply?.text).toBe(REMINDER_WORDS.none);
    expect(reply?.quickReplies).toMatchObject([{ title: 'Gặp cán bộ' }]);
  });

  it('is asked nothing where the date is over or too near', async () => {
    now = at(7, 2, 9);
    expect(await say(ASK)).toContain(REMINDER_WORDS.tooLate);
    now = at(7, 4, 9);
    expect(await say(ASK)).toContain('Hạn này đã qua');
  });

  it('agrees to the date that was stated, and is told anew where it changed meanwhile', async () => {
    await say(ASK);
    await publish([aDate({ last: '2026-07-10' })]);
    expect(await say('1')).toContain('đến hết 10/07/2026');
    expect(await kept()).toEqual([]);
  });

  it('withdraws at any time, while a person speaks too', async () => {
    expect(await say(ASK, '1', 'thôi đừng nhắc nữa ạ')).toBe(REMINDER_WORDS.withdrawn);
    expect(await kept()).toEqual([]);
    await say(ASK, '1', 'gặp cán bộ');
    expect(await kept()).toHaveLength(1);
    await say('bỏ nhắc');
    expect(await kept()).toEqual([]);
  });

  it('gets the hotlines first', async () => {
    expect(await say('con em bị bố đánh gãy tay, nhắc em trước hạn nộp hồ sơ lớp 1')).toContain('113');
    expect(await kept()).toEqual([]);
  });

  it.each([
    'không ai nhắc tôi hạn nộp hồ sơ nên con tôi bị trễ',
    'cô giáo nhắc em nộp hồ sơ lớp 1 trước hạn',
    'sao trường không nhắc hạn nộp hồ sơ',
    'hạn nộp hồ sơ lớp 1 là khi nào',
    'lịch học nhạc lớp 6',
  ])('is nobody who only speaks of it: %s', async (words) => {
    expect(await say(words)).not.toContain('Đồng ý');
    expect((await hear('1'))?.text).not.toContain('Em sẽ nhắc');
  });

  it('sees what is kept, in the chat and in an export', async () => {
    await say(ASK, '1');
    expect(await say('xem dữ liệu của tôi')).toContain('Em cũng đang giữ lời nhắc: “Nộp hồ sơ lớp 1”');
    const data = await readCitizenData(engine, AN, { name: 'Ba Đình', address: null, contact: null }, now);
    expect(data?.reminders).toMatchObject([
      { step: 'Nộp hồ sơ lớp 1', deadline: '2026-07-03', consent: CONSENT_WORDS },
    ]);
  });
});

describe('a reminder', () => {
  beforeEach(async () => {
    await say(ASK, '1');
    expect(await look()).toEqual([]);
  });

  it('goes out once on each of its days, by day alone', async () => {
    now = at(6, 30, 7);
    expect(await look()).toEqual([]);
    now = at(6, 30, 8);
    expect(await look()).toEqual([expect.stringContaining('Còn 3 ngày')]);
    expect(await look()).toEqual([]);
    now = at(7, 2, 21);
    expect(await look()).toEqual([]);
    now = at(7, 3, 9);
    expect(await look()).toEqual([expect.stringContaining('Hôm nay là ngày cuối')]);
  });

  it('waits where the platform forbids it, and comes with the next reply, at night too', async () => {
    now = at(6, 30, 9);
    window = { open: false, reason: 'đóng' };
    expect(await look()).toEqual([]);
    now = at(7, 1, 22);
    await say('cảm ơn em');
    window = OPEN;
    expect(await look()).toEqual([expect.stringContaining('Còn 2 ngày')]);
    now = at(7, 2, 8);
    expect(await look()).toEqual([expect.stringContaining('Ngày mai là ngày cuối')]);
  });

  it('interrupts no person who speaks, and comes when they have ended', async () => {
    now = at(6, 30, 9);
    await say('gặp cán bộ');
    expect(await look()).toEqual([]);
    const [ticket] = await engine.records.tickets('open', 'lan', 1);
    await engine.records.close(ticket?.id ?? '', { staffName: 'lan', note: '', farewell: null, at: now });
    expect(await look()).toHaveLength(1);
  });

  it('moves with the table, and the citizen is told once', async () => {
    await publish([aDate({ first: '2026-07-08', last: '2026-07-10' })]);
    const [told] = await look();
    expect(told).toContain('trước đây đến hết 03/07/2026, nay từ 08/07/2026 đến hết 10/07/2026');
    expect(await look()).toEqual([]);
    now = at(6, 30, 9);
    expect(await look()).toEqual([]);
    now = at(7, 7, 9);
    expect(await look()).toEqual([expect.stringContaining('Còn 3 ngày')]);
  });

  it('says nothing of a move that was taken back before it was told', async () => {
    window = { open: false, reason: 'đóng' };
    await publish([aDate({ last: '2026-07-10' })]);
    expect(await look()).toEqual([]);
    expect(await kept()).toMatchObject([{ last: '2026-07-10', movedFrom: '2026-07-03' }]);
    await publish([PAPERS]);
    window = OPEN;
    expect(await look()).toEqual([]);
    expect(await kept()).toMatchObject([{ last: '2026-07-03', movedFrom: null }]);
  });

  it('is not sent by a date that no table holds any more; the citizen is told so', async () => {
    await publish([]);
    expect(await look()).toEqual([]);
    now = at(6, 30, 9);
    expect(await look()).toEqual([expect.stringContaining('không còn trong bảng tuyển sinh')]);
    expect(await kept()).toEqual([]);
  });

  it.each(['the table', 'the list of tables'])(
    'waits while %s cannot be read, and is not told to be gone',
    async (what) => {
      const list = (await engine.kept.get(ADMISSION_VALUE)) ?? '';
      const [, digest = ''] = /"([0-9a-f]{16})"/.exec(list) ?? [];
      const name = what === 'the table' ? tableName(digest) : ADMISSION_VALUE;
      const before = (await engine.kept.get(name)) ?? '';
      await engine.kept.set(name, before.slice(0, -9));
      now = at(6, 30, 9);
      expect(await look()).toEqual([]);
      expect(await kept()).toHaveLength(1);
      await engine.kept.set(name, before);
      expect(await look()).toEqual([expect.stringContaining('Còn 3 ngày')]);
    },
  );

  it('is forgotten when its date is over', async () => {
    window = { open: false, reason: 'đóng' };
    now = at(7, 3, 23);
    await look();
    expect(await kept()).toHaveLength(1);
    now = at(7, 4, 0);
    expect(await look()).toEqual([]);
    expect(await kept()).toEqual([]);
  });
});

describe('the words that a citizen agrees to', () => {
  it.each([
    ['messenger', '24 giờ'],
    ['zalo', '48 giờ'],
    ['web', 'đúng trình duyệt này'],
  ] as const)('say what %s does not allow, what is kept until when, and how to stop', (channel, limit) => {
    const words = consentWords('2026-07-03', ['2026-06-30'], channel, true);
    for (const part of [limit, 'đến hết 03/07/2026 rồi xóa', '"bỏ nhắc"', 'tải lịch']) expect(words).toContain(part);
  });
});
