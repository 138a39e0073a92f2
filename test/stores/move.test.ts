import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addStoreCommands } from '../../adapters/cli/store-commands.ts';
import { readConfig } from '../../adapters/config.ts';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { FILE_TABLES } from '../../adapters/stores/move/file-tables.ts';
import { openEngine, openServerEngine } from '../../adapters/stores/open-engine.ts';
import { eraseCitizen } from '../../bot/erase-citizen.ts';
import { anArrival } from '../builders/arrivals.ts';
import { aCorrection, tellRule } from '../builders/corrections.ts';
import { aGap, aGapAnswer } from '../builders/gaps.ts';
import { anIncident } from '../builders/incidents.ts';
import { linkTwo } from '../builders/links.ts';
import { aTrace } from '../builders/recorded-turns.ts';
import { hasRedis, type RedisServer, startRedisServer } from '../builders/redis-server.ts';
import { aReminder } from '../builders/reminders.ts';
import { anAccount, aSession } from '../builders/staff-sessions.ts';
import { SPOKESPERSON } from '../builders/ticket-readers.ts';
import { aLedgerEntry, aTurn, outgoing } from '../builders/turns.ts';

const CHANNELS = ['messenger', 'zalo', 'web'] as const;
/** Redis ends keys by its own clock, so the story happens now. */
const NOW = Date.now();
const idOf = (citizen: string) => `web:web:${citizen}`;

describe.skipIf(!hasRedis())('moving the state between a file and Redis', () => {
  let redis: RedisServer;
  let dataDir: string;
  beforeAll(async () => {
    redis = await startRedisServer({ configuration: ['--appendfsync', 'no'] });
  });
  afterAll(() => redis.stop());
  beforeEach(async () => {
    await redis.command('FLUSHALL');
    dataDir = mkdtempSync(join(tmpdir(), 'assistant-move-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const file = () => ({ dataDir, redisUrl: null });
  const shared = () => ({ dataDir, redisUrl: redis.url });
  const server = (place: ReturnType<typeof file> | ReturnType<typeof shared>) => openServerEngine(place, NOW, () => {});

  async function admin(...args: string[]) {
    const told = { printed: [] as string[], refused: [] as string[], failed: false };
    const program = new Command().exitOverride();
    addStoreCommands(program, {
      config: () => readConfig({ DATA_DIR: dataDir, REDIS_URL: redis.url }),
      print: (text) => void told.printed.push(text),
      refuse: (problem) => void told.refused.push(problem),
      fail: () => {
        told.failed = true;
      },
      showProgress: () => undefined,
      now: () => NOW,
      newId: () => 'mover',
    });
    await program.parseAsync(['store', ...args], { from: 'user' });
    return told;
  }

  async function withEngine<T>(place: Parameters<typeof openEngine>[0], work: (engine: StateEngine) => Promise<T>) {
    const engine = await openEngine(place);
    try {
      return await work(engine);
    } finally {
      await engine.close();
    }
  }

  async function heard(
    engine: StateEngine,
    citizen: string,
    key: string,
    fields: Partial<Parameters<typeof aTurn>[0]>,
  ) {
    await engine.inbox.put([anArrival({ key, citizen, at: NOW, text: `hỏi ${key}` })], NOW);
    const itemIds = (await engine.inbox.waiting(idOf(citizen))).map(({ id }) => id);
    const turn = aTurn({
      conversationId: idOf(citizen),
      itemIds,
      at: NOW,
      receivedAt: NOW - 5,
      lastInboundAt: NOW,
      heard: [{ author: 'citizen', text: `lời ${key}`, at: NOW, key }],
      ledger: aLedgerEntry({ turnId: `turn-${key}`, question: `hỏi ${key}`, ms: 1.25, trace: aTrace(key) }),
      ...fields,
    });
    const result = await engine.records.commit(turn);
    if (!result.ok) throw new Error(result.reason);
    return result.ticket?.id ?? '';
  }

  /** Some of everything that can be kept. */
  async function anOffice(engine: StateEngine): Promise<void> {
    const { inbox, outbox, records, gaps, incidents, corrections, staff, factors, audit, kept } = engine;
    await heard(engine, 'answered', 'a1', {
      outgoing: [outgoing('đã gửi 😀')],
      disclosed: true,
      abuse: { rung: 2, at: NOW, until: NOW + 9 },
    });
    const [first] = await outbox.due(NOW, CHANNELS, 10);
    await outbox.begin(first?.id ?? 0, NOW, NOW + 1_000);
    await outbox.sent(first?.id ?? 0, 'mid.1', NOW + 1);
    await records.commit(
      aTurn({
        conversationId: idOf('answered'),
        revisions: [{ key: 'a1', text: 'lời sửa', at: NOW + 2 }],
        at: NOW + 2,
      }),
    );
    await heard(engine, 'doubt', 'b1', { outgoing: [outgoing('còn ngờ'), outgoing('đứng sau')] });
    const [second] = await outbox.due(NOW, CHANNELS, 10);
    await outbox.begin(second?.id ?? 0, NOW, NOW + 1_000);
    await outbox.pieceSent(second?.correlationId ?? '', 2);
    await outbox.inDoubt(second?.id ?? 0, NOW + 9_000, 'không rõ');
    const open = { kind: 'open', topic: 'child_safety', priority: 'urgent', question: 'phiếu' } as const;
    const ticketId = await heard(engine, 'queue', 'c1', { ticket: open, owner: 'queue' });
    await records.claim(ticketId, 'lan', NOW + 3);
    const other = { ...open, topic: 'human_request', priority: 'normal' } as const;
    const closing = await heard(engine, 'closed', 'd1', { ticket: other, owner: 'queue' });
    await records.close(closing, {
      staffName: 'lan',
      note: 'xong',
      farewell: 'chào',
      at: NOW + 4,
      outcome: 'answered',
    });
    const rated = { ticketId: closing, closedAt: NOW + 4, rating: 'down', reason: 'slow' } as const;
    await records.tag(closing, ['đã gọi'], NOW + 4);
    await records.commit(aTurn({ conversationId: idOf('closed'), at: NOW + 5, ticketRating: rated }));
    const asked = await heard(engine, 'asked', 'f1', { ticket: other, owner: 'queue' });
    const passed = { staffName: 'lan', inCharge: true, to: 'person:minh', assignee: 'minh', note: 'nhờ anh' };
    await records.transfer(asked, { ...passed, at: NOW + 4 });
    const back = {
      staffName: 'minh',
      authorName: 'Minh',
      text: 'lớp mấy ạ',
      replyKey: 'r-f1',
      at: NOW + 5,
      waits: true,
    };
    await records.reply(asked, back);
    await records.tag(ticketId, ['lớp 1', 'học phí'], NOW + 3);
    const note = { ticketId, author: 'lan', text: 'nhắc @minh', at: NOW + 3, mentions: ['minh', 'hoa'] };
    await engine.notes.add(note);
    await engine.notes.read(idOf('queue'), 'hoa');
    const held = { staffName: 'lan', authorName: 'Cô Lan', text: 'chờ gửi', replyKey: 'key-held', at: NOW + 3 };
    await records.reply(ticketId, { ...held, sendAt: NOW + 5_000 });
    await heard(engine, 'gone', 'e1', { ticket: other, owner: 'queue', outgoing: [outgoing('x')] });
    for (const [citizen, code] of [
      ['gone', 'XD-1'],
      ['queue', 'XD-2'],
      ['queue', 'XD-3'],
    ] as const) {
      await eraseCitizen(
        {
          conversationId: idOf(citizen),
          channel: 'web',
          reference: {},
          itemIds: [],
          fence: null,
          at: NOW + 5,
          requestedBy: 'citizen',
          code,
          confirm: false,
        },
        records,
      );
    }
    const abstained = { outcome: 'abstained', decidedBy: 'answer:unsure' } as const;
    await heard(engine, 'answered', 'g1', {
      ledger: aLedgerEntry({ turnId: 'g1', question: 'bể bơi?', ...abstained }),
    });
    await records.commit(
      aTurn({
        conversationId: idOf('answered'),
        at: NOW + 5,
        rating: { turnId: 'turn-a1', rating: 'down', reason: 'cũ' },
      }),
    );
    await linkTwo(engine, idOf('answered'), idOf('closed'), NOW + 6);
    await linkTwo(engine, idOf('closed'), idOf('told'), NOW + 7);
    await linkTwo(engine, idOf('asked'), idOf('closed'), NOW + 8);
    await records.commit(
      aTurn({ conversationId: idOf('asked'), at: NOW + 9, link: { kind: 'left', from: [idOf('closed')] } }),
    );
    await incidents.save(anIncident({ filedAt: NOW }));
    await gaps.place('g1', 'g1', 'vector-of-g1');
    await records.commit(
      aTurn({ conversationId: idOf('answered'), at: NOW + 5, reminder: { kind: 'agreed', reminder: aReminder() } }),
    );
    await gaps.save(aGap({ id: 'g1', answers: [aGapAnswer()] }));
    await tellRule(engine, { conversationId: idOf('told'), at: NOW });
    await corrections.save(aCorrection());
    const told = { correctionId: aCorrection().id, conversationId: idOf('told'), text: 'đính chính', citations: [] };
    await corrections.tell({ ...told, at: NOW + 1 });
    await inbox.put(
      [anArrival({ key: 'w1', citizen: 'waits', at: NOW }), anArrival({ key: 'w2', citizen: 'waits', at: NOW - 1 })],
      NOW + 6,
    );
    await inbox.postpone(
      (await inbox.waiting(idOf('waits'))).map(({ id }) => id),
      NOW + 60_000,
    );
    await inbox.put([anArrival({ key: 'p1', citizen: 'parked', at: NOW })], NOW + 7);
    await inbox.park((await inbox.waiting(idOf('parked'))).map(({ id }) => id));
    await staff.save(anAccount({ name: 'lan' }));
    await staff.recordLogin('lan', NOW);
    await factors.save('lan', { sealedKey: 'sealed', lastStep: 3, recoveryDigests: ['d2', 'd1'] });
    await staff.openSession('s1', aSession({ staffName: 'lan', expiresAt: NOW + 1e9 }));
    await audit.append({
      at: NOW,
      actor: 'lan',
      action: 'bot.off',
      subject: 'bot',
      facts: { reason: 'thử', by: 'lan' },
    });
    const hold = { conversationId: idOf('doubt'), reason: 'thanh tra', by: 'lan', at: NOW, until: NOW + 1e9 };
    expect(await engine.holds.place(hold)).toBe(true);
    await kept.set('visitor-key', '00ff');
    await kept.set('zalo-tokens', '{"a":1}');
  }

  const CITIZENS = ['answered', 'doubt', 'queue', 'closed', 'asked', 'gone', 'waits', 'parked'];

  /** What the ports tell, whatever the engine. */
  async function toldBy({
    inbox,
    outbox,
    records,
    ledger,
    holds,
    notes,
    gaps,
    reminders,
    links,
    incidents,
    corrections,
    lists,
    staff,
    kept,
    erasures,
  }: StateEngine) {
    const citizens = await Promise.all(
      CITIZENS.map(async (citizen) => ({
        conversation: await records.conversation(idOf(citizen)),
        lines: await records.transcript(idOf(citizen), 0, 100),
        waiting: await inbox.waiting(idOf(citizen)),
      })),
    );
    const open = await records.tickets('open', 'lan', 10);
    return {
      citizens,
      open,
      mine: await Promise.all(['lan', 'minh'].map((name) => records.tickets('mine', name, 10))),
      closed: (await records.tickets('closed', 'lan', 10)).toSorted((one, two) => one.number - two.number),
      counts: await records.countTickets(),
      notes: await notes.of(idOf('queue'), 10),
      mentions: [await notes.unreadBy('minh', 10), await notes.unreadBy('hoa', 10)],
      tags: (await records.tagsInUse(10)).toSorted(),
      gaps: [await gaps.questions(0), await gaps.list(), await gaps.ratings(0)],
      reminders: [await reminders.of(idOf('answered')), await reminders.due(Number.MAX_SAFE_INTEGER)],
      links: [await links.of(idOf('answered')), await links.untold(), await links.parted()],
      incidents: await incidents.filed({ from: 0, until: NOW + 1 }, 10),
      corrections: [
        await corrections.list(),
        await corrections.waiting('hoa'),
        await corrections.told(aCorrection().id),
      ],
      readers: [await corrections.documents(), await corrections.readers('old', null, 10)],
      views: await lists.counts(SPOKESPERSON, NOW + 10),
      tagged: await lists.page({
        view: 'closed',
        reader: SPOKESPERSON,
        now: NOW,
        filter: { topic: null, channel: null, priority: null, tag: 'đã gọi', openedUntil: null },
        after: null,
        limit: 10,
      }),
      found: await lists.search(['loi', 'c1'], SPOKESPERSON, 10),
      due: await outbox.due(NOW + 10, CHANNELS, 10),
      dueLater: await outbox.due(NOW + 20_000, CHANNELS, 10),
      pieces: await outbox.piecesSent('turn:turn-b1:0'),
      outboxDepth: await outbox.depth(NOW + 10),
      inboxDepth: await inbox.depth(NOW + 10),
      turn: await ledger.turn('turn-a1'),
      holds: await holds.list(10),
      heard: await records.heardLine(idOf('answered'), 'a1'),
      lan: await staff.find('lan'),
      session: await staff.session('s1', NOW),
      kept: [await kept.get('visitor-key'), await kept.get('zalo-tokens')],
      proofs: await Promise.all(['XD-1', 'XD-2', 'XD-3'].map((code) => erasures.find(code))),
      notYet: await inbox.claim(NOW + 30_000, 0, 10),
    };
  }

  /** What must go on in the same way after a move. */
  async function goesOn(engine: StateEngine): Promise<void> {
    const { inbox, outbox, records, erasures } = engine;
    const again = ['a1', 'e1', 'w1', 'p1'].map((key) => anArrival({ key, at: NOW }));
    expect(await inbox.put(again, NOW + 100)).toEqual({ stored: 0, duplicates: 4 });
    expect(await inbox.claim(NOW + 61_000, 0, 10)).toMatchObject([{ conversationId: idOf('waits') }]);
    const echo = { conversationId: idOf('answered'), correlationId: null, providerMessageId: 'mid.1', text: null };
    expect(await outbox.confirm(echo, NOW)).toBe(true);
    const doubtful = {
      conversationId: idOf('doubt'),
      correlationId: 'turn:turn-b1:0',
      providerMessageId: 'mid.2',
      text: null,
    };
    expect(await outbox.confirm(doubtful, NOW)).toBe(true);
    expect((await outbox.due(NOW + 10, CHANNELS, 10)).map(({ text }) => text)).toContain('đứng sau');
    const before = await records.transcript(idOf('answered'), 0, 100);
    const open = { kind: 'open', topic: 'human_request', priority: 'normal', question: 'mới' } as const;
    const ticketId = await heard(engine, 'new', 'n1', { ticket: open, owner: 'queue' });
    expect((await records.ticket(ticketId))?.number).toBe(5);
    const [line] = await records.transcript(idOf('new'), 0, 10);
    expect(line?.id).toBeGreaterThan(Math.max(...before.map(({ id }) => id)));
    const [mine] = await records.tickets('mine', 'lan', 10);
    await records.close(mine?.id ?? '', { staffName: 'lan', note: '', farewell: null, at: NOW + 200 });
    for (const code of ['XD-2', 'XD-3']) expect(await erasures.find(code)).toMatchObject({ erasedAt: NOW + 200 });
    expect(await records.conversation(idOf('queue'))).toBeNull();
  }

  it('to Redis keeps everything that the ports tell but log-ins, and the work goes on there', async () => {
    const before = await withEngine(file(), async (engine) => {
      await anOffice(engine);
      return toldBy(engine);
    });
    const told = await admin('move', '--to', 'redis');
    expect(told).toMatchObject({ refused: [], failed: false });
    await withEngine(shared(), async (engine) => {
      expect(await toldBy(engine)).toEqual({ ...before, session: null });
      await goesOn(engine);
    });
  });

  it('to a file keeps everything that the ports tell but log-ins, and the work goes on there', async () => {
    const before = await withEngine(shared(), async (engine) => {
      await anOffice(engine);
      return toldBy(engine);
    });
    const told = await admin('move', '--to', 'file', '--force');
    expect(told).toMatchObject({ refused: [], failed: false });
    await withEngine(file(), async (engine) => {
      expect(await toldBy(engine)).toEqual({ ...before, session: null });
      await goesOn(engine);
    });
  });

  it('there and back again gives the same digests', async () => {
    await withEngine(file(), anOffice);
    const rows = (lines: readonly string[]) => lines.filter((line) => line.endsWith('✓'));
    const there = rows((await admin('move', '--to', 'redis')).printed);
    expect(there).toHaveLength(26);
    for (const name of ['state.db', 'state.db-wal', 'state.db-shm']) rmSync(join(dataDir, name), { force: true });
    expect(rows((await admin('move', '--to', 'file')).printed)).toEqual(there);
  });

  it('leaves the source as it was, and nobody opens it until it is unmarked', async () => {
    const digest = () =>
      createHash('sha256')
        .update(readFileSync(join(dataDir, 'state.db')))
        .digest('hex');
    await withEngine(file(), anOffice);
    const before = digest();
    await admin('move', '--to', 'redis');
    expect(digest()).toBe(before);
    await expect(server(file())).rejects.toThrow(/was moved to Redis.*store unmark --at file/);
    expect((await admin('unmark', '--at', 'file')).printed).toHaveLength(1);
    await (await server(file())).close();
    expect((await admin('unmark', '--at', 'file')).refused).toHaveLength(1);
  });

  it('leaves Redis marked after a move to a file, until it is unmarked', async () => {
    await withEngine(shared(), anOffice);
    await admin('move', '--to', 'file', '--force');
    await expect(server(shared())).rejects.toThrow(/was moved to a file.*store unmark --at redis/);
    expect((await admin('unmark', '--at', 'redis')).printed).toHaveLength(1);
    await (await server(shared())).close();
  });

  it('knows every table of the state file', async () => {
    await withEngine(file(), anOffice);
    const database = openDatabase(join(dataDir, 'state.db'));
    const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all() as { name: string }[];
    database.close();
    const moved = Object.values(FILE_TABLES).map(({ name }) => name);
    const known = [
      ...moved,
      'staff_factors',
      'staff_recovery_codes',
      'pending_erasures',
      'cited_documents',
      'link_codes',
      'link_tries',
      'sqlite_sequence',
      'staff_sessions',
      'login_failures',
      ...['', '_config', '_content', '_data', '_docsize', '_idx'].map((part) => `ticket_words${part}`),
    ];
    expect(tables.map(({ name }) => name).sort()).toEqual(known.sort());
  });

  it('knows every family of keys in Redis', async () => {
    await withEngine(shared(), anOffice);
    const keys = (await redis.command('KEYS', '*')) as string[];
    const families = new Set(keys.map((key) => key.replace('{giao-duc}:', '').split(':', 1)[0]));
    const moved =
      'ids item arrived not-before conversation lines heard out ticket note turn gap-question gap rating reminders-of link parted incident correction correction-told staff staff-logins staff-factors audit kept erasure pending-erasures hold';
    const foundByThem =
      'list word words-of mail received inbox first parked parked-of order correlation open unsent due unconfirmed provider tickets tickets-by tickets-of tags note-ids mentions ledger turns-of gap-questions gap-questions-in gap-questions-of gaps ratings ratings-of reminders links-in links-untold links-parted incidents corrections corrections-waiting correction-told-of cited cited-of cited-documents';
    const leftOut = 'schema staff-sessions';
    expect([...families].sort()).toEqual(`${moved} ${foundByThem} ${leftOut}`.split(' ').sort());
  });

  it('is refused while a server runs on the source', async () => {
    const onFile = await server(file());
    await expect(admin('move', '--to', 'redis')).rejects.toThrow(/in use by a running server/);
    await onFile.close();
    const onRedis = await server(shared());
    await onRedis.kept.set('a', 'b');
    await heard(onRedis, 'an', 'k', {});
    const elsewhere = join(dataDir, 'elsewhere');
    expect((await admin('move', '--to', 'file', '--data', elsewhere)).refused.join()).toMatch(/Còn tiến trình/);
    await onRedis.close();
    await (await server(shared())).close();
  });

  it('is refused where something is already', async () => {
    await withEngine(file(), anOffice);
    await withEngine(shared(), (engine) => engine.kept.set('visitor-key', 'x'));
    expect((await admin('move', '--to', 'redis')).refused.join()).toMatch(/đã có dữ liệu/);
    await withEngine(shared(), anOffice);
    expect((await admin('move', '--to', 'file', '--force')).refused.join()).toMatch(/đã có tệp trạng thái/);
  });

  it('that Redis breaks off leaves no state to start on, and begins anew the next time', async () => {
    await withEngine(file(), async (engine) => {
      await anOffice(engine);
      await engine.kept.set('more', 'x'.repeat(4_000_000));
    });
    const [, used] = /used_memory:(\d+)/.exec(String(await redis.command('INFO', 'memory'))) ?? [];
    await redis.command('CONFIG', 'SET', 'maxmemory', String(Number(used) + 2_000_000));
    await expect(admin('move', '--to', 'redis')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', fault: 'full' });
    await redis.command('CONFIG', 'SET', 'maxmemory', '0');
    await expect(server(shared())).rejects.toThrow(/not wholly carried/);
    expect((await admin('unmark', '--at', 'redis')).refused).toHaveLength(1);
    await (await server(file())).close();
    expect((await admin('move', '--to', 'redis')).failed).toBe(false);
    await (await server(shared())).close();
  });

  it('whose source changes meanwhile fails, and leaves no file', async () => {
    const engine = await openEngine(shared());
    await anOffice(engine);
    // Somebody writes between the two readings of the kept values.
    const busy = setInterval(() => void engine.kept.set('count', String(Math.random())).catch(() => {}), 1);
    const told = await admin('move', '--to', 'file', '--force');
    clearInterval(busy);
    expect(told.failed).toBe(true);
    expect(told.printed.join('\n')).toMatch(/KHÔNG khớp/);
    expect(existsSync(join(dataDir, 'state.db'))).toBe(false);
    expect(readdirSync(dataDir)).not.toContain('state-moving');
    await engine.close();
    await (await server(shared())).close();
  });
});
