import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addBackupCommands } from '../../adapters/cli/backup-commands.ts';
import { readConfig } from '../../adapters/config.ts';
import { readCorrections } from '../../adapters/corrections/correction-log.ts';
import { openKnowledge } from '../../adapters/knowledge-source.ts';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { createLibsqlEngine } from '../../adapters/stores/libsql/libsql-engine.ts';
import { createLibsqlRecords } from '../../adapters/stores/libsql/records.ts';
import { createLibsqlStaff } from '../../adapters/stores/libsql/staff.ts';
import { lockServer } from '../../adapters/stores/server-lock.ts';
import { filesHolding } from '../builders/file-scan.ts';
import { linkTwo } from '../builders/links.ts';
import { sampleIndex } from '../builders/product.ts';
import { startProgram } from '../builders/program.ts';
import { mountSmallDisk } from '../builders/small-disk.ts';
import { aSession } from '../builders/staff-sessions.ts';
import { aLedgerEntry, aTurn, outgoing } from '../builders/turns.ts';

const NOW = 1_795_392_000_000;
const CORRECTION = {
  at: NOW,
  by: 'lan',
  document: { number: '1/2025', territory: null, file: 'a.txt', id: 'a' },
  decision: { kind: 'withdraw' },
  old: {},
};
let root: string;
let office: string;
let file: string;
let turns: number;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'assistant-backup-'));
  office = join(root, 'office');
  file = join(root, 'office.tar');
  turns = 0;
  mkdirSync(office);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function aTalk(words: string, citizen = 'an'): Promise<void> {
  const database = openDatabase(join(office, 'state.db'));
  turns += 1;
  await createLibsqlRecords(database, () => `ticket-${turns}`).commit(
    aTurn({
      conversationId: `web:web:${citizen}`,
      at: NOW,
      heard: [{ author: 'citizen', text: words, at: NOW }],
      ledger: aLedgerEntry({ turnId: `turn-${turns}` }),
      outgoing: [outgoing(`đáp ${words}`)],
    }),
  );
  database.close();
}

async function admin(args: readonly string[], now = NOW) {
  const printed: string[] = [];
  const refused: string[] = [];
  const program = new Command();
  addBackupCommands(program, {
    config: () => readConfig({ DATA_DIR: office }),
    print: (text) => void printed.push(text),
    refuse: (problem) => void refused.push(problem),
    showProgress: () => undefined,
    now: () => now,
  });
  await program.parseAsync([...args], { from: 'user' });
  return { printed: printed.join('\n'), refused };
}

function rows(dataDir: string, table: string): number {
  const row = openDatabase(join(dataDir, 'state.db')).prepare(`SELECT COUNT(*) AS n FROM ${table}`).get();
  return (row as { n: number }).n;
}

describe('admin backup', () => {
  it('gives back a working office on an empty machine: state, corrections, index, uploads, copies of web pages', async () => {
    await aTalk('hỏi học phí');
    writeFileSync(join(office, 'corrections.jsonl'), `${JSON.stringify(CORRECTION)}\n`);
    mkdirSync(join(office, 'ingest', 'web'), { recursive: true });
    writeFileSync(join(office, 'ingest', 'web', 'abc.body'), 'trang web');
    mkdirSync(join(office, 'uploads'));
    writeFileSync(join(office, 'uploads', 'Kế hoạch tuyển sinh.txt'), 'Điều 1.');
    copyFolder(join(await sampleIndex(), 'knowledge'), join(office, 'knowledge'));
    const { printed, refused } = await admin(['backup', file]);
    expect(refused).toEqual([]);
    expect(printed).toMatch(/1 cuộc trò chuyện, 2 tin nhắn, 0 phiếu, 1 dòng sổ ghi/);
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const fresh = join(root, 'fresh');
    const restored = await admin(['restore', file, '--data', fresh]);
    expect(restored.refused).toEqual([]);
    expect(restored.printed).toMatch(/Việc tiếp theo:.*npm start.*doctor/s);
    expect([rows(fresh, 'messages'), rows(fresh, 'turns'), rows(fresh, 'outbox')]).toEqual([2, 1, 1]);
    expect(readCorrections(fresh)).toHaveLength(1);
    expect(readFileSync(join(fresh, 'ingest', 'web', 'abc.body'), 'utf8')).toBe('trang web');
    expect(readFileSync(join(fresh, 'uploads', 'Kế hoạch tuyển sinh.txt'), 'utf8')).toBe('Điều 1.');
    const knowledge = openKnowledge(fresh, null, { territory: 'Hà Nội › Ba Đình', publicUrl: null });
    expect(knowledge.current().passages.length).toBeGreaterThan(10);
    expect(readdirSync(root).sort()).toEqual(['fresh', 'office', 'office.tar']);
  });

  it('holds one moment of an office that goes on working', { timeout: 60_000 }, async () => {
    const database = openDatabase(join(office, 'state.db'));
    const records = createLibsqlRecords(database, () => 'id');
    const work = async () => {
      turns += 1;
      const ledger = aLedgerEntry({ turnId: `turn-${turns}` });
      const heard = [{ author: 'citizen', text: `hỏi ${turns}`, at: NOW }] as const;
      await records.commit(aTurn({ heard, ledger, outgoing: [outgoing(`đáp ${turns}`)] }));
    };
    await work();
    const { ended } = startProgram(['admin', 'backup', file, '--data', office]);
    let running = true;
    const finished = ended.finally(() => {
      running = false;
    });
    while (running) await work();
    expect((await finished).code).toBe(0);
    const fresh = join(root, 'fresh');
    await admin(['restore', file, '--data', fresh]);
    const kept = rows(fresh, 'turns');
    expect(kept).toBeGreaterThan(1);
    expect(kept).toBeLessThan(turns);
    expect([rows(fresh, 'messages'), rows(fresh, 'outbox')]).toEqual([2 * kept, kept]);
  });

  it('can be looked into with the tools of the system', async () => {
    await aTalk('hỏi');
    await admin(['backup', file]);
    expect(execFileSync('tar', ['-tf', file], { encoding: 'utf8' }).trim().split('\n')).toEqual([
      'state.db',
      'manifest.json',
      'manifest.sha256',
    ]);
  });

  it('does not write over a file, and leaves nothing behind when it fails', async ({ skip }) => {
    await aTalk('x'.repeat(3_000_000));
    writeFileSync(file, 'mine');
    expect((await admin(['backup', file])).refused).toEqual([expect.stringContaining('được giữ nguyên')]);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    const disk = mountSmallDisk(1);
    if (disk === null) return skip();
    try {
      const { refused } = await admin(['backup', join(disk.folder, 'office.tar')]);
      expect(refused).toEqual([expect.stringContaining('đã đầy')]);
      expect(readdirSync(disk.folder)).toEqual([]);
    } finally {
      disk.unmount();
    }
  });

  it('says where there is nothing to back up', async () => {
    expect((await admin(['backup', file])).refused).toEqual([expect.stringContaining('chưa có tệp trạng thái')]);
  });
});

describe('admin restore', () => {
  it('keeps what was there aside, so that it can be undone, and ends log-ins', async () => {
    await aTalk('ngày hôm qua');
    const staff = createLibsqlStaff(openDatabase(join(office, 'state.db')));
    await staff.openSession('session', aSession({ expiresAt: NOW + 1 }));
    await admin(['backup', file]);
    await aTalk('sáng nay');
    const { printed } = await admin(['restore', file], NOW + 60_000);
    const aside = printed.match(/giữ trong (\S+before-restore-\S+)\./)?.[1] ?? '';
    expect(rows(office, 'turns')).toBe(1);
    expect(rows(office, 'staff_sessions')).toBe(0);
    expect(rows(aside, 'turns')).toBe(2);
  });

  it.each<readonly [string, () => void, RegExp]>([
    ['was cut short', () => truncateSync(file, statSync(file).size - 1_500), /hỏng hoặc chép chưa hết/],
    ['lost its end in copying', () => truncateSync(file, 40_000), /hỏng hoặc chép chưa hết/],
    ['has one other byte', () => flip(file, 30_000), /hỏng hoặc chép chưa hết/],
    ['is no backup', () => writeFileSync(file, 'x'.repeat(2_000)), /không phải bản sao lưu/],
    ['is missing', () => rmSync(file), /Không có tệp/],
  ])('changes nothing when the file %s', async (_what, harm, reason) => {
    await aTalk('còn nguyên');
    await admin(['backup', file]);
    harm();
    expect((await admin(['restore', file])).refused).toEqual([expect.stringMatching(reason)]);
    expect(rows(office, 'turns')).toBe(1);
    expect(readdirSync(office).filter((name) => /restor/.test(name))).toEqual([]);
  });

  it('refuses a backup of a newer program', async () => {
    await aTalk('x');
    openDatabase(join(office, 'state.db')).exec('PRAGMA user_version = 3');
    await admin(['backup', file]);
    const text = readFileSync(file, 'latin1');
    expect(text).toContain('"schemaVersion": 3');
    // As long as before, so that the file keeps its shape.
    const newer = text.replace('"schemaVersion": 3', '"schemaVersion":99');
    writeFileSync(file, newer.replace(/[0-9a-f]{64}(?=\0*$)/, manifestDigest(newer)), 'latin1');
    expect((await admin(['restore', file])).refused).toEqual([expect.stringContaining('phiên bản mới hơn')]);
  });

  it('refuses while a server runs on the folder', async () => {
    await aTalk('x');
    await admin(['backup', file]);
    const unlock = lockServer(office, NOW);
    await expect(admin(['restore', file])).rejects.toThrow(/in use by a running server.*stop that server first/);
    unlock();
    expect((await admin(['restore', file])).refused).toEqual([]);
  });

  it('goes on where it was cut off between two moves, and the server waits for that', async () => {
    await aTalk('ngày hôm qua');
    await admin(['backup', file]);
    await aTalk('sáng nay');
    const aside = 'before-restore-2026-11-26-08.00.00';
    mkdirSync(join(office, aside));
    openDatabase(join(office, 'state.db')).prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
    renameSync(join(office, 'state.db'), join(office, aside, 'state.db'));
    writeFileSync(join(office, 'restore-unfinished.json'), JSON.stringify({ aside, kept: ['state.db'] }));
    expect(() => openDatabase(join(office, 'state.db'))).toThrow(/half restored/);
    expect((await admin(['restore', file])).refused).toEqual([]);
    expect([rows(office, 'turns'), rows(join(office, aside), 'turns')]).toEqual([1, 2]);
  });

  it('erases again whoever had their data erased after the backup was made', async () => {
    await aTalk('bí mật của Bình', 'binh');
    await aTalk('chuyện của An', 'an');
    await admin(['backup', file]);
    const database = openDatabase(join(office, 'state.db'));
    const erasure = { when: 'now', code: 'XD-000000000001', requestedBy: 'citizen' } as const;
    await createLibsqlRecords(database, () => 'id').commit(
      aTurn({ conversationId: 'web:web:binh', at: NOW + 1, erasure }),
    );
    const { printed } = await admin(['restore', file], NOW + 2);
    expect(printed).toContain('Đã xóa lại dữ liệu của 1 người');
    expect(
      filesHolding(office, ['bí mật của Bình', 'web:web:binh']).filter((path) => !path.includes('before')),
    ).toEqual([]);
    expect(filesHolding(office, ['chuyện của An'])).toContain(join(office, 'state.db'));
  });

  it('undoes again what citizens unlinked after the backup was made, and keeps the other links', async () => {
    const an = 'web:web:an';
    const binh = 'web:web:binh';
    const chi = 'web:web:chi';
    const dung = 'web:web:dung';
    await aTalk('chuyện của An');
    const engine = () => createLibsqlEngine(openDatabase(join(office, 'state.db')), office, { onFault: () => {} });
    const before = engine();
    await linkTwo(before, an, binh, NOW);
    await linkTwo(before, binh, chi, NOW);
    await linkTwo(before, dung, 'web:web:em', NOW);
    await before.close();
    await admin(['backup', file]);
    const after = engine();
    for (const conversationId of [chi, dung]) {
      await after.records.commit(aTurn({ conversationId, link: { kind: 'left', from: [] }, at: NOW + 1 }));
    }
    await after.close();
    await admin(['restore', file], NOW + 2);
    const restored = engine();
    const linked = async (id: string) => (await restored.links.of(id)).map(({ conversationId }) => conversationId);
    expect([await linked(an), await linked(chi), await linked(dung)]).toEqual([[an, binh], [], []]);
    await restored.close();
  });
});

function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) copyFolder(join(from, entry.name), join(to, entry.name));
    else copyFileSync(join(from, entry.name), join(to, entry.name));
  }
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

function manifestDigest(archive: string): string {
  const start = archive.indexOf('{\n "format"');
  const text = archive.slice(start, archive.indexOf('\n}', start) + 2);
  return createHash('sha256').update(Buffer.from(text, 'latin1')).digest('hex');
}
