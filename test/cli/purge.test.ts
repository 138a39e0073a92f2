import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPurgeCommand } from '../../adapters/cli/purge-command.ts';
import { readConfig } from '../../adapters/config.ts';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { createLibsqlRecords } from '../../adapters/stores/libsql/records.ts';
import type { Topic } from '../../bot/topics.ts';
import { ZALO, zaloSettings } from '../builders/accounts.ts';
import { filesHolding } from '../builders/file-scan.ts';
import { linkTwo } from '../builders/links.ts';
import { aTurn, outgoing } from '../builders/turns.ts';

const PLANTED = 'Planted-Sen-42';
const NOW = 1_795_392_000_000;
const TALK = `zalo:${ZALO.oaId}:3000000000000000001`;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assistant-purge-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function aTalk(topic: Topic): Promise<void> {
  const database = openDatabase(join(folder, 'state.db'));
  const turn = aTurn({
    conversationId: TALK,
    channel: 'zalo',
    heard: [{ author: 'citizen', text: PLANTED, at: NOW }],
    ticket: { kind: 'open', topic, priority: 'normal', question: PLANTED },
    outgoing: [outgoing(`Dạ ${PLANTED}`)],
  });
  await createLibsqlRecords(database, () => 'ticket-1').commit(turn);
  database.close();
}

async function purge(...args: readonly string[]) {
  const printed: string[] = [];
  const refused: string[] = [];
  const program = new Command();
  addPurgeCommand(program, {
    config: () => readConfig(zaloSettings('http://127.0.0.1:1')),
    print: (text) => void printed.push(text),
    refuse: (problem) => void refused.push(problem),
    now: () => NOW,
  });
  await program.parseAsync(['purge', '--data', folder, ...args], { from: 'user' });
  return { printed: printed.join('\n'), refused };
}

describe('admin purge', () => {
  it.each([
    ['by conversation', ['--conversation', TALK]],
    ['by channel and user', ['--channel', 'zalo', '--user', '3000000000000000001']],
  ])('erases %s and prints a proof that can be looked up again', async (_how, args) => {
    await aTalk('human_request');
    const { printed, refused } = await purge(...args);
    expect(refused).toEqual([]);
    expect(printed).toMatch(/Mã xác nhận: XD-[0-9A-F]{12} \(theo yêu cầu của cán bộ, kênh zalo\)/);
    expect(printed).toContain('tin nhắn 2, tin gửi đi 1');
    expect(filesHolding(folder, [PLANTED, '3000000000000000001'])).toEqual([]);
    expect((await purge('--proof', printed.match(/XD-\w+/)?.[0] ?? '')).printed).toBe(printed);
  });

  it('of one conversation names those that the citizen linked, and reaches them only when told to', async () => {
    const link = async () => {
      const database = openDatabase(join(folder, 'state.db'));
      await linkTwo({ records: createLibsqlRecords(database, () => 'ticket-2') }, TALK, 'web:web:sen', NOW);
      database.close();
    };
    await aTalk('human_request');
    await link();
    const { printed } = await purge('--conversation', TALK);
    expect(printed).toMatch(/CHƯA xóa gì[^§]*purge --conversation web:web:sen/u);
    await aTalk('human_request');
    await link();
    const both = await purge('--conversation', TALK, '--linked');
    expect(both.printed.match(/Đã xóa lúc/g)).toHaveLength(2);
    expect(both.printed).not.toContain('CHƯA');
  });

  it('keeps a matter in work until its ticket is closed, and says so', async () => {
    await aTalk('complaint_denunciation');
    expect((await purge('--conversation', TALK)).printed).toContain('CHƯA xóa');
    expect(filesHolding(folder, [PLANTED])).not.toEqual([]);
  });

  it.each([
    ['nobody is named', [], /--conversation/],
    ['the channel is unknown', ['--channel', 'fax', '--user', '1'], /--conversation/],
    ['the id is of no channel', ['--conversation', 'x'], /messenger:, zalo: hoặc web:/],
    ['there is nothing of the person', ['--conversation', 'web:web:x'], /Không có dữ liệu/],
    ['the code is unknown', ['--proof', 'XD-0'], /Không có lần xóa/],
  ])('refuses in Vietnamese when %s', async (_what, args, reason) => {
    expect((await purge(...args)).refused).toEqual([expect.stringMatching(reason)]);
  });
});
