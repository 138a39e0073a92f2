import { createHmac, timingSafeEqual } from 'node:crypto';
import express, { type Express } from 'express';
import { MESSENGER } from '../../builders/accounts.ts';
import { WEBHOOK_PATH } from './webhook-requests.ts';

/** What a peer believes of a delivery without checking it. */
export interface BelievedDelivery {
  readonly entry: readonly {
    readonly id: string;
    readonly messaging: readonly {
      readonly sender: { readonly id: string };
      readonly timestamp: number;
      readonly message: { readonly mid: string; readonly text: string };
    }[];
  }[];
}

/** The usual express webhook: signature, JSON, `handle`, 200. Listens on 127.0.0.1 and prints `LISTENING <port>`. */
export function serveSigned(handle: (delivery: BelievedDelivery) => Promise<void>): void {
  const app = express();
  app.post(WEBHOOK_PATH, express.raw({ type: () => true }), async (request, response) => {
    const bytes: Buffer = request.body;
    const expected = Buffer.from(`sha256=${createHmac('sha256', MESSENGER.appSecret).update(bytes).digest('hex')}`);
    const given = Buffer.from(request.get('x-hub-signature-256') ?? '');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      response.sendStatus(401);
      return;
    }
    await handle(JSON.parse(bytes.toString('utf8')));
    response.status(200).send('EVENT_RECEIVED');
  });
  announceListening(app);
}

/** Listens on a free port of 127.0.0.1 and prints `LISTENING <port>`. */
export function announceListening(app: Express): void {
  const server = app.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.stdout.write(`LISTENING ${typeof address === 'object' ? address?.port : ''}\n`);
  });
}
