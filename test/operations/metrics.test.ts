import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MESSENGER } from '../builders/accounts.ts';
import { type MessengerProduct, runMessenger } from '../builders/messenger-product.ts';
import { until } from '../builders/product.ts';

const README = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const QUESTION = 'tien an ban tru bua trua toi da bao nhieu 1 ngay a';
const WITH_NUMBER = 'số của tôi là 0912000345, hỏi học phí';

interface Family {
  readonly type: string;
  readonly labels: ReadonlySet<string>;
}

/** The product's own metrics of a scrape, with the labels that appear (the buckets' bounds apart). */
function ownFamilies(page: string): ReadonlyMap<string, Family> {
  const families = new Map<string, Family>();
  for (const [, name = '', type = ''] of page.matchAll(/^# TYPE (assistant_\w+) (\w+)$/gm)) {
    const samples = page.split('\n').filter((line) => new RegExp(`^${name}(?:_bucket|_sum|_count)?[{ ]`).test(line));
    const labels = samples.flatMap((line) => [...line.matchAll(/[{,](\w+)="/g)].map((match) => match[1] ?? ''));
    families.set(name, { type, labels: new Set(labels.filter((label) => label !== 'le')) });
  }
  return families;
}

/** The README's table: name, type and labels. */
const promised = new Map(
  [...README.matchAll(/^\| `(assistant_\w+)` \| (\w+) \|([^|]*)\|/gm)].map(([, name = '', type = '', labels = '']) => [
    name,
    { type, labels: [...labels.matchAll(/`(\w+)`/g)].map((match) => match[1] ?? '').sort() },
  ]),
);

let messenger: MessengerProduct;
let page: string;
let psid: string;
beforeAll(async () => {
  messenger = await runMessenger();
  psid = messenger.newPerson();
  messenger.graph.faults.nextResponses.push('5xx');
  await messenger.say(psid, 'm1', QUESTION);
  const other = messenger.newPerson();
  await messenger.say(other, 'm2', WITH_NUMBER);
  await until(() => messenger.graph.sent.length >= 2, 60_000);
  await messenger.settled();
  page = await (await fetch(`${messenger.running.url}/metrics`)).text();
});
afterAll(() => messenger.stop());

const value = (sample: string) =>
  Number(
    page
      .split('\n')
      .find((line) => line.startsWith(`${sample} `))
      ?.split(' ')[1],
  );

describe('the metrics of the running product', () => {
  it('are exactly those of the README, with their types', () => {
    const types = (families: ReadonlyMap<string, { readonly type: string }>) =>
      [...families].map(([name, { type }]) => `${name} ${type}`).sort();
    expect(promised.size).toBeGreaterThan(10);
    expect(types(ownFamilies(page))).toEqual(types(promised));
  });

  it('have no label that the README does not name', () => {
    for (const [name, { labels }] of ownFamilies(page)) {
      for (const label of labels) expect(promised.get(name)?.labels, name).toContain(label);
    }
    expect([...(ownFamilies(page).get('assistant_delivery_failures_total')?.labels ?? [])].sort()).toEqual(
      promised.get('assistant_delivery_failures_total')?.labels,
    );
  });

  it('follow a message from its webhook to the platform', () => {
    expect(value('assistant_webhook_seconds_count{channel="messenger"}')).toBeGreaterThanOrEqual(2);
    for (const step of ['context', 'decide', 'commit']) {
      expect(value(`assistant_step_seconds_count{step="${step}"}`), step).toBe(2);
    }
    expect(value('assistant_step_seconds_count{step="deliver"}')).toBe(3);
    expect(value('assistant_answer_seconds_count{channel="messenger"}')).toBe(2);
    // One reply waited for its second attempt.
    expect(value('assistant_answer_seconds_sum{channel="messenger"}')).toBeGreaterThan(5);
  });

  it('tell why an attempt did not send', () => {
    expect(value('assistant_delivery_failures_total{channel="messenger",status="retry",cause="temporary"}')).toBe(1);
  });

  it('tell the age of the index and of what waits', () => {
    expect(value('assistant_index_age_seconds')).toBeGreaterThan(0);
    expect(value('assistant_store_up')).toBe(1);
    for (const gauge of ['assistant_inbox_oldest_seconds', 'assistant_outbox_oldest_seconds']) {
      expect(value(gauge), gauge).toBe(0);
    }
  });

  it('come with Node’s own of the event loop and the memory', () => {
    expect(value('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    expect(value('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
  });

  it('carry nothing of a person', () => {
    for (const personal of [psid, '0912000345', 'tien an', 'm1"', MESSENGER.pageToken]) {
      expect(page).not.toContain(personal);
    }
  });
});

describe('the metrics of a product whose store is down', () => {
  it('say so, leave out what only the store knows and keep the rest', async () => {
    const down = await runMessenger(
      {},
      { stores: (stores) => ({ ...stores, outbox: { ...stores.outbox, depth: () => Promise.reject(new Error()) } }) },
    );
    try {
      const response = await fetch(`${down.running.url}/metrics`);
      const text = await response.text();
      expect(response.status).toBe(200);
      expect(text).toMatch(/^assistant_store_up 0$/m);
      expect(text).not.toMatch(/^assistant_inbox_waiting \d/m);
      expect(text).toMatch(/^process_resident_memory_bytes \d/m);
    } finally {
      await down.stop();
    }
  });
});
