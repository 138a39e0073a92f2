import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCitizenCommands } from '../../adapters/cli/citizen-commands.ts';
import { addSealCommand } from '../../adapters/cli/seal-command.ts';
import { readConfig } from '../../adapters/config.ts';
import { openWordSeal } from '../../adapters/sealing/open-word-seal.ts';
import { openEngine } from '../../adapters/stores/open-engine.ts';
import { sealStores } from '../../adapters/stores/sealed-stores.ts';
import { ZALO, zaloSettings } from '../builders/accounts.ts';
import { filesHolding } from '../builders/file-scan.ts';
import { linkTwo } from '../builders/links.ts';
import { aTurn, outgoing } from '../builders/turns.ts';

const NOW = 1_795_392_000_000;
const TALK = `zalo:${ZALO.oaId}:3000000000000000001`;
const WORDS = 'học phí bao nhiêu ạ, sđt em 0912345678';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assistant-citizen-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function aTalk(): Promise<void> {
  const engine = await openEngine({ dataDir: folder, redisUrl: null });
  const seal = await openWordSeal(null, engine.kept, randomBytes);
  await sealStores(engine, seal).records.commit(
    aTurn({
      conversationId: TALK,
      channel: 'zalo',
      heard: [{ author: 'citizen', text: WORDS, at: NOW }],
      ticket: { kind: 'open', topic: 'human_request', priority: 'normal', question: WORDS },
      outgoing: [outgoing('Dạ, miễn học phí ạ.')],
    }),
  );
  await engine.close();
}

async function exported(...args: readonly string[]) {
  return citizen('export', ...args);
}

async function citizen(command: string, ...args: readonly string[]) {
  const printed: string[] = [];
  const refused: string[] = [];
  const program = new Command();
  addCitizenCommands(program, {
    config: () => readConfig(zaloSettings('http://127.0.0.1:1')),
    print: (text) => void printed.push(text),
    refuse: (problem) => void refused.push(problem),
    now: () => NOW,
    user: () => 'lan',
  });
  await program.parseAsync(['citizen', command, '--data', folder, ...args], { from: 'user' });
  return { printed: printed.join('\n'), refused };
}

describe('admin citizen export', () => {
  it('prints everything that is kept of a citizen, in the words they wrote', async () => {
    await aTalk();
    const { printed, refused } = await exported('--channel', 'zalo', '--user', '3000000000000000001');
    expect(refused).toEqual([]);
    expect(JSON.parse(printed)).toMatchObject({
      conversation: TALK,
      channel: 'zalo',
      controller: { name: 'Giáo dục Ba Đình', address: null, contact: null },
      held: null,
      misuse: null,
      messages: [
        { author: 'citizen', text: WORDS, at: new Date(NOW).toISOString() },
        { author: 'assistant', text: 'Dạ, miễn học phí ạ.' },
      ],
      tickets: [{ number: 1, topic: 'human_request', question: 'học phí bao nhiêu ạ, sđt em [số điện thoại]' }],
    });
  });

  it('names what the citizen linked, and holds it too when asked for', async () => {
    await aTalk();
    const engine = await openEngine({ dataDir: folder, redisUrl: null });
    await linkTwo(engine, 'web:web:sen', TALK, NOW);
    await engine.close();
    const links = [
      { conversation: 'web:web:sen', channel: 'web', consent: 'c/1', linkedAt: new Date(NOW).toISOString() },
    ];
    const alone = JSON.parse((await exported('--conversation', TALK)).printed);
    expect(alone).toMatchObject({ links, undoneElsewhere: null });
    expect(alone.linked).toBeUndefined();
    const whole = JSON.parse((await exported('--conversation', TALK, '--linked')).printed);
    expect(whole).toMatchObject({ conversation: TALK, links, linked: [{ conversation: 'web:web:sen' }] });

    const again = await openEngine({ dataDir: folder, redisUrl: null });
    const left = { kind: 'left', from: [TALK] } as const;
    await again.records.commit(aTurn({ conversationId: 'web:web:sen', link: left, at: NOW }));
    await again.close();
    const after = JSON.parse((await exported('--conversation', TALK)).printed);
    const undoneElsewhere = { at: new Date(NOW).toISOString(), channels: ['web'] };
    expect(after).toMatchObject({ links: [], undoneElsewhere });
  });

  it('writes a new file that nobody else may read, and never over another', async () => {
    await aTalk();
    const file = join(folder, 'du-lieu.json');
    await exported('--conversation', TALK, '--out', file);
    expect(JSON.parse(readFileSync(file, 'utf8')).messages).toHaveLength(2);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await exported('--conversation', TALK, '--out', file)).refused).toHaveLength(1);
  });

  it('is told to the audit log, which names the channel and nobody', async () => {
    await aTalk();
    await exported('--conversation', TALK);
    const engine = await openEngine({ dataDir: folder, redisUrl: null });
    const entries = await engine.audit.list(0, 5);
    await engine.close();
    expect(JSON.stringify(entries)).toContain('citizen.export');
    expect(JSON.stringify(entries)).not.toContain('3000000000000000001');
  });

  it('says that nothing is there, and that nobody was named', async () => {
    await aTalk();
    expect((await exported('--conversation', 'web:web:ai-do')).refused).toEqual([
      'Không có dữ liệu nào của người này trên kênh đó.',
    ]);
    expect((await exported()).refused).toHaveLength(1);
  });
});

describe('admin citizen hold', () => {
  it('keeps a citizen from being erased until it is released, and says so in what is exported', async () => {
    await aTalk();
    const placed = await citizen('hold', '--conversation', TALK, '--reason', 'thanh tra', '--until', '2026-12-31');
    expect(placed.printed).toContain('đến hết ngày 31/12/2026');
    expect((await citizen('holds')).printed).toMatch(new RegExp(`^${TALK}\t.*31/12/2026\tterminal:lan\tthanh tra$`));
    expect(JSON.parse((await exported('--conversation', TALK)).printed).held).toEqual({
      since: new Date(NOW).toISOString(),
      until: '2026-12-31T17:00:00.000Z',
    });
    expect((await citizen('release', '--conversation', TALK)).printed).toContain('Đã hết tạm giữ');
    expect((await citizen('release', '--conversation', TALK)).refused).toEqual([
      'Dữ liệu của người này không bị tạm giữ.',
    ]);
    expect((await citizen('holds')).printed).toContain('Không có dữ liệu nào');
    const engine = await openEngine({ dataDir: folder, redisUrl: null });
    const entries = await engine.audit.list(0, 9);
    await engine.close();
    expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
      ['citizen.hold', 'zalo'],
      ['citizen.export', 'zalo'],
      ['citizen.release', 'zalo'],
    ]);
  });

  it('names the linked conversations that it does not reach, and with --linked reaches them', async () => {
    await aTalk();
    const engine = await openEngine({ dataDir: folder, redisUrl: null });
    await linkTwo(engine, 'web:web:sen', TALK, NOW);
    await engine.close();
    const args = ['--conversation', TALK, '--reason', 'thanh tra'];
    expect((await citizen('hold', ...args)).printed).toMatch(/KHÔNG bị tạm giữ[^§]*web:web:sen$/u);
    expect((await citizen('hold', ...args, '--linked')).printed).not.toContain('web:web:sen');
    const held = (await citizen('holds')).printed.split('\n').map((line) => line.split('\t')[0]);
    expect(held.sort()).toEqual(['web:web:sen', TALK]);
    await citizen('release', '--conversation', TALK, '--linked');
    expect((await citizen('holds')).printed).toContain('Không có dữ liệu nào');
  });

  it.each([
    ['no reason is given', ['--conversation', TALK], /--reason/],
    ['the day is over', ['--conversation', TALK, '--reason', 'thanh tra', '--until', '2026-11-01'], /--until/],
    ['the day is none', ['--conversation', TALK, '--reason', 'thanh tra', '--until', '2026-02-30'], /--until/],
    ['nobody is named', ['--reason', 'thanh tra'], /--conversation/],
    ['nothing is there', ['--conversation', 'web:web:ai', '--reason', 'thanh tra'], /Không có dữ liệu/],
  ])('is refused when %s', async (_what, args, reason) => {
    await aTalk();
    expect((await citizen('hold', ...args)).refused).toEqual([expect.stringMatching(reason)]);
  });
});

describe('admin seal', () => {
  async function seal() {
    const printed: string[] = [];
    const shown: string[] = [];
    const program = new Command();
    addSealCommand(program, {
      config: () => readConfig({}),
      print: (text) => void printed.push(text),
      showProgress: (line) => void shown.push(line),
      now: () => NOW,
      user: () => 'lan',
    });
    await program.parseAsync(['seal', '--data', folder], { from: 'user' });
    return { printed: printed.join('\n'), shown };
  }

  it('seals what an older program kept, says how much, and the next time that nothing is left', async () => {
    const engine = await openEngine({ dataDir: folder, redisUrl: null });
    await engine.records.commit(
      aTurn({ conversationId: TALK, channel: 'zalo', heard: [{ author: 'citizen', text: WORDS, at: NOW }] }),
    );
    await engine.close();
    expect(filesHolding(folder, ['0912345678'])).not.toEqual([]);
    const first = await seal();
    expect(first.printed).toMatch(/tin nhắn: đã xem 1, niêm phong hoặc che 1\n.*Đã xong/s);
    expect(first.shown).toEqual([expect.stringContaining('tin nhắn: đã xem 1'), '']);
    expect(filesHolding(folder, ['0912345678'])).toEqual([]);
    expect(JSON.parse((await exported('--conversation', TALK)).printed).messages).toMatchObject([{ text: WORDS }]);
    expect((await seal()).printed).toContain('Không còn gì phải niêm phong');
    const after = await openEngine({ dataDir: folder, redisUrl: null });
    const entries = await after.audit.list(0, 9);
    await after.close();
    expect(entries.filter(({ action }) => action === 'store.seal')).toMatchObject([{ facts: { rows: 1 } }]);
  });
});

describe('admin citizen lift', () => {
  it('takes a citizen down from the ladder of misuse, which the audit log tells, naming nobody', async () => {
    await aTalk();
    const standing = async () => {
      const engine = await openEngine({ dataDir: folder, redisUrl: null });
      const found = [
        (await engine.records.conversation(TALK))?.abuse ?? null,
        (await engine.audit.list(0, 9)).map(({ actor, action, subject }) => [actor, action, subject]),
      ];
      await engine.close();
      return found;
    };
    const engine = await openEngine({ dataDir: folder, redisUrl: null });
    const abuse = { rung: 3, at: NOW, until: NOW + 3_600_000 } as const;
    await engine.records.commit(aTurn({ conversationId: TALK, channel: 'zalo', abuse }));
    await engine.close();
    expect(await standing()).toEqual([abuse, []]);
    const lifted = await citizen('lift', '--conversation', TALK);
    expect(lifted).toEqual({ printed: expect.stringContaining('Đã bỏ bậc nhắc nhở'), refused: [] });
    expect(await standing()).toEqual([null, [['terminal:lan', 'citizen.lifted', 'zalo']]]);
  });

  it('says so where nobody is named, and where they stand on the ground, and writes nothing down', async () => {
    await aTalk();
    expect((await citizen('lift')).refused).toEqual([expect.stringContaining('--conversation')]);
    expect((await citizen('lift', '--conversation', TALK)).refused).toEqual([
      expect.stringContaining('không ở bậc nhắc nhở nào'),
    ]);
    const engine = await openEngine({ dataDir: folder, redisUrl: null });
    expect(await engine.audit.count()).toBe(0);
    await engine.close();
  });
});
