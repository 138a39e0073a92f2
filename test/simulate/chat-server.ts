import { join } from 'node:path';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { z } from 'zod';
import { openEventStream } from '../../adapters/http/event-stream.ts';
import { LOOKS, renderChatPage } from './chat-page.tsx';
import type { SimulatedPlatform } from './simulated-platform.ts';

const person = z.string().regex(/^\d{10,20}$/);
const said = z
  .object({
    person,
    text: z.string().trim().max(2_000),
    payload: z.string().max(1_000).nullable(),
    photo: z.string().max(200).nullable(),
  })
  .refine(({ text, photo }) => text !== '' || photo !== null);
const staffSaid = z.object({ person, text: z.string().trim().min(1).max(2_000) });
const lookOf = z.enum(['messenger', 'zalo']);
const HEARTBEAT_MS = 20_000;

/** The pages of the simulated platforms: a chat, what it sends, and a stream of what it gets. */
export function createChatServer(
  platforms: Readonly<Record<'messenger' | 'zalo', SimulatedPlatform>>,
  staffUrl: string,
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          connectSrc: ["'self'"],
          imgSrc: ["'self'", 'blob:'],
          baseUri: ["'none'"],
          formAction: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: false,
    }),
  );
  app.use('/client', express.static(join(import.meta.dirname, 'client')));
  app.get('/', (_request, response) => response.redirect('/messenger'));

  for (const look of lookOf.options) {
    const platform = platforms[look];
    app.get(`/${look}`, (_request, response) => {
      response.type('html').send(renderChatPage(LOOKS[look], staffUrl));
    });

    app.get(`/${look}/events`, (request, response) => {
      const asked = person.safeParse(request.query['person']);
      if (!asked.success) {
        response.sendStatus(400);
        return;
      }
      const { lines } = platform;
      const stream = openEventStream(response, {
        heartbeatMs: HEARTBEAT_MS,
        onHeartbeat: () => undefined,
        onClose: () => stop(),
      });
      const stop = lines.subscribe(asked.data, (news) => {
        if (news.kind === 'typing') stream.send('typing', {});
        else stream.send('line', news.line, news.line.id);
      });
      const seen = Number(request.get('last-event-id') ?? 0);
      for (const line of lines.after(asked.data, Number.isInteger(seen) ? seen : 0)) stream.send('line', line, line.id);
    });

    app.post(`/${look}/messages`, express.json(), async (request, response) => {
      const words = said.safeParse(request.body);
      if (!words.success) response.sendStatus(400);
      else response.json({ status: await platform.citizenSays(words.data.person, words.data) });
    });

    app.post(`/${look}/staff`, express.json(), async (request, response) => {
      const words = staffSaid.safeParse(request.body);
      if (!words.success) response.sendStatus(400);
      else response.json({ status: await platform.staffSays(words.data.person, words.data.text) });
    });
  }
  return app;
}
