import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createLog } from '../../adapters/log.ts';
import type { Stores } from '../../adapters/stores/engine.ts';
import { StoreUnusable } from '../../adapters/stores/errors.ts';
import { MESSENGER, messengerText } from '../builders/accounts.ts';
import { type MessengerProduct, runMessenger } from '../builders/messenger-product.ts';
import { createPageVisitor } from '../builders/page-visitor.ts';
import { until } from '../builders/product.ts';
import { signMessenger } from '../simulators/graph.ts';

/** What people write about themselves, and what nobody may see. */
const PLANTED = {
  name: 'Trần Thị Kim Ngân Hạnh',
  plainName: 'tran thi kim ngan hanh',
  phone: '0912000345',
  spacedPhone: '0987 654 321',
  citizenId: '001088012345',
  email: 'kimnganhanh.1988@example.org',
  address: 'ngõ 175 Đội Cấn',
  rawWords: 'cháu nhà em hay bị dị ứng tôm',
} as const;
const SECRETS = [MESSENGER.appSecret, MESSENGER.pageToken, MESSENGER.verifyToken];

const QUESTIONS = [
  'tiền ăn bán trú bữa trưa tối đa bao nhiêu',
  'hồ sơ vào lớp 1 gồm những gì',
  'cho em gặp cán bộ',
  'tra cứu điểm thi giúp em',
  'trường có dạy bơi thuyền kayak không',
  'cảm ơn ạ',
];
/** One of the planted, somewhere in an ordinary message. */
function message(index: number): string {
  const values = Object.values(PLANTED);
  return `${QUESTIONS[index % QUESTIONS.length]}, ${values[index % values.length]}, số thứ tự ${index}`;
}

/** Faults that quote what they stumbled over, as parsers, validators and databases do. */
const FAULTS: readonly ((words: string) => unknown)[] = [
  (words) => new Error(`cannot store ${words}`),
  (words) => new TypeError(`first line\n${words}\n    at ${words} (file.ts:1:1)`),
  (words) => parseFault(words),
  (words) => z.object({ text: z.enum(['a']) }).safeParse({ text: words, [words]: 1 }).error,
  (words) => new Error('with a cause', { cause: new Error(words, { cause: words }) }),
  (words) => Object.assign(new Error(words), { code: 'ERR_INVALID_ARG_VALUE', value: words }),
  (words) => Object.assign(new Error('odd'), { name: words, code: words, body: words }),
  (words) => words,
  (words) => ({ message: words, text: words }),
];

function parseFault(words: string): unknown {
  try {
    return JSON.parse(`${words} {`);
  } catch (error) {
    return error;
  }
}

const MESSAGES = 150;
let messenger: MessengerProduct;
let printed: string[];
let log: string;
let faults = 0;

/** Every fifth turn and every twentieth delivery fails, each time in another way, with the words in question at hand. */
function failing({ inbox, outbox, records, ...others }: Stores): Stores {
  let calls = 0;
  function failAtTimes(every: number, words: string): void {
    calls += 1;
    if (calls % every !== 0) return;
    faults += 1;
    throw FAULTS[faults % FAULTS.length]?.(words);
  }
  return {
    ...others,
    inbox: {
      ...inbox,
      async put(arrivals, receivedAt) {
        failAtTimes(20, JSON.stringify(arrivals));
        return inbox.put(arrivals, receivedAt);
      },
    },
    outbox: {
      ...outbox,
      async begin(id, now, leaseUntil) {
        failAtTimes(20, message(id));
        return outbox.begin(id, now, leaseUntil);
      },
    },
    records: {
      ...records,
      async commit(turn) {
        failAtTimes(5, turn.heard.map((line) => line.text).join('\n'));
        return records.commit(turn);
      },
    },
  };
}

beforeAll(async () => {
  printed = [];
  const keep = (...words: unknown[]) => void printed.push(words.map(String).join(' '));
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation(keep);
  let offset = 0;
  messenger = await runMessenger({}, { stores: failing, now: () => Date.now() + offset });
  messenger.graph.faults.nextResponses.push(
    '5xx',
    '5xx',
    'lose-response',
    '613',
    'token-dead',
    '429',
    'page-restricted',
  );
  const { webhook, running } = messenger;

  const people = Array.from({ length: 15 }, () => messenger.newPerson());
  const visitors = await Promise.all(
    Array.from({ length: 15 }, async () => {
      const visitor = createPageVisitor(running.url);
      await visitor.get('/');
      return visitor;
    }),
  );
  for (let index = 0; index < MESSAGES; index += 1) {
    await messenger.say(people[index % people.length] ?? '', `m${index}`, message(index));
    await visitors[index % visitors.length]?.post('/chat/messages', { key: randomUUID(), text: message(index) });
  }
  const post = (body: string, signature: string) =>
    fetch(webhook, { method: 'POST', body, headers: { 'x-hub-signature-256': signature } });
  for (const words of Object.values(PLANTED)) {
    const well = JSON.stringify(messengerText({ mid: words, text: words }));
    for (const body of [`{"text":"${words}"`, `[${JSON.stringify(words)}]`, words, well.replace('"page"', '"user"')]) {
      await post(body, signMessenger(body, MESSENGER.appSecret));
    }
    await post(well, MESSENGER.appSecret);
    await visitors[0]?.post('/chat/messages', `{"key": "${words}`);
    await visitors[0]?.post('/chat/messages', { key: words, text: 7 });
    await visitors[0]?.get(`/van-ban/%ZZ${encodeURIComponent(words)}?q=${encodeURIComponent(words)}`);
    await visitors[0]?.submit('/staff/login', { name: words, password: words });
  }
  await fetch(`${webhook}?hub.mode=subscribe&hub.verify_token=${PLANTED.phone}&hub.challenge=1`);
  await until(async () => {
    offset += 5_000;
    return (await messenger.stores.inbox.depth(Date.now() + offset)).waiting === 0;
  }, 100_000);
  log = [...running.logged, ...printed].join('\n');
});
afterAll(async () => {
  await messenger.stop();
  vi.restoreAllMocks();
});

describe('what the product writes about three hundred messages and their faults', () => {
  it('tells of the faults', () => {
    expect(faults).toBeGreaterThan(FAULTS.length * 3);
    for (const said of ['webhook failed', 'background fault', 'request failed']) expect(log).toContain(said);
  });

  it.each(Object.entries(PLANTED))('holds no %s of anybody, in no spelling of JSON or addresses', (_what, words) => {
    for (const spelling of [
      words,
      JSON.stringify(words).slice(1, -1),
      encodeURIComponent(words),
      words.toLowerCase(),
    ]) {
      expect(log.split('\n').filter((line) => line.toLowerCase().includes(spelling.toLowerCase()))).toEqual([]);
    }
  });

  it('holds no words of a message', () => {
    for (const words of [...QUESTIONS, 'số thứ tự', 'first line']) {
      expect(log.split('\n').filter((line) => line.includes(words))).toEqual([]);
    }
  });

  it('holds no secret', () => {
    for (const secret of SECRETS) expect(log).not.toContain(secret);
  });

  it('holds no platform id of a person', () => {
    expect(log).not.toMatch(/71\d{14}/);
  });
});

describe('the description of an error in the log', () => {
  function described(error: unknown) {
    const lines: string[] = [];
    createLog('error', { write: (line) => void lines.push(line) }).error({ error }, 'fault');
    return JSON.parse(lines[0] ?? '').error;
  }

  it('keeps the message that one of ours was written with, its code, and where it happened', () => {
    const error = new StoreUnusable('/data/state.db', 'cannot be opened', new Error('whatever'));
    expect(described(error)).toMatchObject({
      name: 'StoreUnusable',
      code: 'STORE_UNUSABLE',
      message: 'The state at /data/state.db cannot be opened.',
      stack: expect.stringContaining('log-secrecy.test.ts'),
      cause: { name: 'Error', message: expect.stringContaining('withheld') },
    });
  });

  it('keeps what the system says', () => {
    const error = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:6379'), { code: 'ECONNREFUSED' });
    expect(described(error)).toMatchObject({ code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:6379' });
  });

  it.each(FAULTS.map((fault, index) => [index, fault] as const))(
    'keeps none of the data in fault %i',
    (_index, fault) => {
      expect(JSON.stringify(described(fault(PLANTED.name)))).not.toContain(PLANTED.name);
    },
  );
});
