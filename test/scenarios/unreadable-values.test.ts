import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { PublicMessage } from '../../adapters/channels/web/public-transcript.ts';
import { findUnreadable, kindOfKept } from '../../adapters/kept/kept-catalogue.ts';
import { KEPT_KEYS } from '../../adapters/sealing/kept-key.ts';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { openEngine } from '../../adapters/stores/open-engine.ts';
import { ADMISSION_VALUE } from '../../bot/admission/published-tables.ts';
import { SWITCH_VALUE } from '../../bot/bot-switch.ts';
import { RADAR_VALUE } from '../../bot/radar/radar-state.ts';
import { WEEK_COUNTS_VALUE } from '../../bot/radar/week-counts.ts';
import { createPageVisitor } from '../builders/page-visitor.ts';
import { indexByWords, type RunningProduct, runProduct, until } from '../builders/product.ts';
import { startProgram } from '../builders/program.ts';
import { SPOILABLE, SPOILED } from '../builders/spoiled-values.ts';
import { startWebhookReceiver } from '../builders/webhook-receiver.ts';

const QUESTION = 'Tiền ăn bán trú bữa trưa tối đa bao nhiêu?';
const DANGER = 'con em bị bạn đánh chảy máu ở trường, cứu con em với';

const root = mkdtempSync(join(tmpdir(), 'assistant-unreadable-'));
const stops: (() => Promise<void>)[] = [];
let count = 0;
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A state in which these values cannot be read. */
async function spoiledState(names: readonly string[]): Promise<{ dataDir: string; engine: StateEngine }> {
  count += 1;
  const dataDir = join(root, String(count));
  const engine = await openEngine({ dataDir, redisUrl: null });
  for (const name of names) await engine.kept.set(name, SPOILED[0]);
  return { dataDir, engine };
}

async function runOn(engine: StateEngine, settings: Record<string, string> = {}): Promise<RunningProduct> {
  const running = await runProduct(settings, { engine }, await indexByWords());
  stops.push(running.stop);
  return running;
}

/** Asks as a new visitor and gives what came back, with who owns the conversation then. */
async function ask(url: string, text: string): Promise<{ reply: string; owner: string }> {
  const visitor = createPageVisitor(url);
  await visitor.get('/');
  await visitor.post('/chat/messages', { key: randomUUID(), text });
  return until(async () => {
    const { messages, owner } = await (await visitor.get('/chat/messages?after=0')).json();
    const reply = messages.find((message: PublicMessage) => message.author === 'bot');
    return reply === undefined ? null : { reply: reply.text, owner };
  });
}

const errors = ({ logged }: RunningProduct) =>
  logged.map((line) => JSON.parse(line)).filter(({ level }) => level === 'error' || level >= 50);

describe('the product over values that somebody spoiled', () => {
  // The list of published tables names the spoiled one, so that only one of the two can be spoiled.
  const names = SPOILABLE.map(({ name }) => name).filter((name) => ![SWITCH_VALUE, ADMISSION_VALUE].includes(name));

  it('answers, goes on with everything that one process does, and says of each value once that it cannot be read', async () => {
    const { engine } = await spoiledState(names);
    await engine.kept.set(ADMISSION_VALUE, '{"2026-2027":"0123456789abcdef"}');
    const running = await runOn(engine);
    expect((await ask(running.url, QUESTION)).reply).toContain('35.000');
    // Work that starts anew writes whole values in the place of these.
    for (const name of [WEEK_COUNTS_VALUE, RADAR_VALUE]) {
      await until(async () => (await findUnreadable(engine.kept)).every((one) => one.name !== name));
    }
    const metrics = await (await fetch(`${running.url}/metrics`)).text();
    expect(Number(/assistant_kept_values_unreadable (\d+)/.exec(metrics)?.[1])).toBeGreaterThan(names.length - 5);
    const told = errors(running);
    expect(
      told.map(({ msg }) => msg).filter((msg) => msg !== 'a kept value cannot be read; admin doctor says what to do'),
    ).toEqual([]);
    const named = told.map(({ value }) => value.name);
    expect(new Set(named).size).toBe(named.length);
    for (const name of ['statements', 'report:2026-01', 'reply-drafts']) expect(named).toContain(name);
    const unknown = (await engine.kept.names()).filter((name) => kindOfKept(name) === null);
    expect(unknown.filter((name) => !/^(?:unreadable|heard|lease):/.test(name))).toEqual([]);
  });

  it('is silent while nobody can read whether it was silenced, but for a child in danger, and wakes who is on duty', async () => {
    const { engine } = await spoiledState([SWITCH_VALUE]);
    const duty = await startWebhookReceiver();
    stops.push(duty.stop);
    const { url } = await runOn(engine, { ALARM_WEBHOOK_URL: duty.url });
    const { reply, owner } = await ask(url, QUESTION);
    expect([reply.includes('35.000'), reply.includes('tạm nghỉ'), owner]).toEqual([false, true, 'queue']);
    expect((await ask(url, DANGER)).reply).toContain('111');
    const kinds = () => duty.received.map(({ bytes }) => JSON.parse(bytes.toString()).kind);
    await until(() => kinds().includes('kill-switch'));
  });

  it.each(Object.values(KEPT_KEYS))('does not start over a key that is none, and says what to do: %s', async (name) => {
    const { engine } = await spoiledState([name]);
    stops.push(() => engine.close());
    await expect(runProduct({}, { engine }, await indexByWords())).rejects.toThrow(
      new RegExp(`"${name}" is no key; run npm run admin -- restore FILE`),
    );
    expect(await engine.kept.get(name)).toBe(SPOILED[0]);
  });

  it('is looked through by doctor, which names every one', { timeout: 60_000 }, async () => {
    const { dataDir, engine } = await spoiledState([...names, SWITCH_VALUE, KEPT_KEYS.sealing]);
    await engine.close();
    const { code, out } = await startProgram(['admin', 'doctor'], { DATA_DIR: dataDir }).ended;
    expect(code).toBe(1);
    for (const name of [...names, SWITCH_VALUE, KEPT_KEYS.sealing]) expect(out).toContain(`✘ ${name}: `);
    expect(out).toContain('bot on');
  });
});
