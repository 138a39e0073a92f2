import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEngine } from '../../adapters/stores/open-engine.ts';
import { newGap } from '../../bot/gaps/gap.ts';
import { aCorrection } from '../builders/corrections.ts';
import { filesHolding } from '../builders/file-scan.ts';
import { anIncident } from '../builders/incidents.ts';
import { startProgram } from '../builders/program.ts';
import { aTurn } from '../builders/turns.ts';

const PHONE = '0912345678';
const REASON = `phụ huynh đề nghị, số ${PHONE}`;

const dataDir = mkdtempSync(join(tmpdir(), 'assistant-seal-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** A state as a program kept it that did not mask what staff write. */
beforeAll(async () => {
  const engine = await openEngine({ dataDir, redisUrl: null });
  for (let index = 0; index < 120; index += 1) {
    await engine.incidents.save(anIncident({ id: `i${index}`, school: `Trường ${index}, gọi ${PHONE}` }));
  }
  const ticket = { kind: 'open', topic: 'human_request', priority: 'normal', question: 'Cho gặp cán bộ' } as const;
  const opened = await engine.records.commit(aTurn({ conversationId: 'web:web:an', ticket, owner: 'queue' }));
  if (!opened.ok || opened.ticket === null) throw new Error('no ticket');
  await engine.records.tag(opened.ticket.id, [`gọi ${PHONE}`], 1);
  await engine.gaps.save({ ...newGap({ id: 'gap', at: 1 }), dismissed: { by: 'lan', at: 1, reason: REASON } });
  await engine.corrections.save(aCorrection({ reason: REASON }));
  await engine.holds.place({ conversationId: 'web:web:an', reason: REASON, by: 'lan', at: 1, until: null });
  await engine.close();
});

it('admin seal masks reasons, schools and tags of an older state, counts them, and finds nothing the next time', async () => {
  expect(filesHolding(dataDir, [PHONE])).not.toEqual([]);
  const seal = () => startProgram(['admin', 'seal'], { DATA_DIR: dataDir }).ended;
  const first = await seal();
  expect([first.code, first.error]).toEqual([0, '']);
  for (const line of [
    'phiếu: đã xem 1, niêm phong hoặc che 1',
    'sự việc nhà trường báo: đã xem 120, niêm phong hoặc che 120',
  ]) {
    expect(first.out).toContain(line);
  }
  for (const kind of ['câu hỏi chưa trả lời được', 'đính chính', 'yêu cầu giữ dữ liệu']) {
    expect(first.out).toContain(`${kind}: đã xem 1, niêm phong hoặc che 1`);
  }
  expect(filesHolding(dataDir, [PHONE])).toEqual([]);
  expect((await seal()).out).toContain('Không còn gì phải niêm phong.');
}, 60_000);
