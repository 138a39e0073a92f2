import { type Attributes, type SpanOptions, trace } from '@opentelemetry/api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type MessengerProduct, runMessenger } from '../builders/messenger-product.ts';

interface KeptSpan {
  readonly name: string;
  readonly attributes: Attributes;
  error: string | null;
  ended: boolean;
}

const spans: KeptSpan[] = [];

/** What an SDK does, as far as the product asks for it. */
function spanCalled(name: string, options: SpanOptions) {
  const kept: KeptSpan = { name, attributes: { ...options.attributes }, error: null, ended: false };
  spans.push(kept);
  return {
    setAttribute(key: string, value: string) {
      kept.attributes[key] = value;
    },
    setStatus({ message }: { message?: string }) {
      kept.error = message ?? '';
    },
    end() {
      kept.ended = true;
    },
  };
}

let messenger: MessengerProduct;
beforeAll(async () => {
  trace.setGlobalTracerProvider({
    getTracer: () => ({
      startSpan: spanCalled as never,
      startActiveSpan: ((name: string, options: SpanOptions, work: (span: unknown) => unknown) =>
        work(spanCalled(name, options))) as never,
    }),
  });
  messenger = await runMessenger();
});
afterAll(async () => {
  await messenger.stop();
  trace.disable();
});

it('follows a message from its webhook to the call that answers it, without a word or an id of a person', async () => {
  const psid = messenger.newPerson();
  await messenger.say(psid, `${psid}_a`, 'Tiền ăn bán trú bữa trưa tối đa bao nhiêu?');
  await messenger.settled();
  expect(messenger.sentTo(psid)).toHaveLength(1);
  expect(spans.filter(({ name }) => name !== 'webhook')).toEqual([
    { name: 'turn', attributes: { channel: 'messenger' }, error: null, ended: true },
    { name: 'answer from documents', attributes: { kind: 'answered' }, error: null, ended: true },
    { name: 'deliver', attributes: { channel: 'messenger', status: 'sent' }, error: null, ended: true },
  ]);
  expect(spans).toContainEqual({ name: 'webhook', attributes: { channel: 'messenger' }, error: null, ended: true });
  const told = JSON.stringify(spans);
  expect(told).not.toContain(psid);
  expect(told).not.toContain('bán trú');
});
