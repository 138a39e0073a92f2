import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCitizenData } from '../../adapters/cli/citizen-data.ts';
import { linkingOf } from '../../adapters/links/linking.ts';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { CODE_LASTS_MS, MOST_TRIES, MOST_TRIES_IN_ALL, TRIES_WITHIN_MS } from '../../bot/links/link.ts';
import { hideLinkCodes, makeLinkCode, readLinkCode } from '../../bot/links/link-code.ts';
import { LINK_WORDS } from '../../bot/links/link-words.ts';
import { createLinkTelling } from '../../bot/links/tell-linked.ts';
import type { Alarm } from '../../bot/ports/alarms.ts';
import type { Channel, ChannelId, SendWindow } from '../../bot/ports/channel.ts';
import { PAYLOADS } from '../../bot/quick-replies.ts';
import type { TurnDecision } from '../../bot/turn-decision.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { linkTwo } from '../builders/links.ts';
import { runPlainTurn } from '../builders/plain-turns.ts';
import { aTurn } from '../builders/turns.ts';

const HERE = 'web:web:an';
const THERE = 'zalo:oa:an';
const ASK = 'liên kết tài khoản';
const OPEN: SendWindow = { open: true, until: null, mode: 'response' };
const CLOSED: SendWindow = { open: false, reason: 'closed' };

let engine: StateEngine;
let now: number;
let turns: number;
let window: SendWindow;
let decisions: TurnDecision[];
let alarms: Alarm[];
beforeEach(() => {
  engine = engineInMemory();
  now = Date.UTC(2026, 10, 27, 2);
  turns = 0;
  window = OPEN;
  decisions = [];
  alarms = [];
});
afterEach(() => engine.close());

function fail(error: unknown): void {
  throw error;
}

const channels = () => {
  const channel = { window: () => window } as unknown as Channel;
  return new Map<ChannelId, Channel>([
    ['web', channel],
    ['zalo', channel],
  ]);
};

const linking = () =>
  linkingOf({
    ...telling(),
    onFault: fail,
    log: { warn: () => undefined },
    raise: (alarm) => void alarms.push(alarm),
  });

/** What the leader tells later. */
const telling = () => ({ ...engine, channels: channels(), now: () => now, wakeSender: () => undefined });

const lastLine = async (id: string) => (await engine.records.transcript(id, 0, 100)).at(-1) ?? null;

/** Says something and gives the last line that follows. */
async function hear(conversationId: string, text: string, payload: string | null = null) {
  now += 1_000;
  await runPlainTurn(
    engine,
    { conversationId, channel: conversationId === THERE ? 'zalo' : 'web', text, payload, at: now },
    {
      now: () => now,
      newId: () => `id-${++turns}`,
      onTurn: (decision) => void decisions.push(decision),
      linking: linking(),
    },
  );
  return lastLine(conversationId);
}

const say = async (conversationId: string, text: string) => (await hear(conversationId, text))?.text ?? '';
const codeIn = (text: string) => /[A-Z]{5} \d{4}/.exec(text)?.[0] ?? '';
const askCode = async (conversationId = HERE) => codeIn(await say(conversationId, ASK));
const linked = async (id: string) => (await engine.links.of(id)).map(({ conversationId }) => conversationId).sort();

describe('a citizen who asks to link', () => {
  it.each([
    ASK,
    'lien ket zalo voi facebook',
    'cho em liên kết tài khoản với ạ',
    'lk zalo vs fb',
    'gộp zalo với messenger giúp em',
    'em muốn gộp hai cuộc trò chuyện',
    'làm sao để liên kết tài khoản ạ',
    'xin mã liên kết',
    'Liên kết tài khoản zalo này với trang facebook của tôi',
  ])('is told what it does and gets a code, and nothing is linked: %s', async (words) => {
    const reply = await say(HERE, words);
    expect(reply).toContain('cán bộ xem chung lịch sử');
    expect(reply).toContain('nơi kia cũng bị xóa');
    expect(reply).toContain('trong 10 phút');
    expect(readLinkCode(codeIn(reply))).toBe(codeIn(reply));
    expect(await linked(HERE)).toEqual([]);
    expect(decisions.at(-1)).toMatchObject({ outcome: 'chat', topic: 'smalltalk', ticket: null });
  });

  it.each([
    'trường liên kết quốc tế học phí bao nhiêu',
    'học liên kết ở đâu',
    'liên kết tài khoản vneid thế nào',
    'con em học chương trình liên kết',
    'liên kết tài khoản, học phí lớp 1 bao nhiêu',
  ])('is not, where the words are about something else: %s', async (words) => {
    await hear(HERE, words);
    expect(decisions.at(-1)?.decidedBy).not.toMatch(/^link:/);
  });

  it('hears of a child in danger first', async () => {
    await hear(HERE, 'con em bị bạn đánh chảy máu đầu\nliên kết tài khoản');
    expect(decisions.at(-1)?.outcome).toBe('crisis');
  });

  it('is served while staff own the conversation, which stays theirs', async () => {
    await hear(HERE, 'gặp cán bộ');
    const code = await askCode();
    await hear(THERE, code);
    expect(await linked(HERE)).toEqual([HERE, THERE]);
    expect((await engine.records.conversation(HERE))?.owner).toBe('queue');
  });
});

describe('the code, sent in another conversation', () => {
  it.each([
    (code: string) => code,
    (code: string) => code.toLowerCase().replace(' ', ''),
    (code: string) => `mã liên kết của em là ${code} ạ`,
    (code: string) => code.split('').join(' '),
    (code: string) => `Ma: ${code.replace(' ', '-')}`,
  ])('links both, and both are told, however it is typed (%#)', async (typed) => {
    const code = await askCode();
    expect(await say(THERE, typed(code))).toMatch(/đã liên kết cuộc trò chuyện này với khung chat trên web/u);
    expect(await linked(HERE)).toEqual([HERE, THERE]);
    expect((await lastLine(HERE))?.text).toContain('vừa được liên kết với Zalo');
  });

  it('is told to the other conversation later, where its channel does not let us write now', async () => {
    const code = await askCode();
    window = CLOSED;
    await hear(THERE, code);
    expect((await lastLine(HERE))?.text).not.toContain('vừa được liên kết');
    window = OPEN;
    await createLinkTelling(telling()).all();
    expect((await lastLine(HERE))?.text).toContain('vừa được liên kết');
  });

  it('works once, for ten minutes, and not where it was given', async () => {
    const code = await askCode();
    expect(await say(HERE, code)).toBe(LINK_WORDS.sameConversation);
    await hear(THERE, code);
    expect(await say('web:web:other', code)).toContain('không đúng hoặc không còn dùng được');
    const late = await askCode('web:web:other');
    now += CODE_LASTS_MS;
    expect(await say(THERE, late)).toContain('không đúng hoặc không còn dùng được');
    expect(await linked('web:web:other')).toEqual([]);
  });

  it('is taken no more after a few wrong ones within an hour', async () => {
    const wrong = () => say(THERE, 'CCCCC 2222');
    expect(await wrong()).toContain('còn 4 lượt thử');
    for (let tries = 2; tries < MOST_TRIES; tries += 1) await hear(THERE, `mã liên kết abc${tries}xyz`);
    expect(await wrong()).toContain('hết lượt thử');
    const code = await askCode();
    expect(await say(THERE, code)).toBe(LINK_WORDS.tooManyTries);
    expect(await linked(THERE)).toEqual([]);
    now += TRIES_WITHIN_MS;
    const later = await askCode();
    await hear(THERE, later);
    expect(await linked(THERE)).toEqual([HERE, THERE]);
  });

  it('is taken from nobody while all conversations together send too many wrong ones, and operators are told', async () => {
    const guess = (index: number) =>
      engine.records.commit(aTurn({ conversationId: `web:web:${index}`, link: { kind: 'mistyped' }, at: now }));
    for (let index = 1; index < MOST_TRIES_IN_ALL; index += 1) await guess(index);
    expect(await say('web:web:honest', 'CCCCC 2222')).toContain('còn 4 lượt thử');
    expect(alarms).toEqual([]);

    const code = await askCode();
    expect(await say(THERE, code)).toContain(LINK_WORDS.tooManyInAll);
    expect(await linked(THERE)).toEqual([]);
    expect(alarms).toMatchObject([{ kind: 'codes-guessed', severity: 'warning', wrong: MOST_TRIES_IN_ALL }]);

    await hear(THERE, `con em bị bạn đánh chảy máu đầu\n${code}`);
    expect(decisions.at(-1)?.outcome).toBe('crisis');

    now += TRIES_WITHIN_MS;
    await hear('web:web:later', await askCode());
    expect(await linked('web:web:later')).toEqual([HERE, 'web:web:later']);
  });

  it('is kept nowhere but in the words that were sent', async () => {
    const code = await askCode();
    await hear(THERE, code);
    const [typed] = await engine.records.transcript(THERE, 0, 9);
    expect(typed?.text).toBe('(mã liên kết)');
    const ledger = JSON.stringify(
      await Promise.all((await engine.ledger.latest(9)).map(({ turnId }) => engine.ledger.turn(turnId))),
    );
    expect(ledger).toContain('link:joined');
    expect(ledger).not.toContain(code);
  });

  it('is no question of the ticket that comes after it', async () => {
    await hear(THERE, await askCode());
    await hear(THERE, 'gặp cán bộ');
    const { ticketId } = (await engine.records.conversation(THERE)) ?? { ticketId: null };
    expect(await engine.records.ticket(ticketId ?? '')).toMatchObject({ question: 'gặp cán bộ' });
  });

  it('joins a third to the group', async () => {
    await hear(THERE, await askCode());
    await hear('web:web:phone', await askCode(THERE));
    expect(await linked(HERE)).toEqual([HERE, 'web:web:phone', THERE]);
    expect(await say('web:web:phone', await askCode())).toBe(LINK_WORDS.already);
  });
});

describe('undoing a link', () => {
  it.each([
    'hủy liên kết',
    'huy lien ket',
    'bỏ liên kết đi em',
    'không muốn liên kết nữa',
    'hủy liên kết tài khoản của tôi',
  ])('does so at once: %s', async (words) => {
    await hear(THERE, await askCode());
    expect(await say(HERE, words)).toContain('đã bỏ liên kết cuộc trò chuyện này với Zalo');
    expect(await linked(HERE)).toEqual([]);
    expect(await linked(THERE)).toEqual([]);
  });

  it('is told where it was linked, at once and once', async () => {
    await hear(THERE, await askCode());
    await hear(THERE, 'hủy liên kết');
    expect((await lastLine(HERE))?.text).toContain('Ngày 27/11/2026, anh/chị đã bỏ liên kết ở Zalo');
    const lines = (await engine.records.transcript(HERE, 0, 99)).length;
    await createLinkTelling(telling()).all();
    expect(await engine.records.transcript(HERE, 0, 99)).toHaveLength(lines);
  });

  it('is told after the next message where the channel lets us write no sooner', async () => {
    await hear(THERE, await askCode());
    window = CLOSED;
    await hear(THERE, 'hủy liên kết');
    expect((await lastLine(HERE))?.text).not.toContain('bỏ liên kết ở Zalo');
    await createLinkTelling(telling()).all();
    expect((await lastLine(HERE))?.text).not.toContain('bỏ liên kết ở Zalo');
    window = OPEN;
    await hear(HERE, 'em cảm ơn');
    await createLinkTelling(telling()).all();
    expect((await lastLine(HERE))?.text).toContain('không còn liên kết với nơi đó');
  });

  it('tells those who stay linked with what they still are', async () => {
    await hear(THERE, await askCode());
    await hear('web:web:phone', await askCode(THERE));
    await hear(THERE, 'hủy liên kết');
    expect((await lastLine(HERE))?.text).toContain('vẫn liên kết với khung chat trên web');
    expect((await lastLine('web:web:phone'))?.text).toContain('bỏ liên kết ở Zalo');
  });

  it('takes back a code, too', async () => {
    const code = await askCode();
    expect(await say(HERE, 'hủy liên kết')).toBe(LINK_WORDS.nothingLinked);
    expect(await say(THERE, code)).toContain('không đúng');
  });
});

describe('the data of a citizen who linked', () => {
  it('shows the link, the way to undo it and that an erasure reaches all; who has none is shown how to link', async () => {
    const before = await hear(HERE, 'xem dữ liệu của tôi');
    expect(before?.quickReplies.map(({ title }) => title)).toEqual(['Xóa dữ liệu của tôi', 'Liên kết tài khoản']);
    await linkTwo(engine, 'web:web:b', THERE, now);
    const reply = await hear('web:web:b', 'xem dữ liệu của tôi');
    expect(reply?.text).toContain('đang liên kết với Zalo (anh/chị liên kết ngày 27/11/2026)');
    expect(reply?.text).toContain('là xóa cả ở Zalo');
    expect(reply?.quickReplies.map(({ title }) => title)).toEqual(['Xóa dữ liệu của tôi', 'Hủy liên kết']);
    const data = await readCitizenData(engine, THERE, { name: 'x', address: null, contact: null }, now);
    expect(data?.links).toMatchObject([{ conversation: 'web:web:b', channel: 'web', consent: 'c/1' }]);
  });

  it('is erased in all linked conversations, each with a code of its own', async () => {
    await hear(HERE, 'lời ở web');
    await hear(THERE, 'lời ở zalo');
    await hear(THERE, await askCode());
    const reply = await hear(HERE, '', PAYLOADS.erase);
    const codes = reply?.text.match(/XD-[0-9A-Z]+/g) ?? [];
    expect(reply?.text).toContain('Cuộc trò chuyện đã liên kết ở Zalo: cũng đã được xóa.');
    expect(codes).toHaveLength(2);
    for (const code of codes) expect(await engine.erasures.find(code)).toMatchObject({ erasedAt: now });
    const there = await engine.records.transcript(THERE, 0, 9);
    expect(there.map(({ text }) => text)).toEqual([expect.stringContaining('Yêu cầu được gửi từ khung chat trên web')]);
    expect(await linked(HERE)).toEqual([]);
  });

  it('stays where an open matter or a hold keeps it, and the citizen reads so', async () => {
    await hear(THERE, 'lời ở zalo');
    await hear(THERE, await askCode());
    await engine.holds.place({ conversationId: THERE, reason: 'thanh tra', by: 'lan', at: now, until: null });
    const reply = await hear(HERE, '', PAYLOADS.erase);
    expect(reply?.text).toContain('ở Zalo: chưa xóa được vì đang được cơ quan tạm giữ');
    expect((await engine.records.transcript(THERE, 0, 99)).map(({ text }) => text)).toContain('lời ở zalo');
  });

  it('of another conversation stays where only the platform or staff ask for an erasure', async () => {
    await hear(THERE, 'lời ở zalo');
    await linkTwo(engine, HERE, THERE, now);
    const erasure = { when: 'now', code: 'XD-9', requestedBy: 'platform' } as const;
    await engine.records.commit(aTurn({ conversationId: HERE, erasure, at: now }));
    expect(await engine.records.conversation(THERE)).not.toBeNull();
    expect(await linked(THERE)).toEqual([]);
  });
});

describe('codes', () => {
  it('have five letters and four digits that nobody mistakes for others, and differ', () => {
    const codes = Array.from({ length: 2_000 }, (_, index) => makeLinkCode(`id-${index}`));
    expect(codes.every((code) => /^[CFHJKMNPQRTVX]{5} [2-9]{4}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(codes.join('').replaceAll(' ', '')).size).toBe(21);
  });

  it.each(['12345', 'lớp 1', 'học phí lớp 9', 'mã', '0912345678', 'mã trường là gì', 'ạ'])('are not: %s', (text) => {
    expect(readLinkCode(text)).toBeNull();
  });

  it('are hidden from staff wherever they stand', () => {
    expect(hideLinkCodes('gửi hkmtp4729 hoặc HKMTP 4729, gọi 0912345678')).toBe(
      'gửi ••••• •••• hoặc ••••• ••••, gọi 0912345678',
    );
  });
});
