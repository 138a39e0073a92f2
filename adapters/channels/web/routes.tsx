import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import { conversationId } from '../../../bot/conversation.ts';
import type { Inbox } from '../../../bot/ports/inbox.ts';
import type { LiveEvents } from '../../../bot/ports/live-events.ts';
import type { TurnRecords } from '../../../bot/ports/records.ts';
import { isSameOrigin } from '../../http/same-origin.ts';
import { renderChatPage } from './chat-page.tsx';
import { streamConversation } from './message-stream.ts';
import { readPostedMessage, toArrival, WEB_ACCOUNT } from './posted-message.ts';
import { readPublicTranscript } from './public-transcript.ts';
import { CHAT, CHAT_ERRORS } from './vietnamese.ts';
import { createVisitors } from './visitor.ts';

/** 2,000 characters of Vietnamese, decomposed and escaped, with room to spare. */
const LARGEST_BODY = '32kb';
/** One address may be a whole school, so it gets the allowance of this many visitors. */
const VISITORS_PER_ADDRESS = 20;
const MINUTE_MS = 60_000;

/** What the web chat needs from the rest of the product. */
export interface WebChatDependencies {
  readonly inbox: Inbox;
  readonly records: TurnRecords;
  readonly live: LiveEvents;
  /** Signs the visitor cookie (HMAC-SHA256). */
  readonly visitorKey: Buffer;
  readonly secureCookies: boolean;
  readonly now: () => number;
  readonly newId: () => string;
  readonly rateLimit: { readonly perMinute: number };
  readonly officeName: string;
  /** Tells the worker that mail has come. */
  readonly wake: () => void;
  /** First questions offered on an empty chat; the built-in ones when absent. */
  readonly suggestions?: readonly string[];
}

/**
 * The web chat: page `/`, and `/chat/messages`, `/chat/events`, `/chat` for its client module. Mount at the root.
 * Refusals are JSON `{error: {code, message}}` with a Vietnamese message; faults go on to the application's handler.
 */
export function createWebChatRoutes(deps: WebChatDependencies): Router {
  const visitors = createVisitors(deps.visitorKey, deps.secureCookies);
  const conversationOf = (visitor: string) => conversationId('web', WEB_ACCOUNT, visitor);
  const router = Router();

  function visitorOf(request: Request, response: Response): string {
    const visitor = visitors.read(request) ?? deps.newId();
    visitors.remember(response, visitor);
    return visitor;
  }

  function limit(perMinute: number, keyOf: (request: Request) => string) {
    return rateLimit({
      windowMs: MINUTE_MS,
      limit: perMinute,
      keyGenerator: keyOf,
      standardHeaders: 'draft-7',
      legacyHeaders: false,
      handler: (_request, response) => refuse(response, 429, 'too-many'),
    });
  }

  router.get('/', async (request, response) => {
    const visitor = visitorOf(request, response);
    const fresh = (await deps.records.conversation(conversationOf(visitor))) === null;
    const suggestions = deps.suggestions ?? CHAT.suggestions;
    response.set('Cache-Control', 'no-store');
    response.send(renderChatPage({ officeName: deps.officeName, suggestions, fresh }));
  });

  router.use('/chat', (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (reads || isSameOrigin(request)) next();
    else refuse(response, 403, 'other-site');
  });

  router.post(
    '/chat/messages',
    limit(deps.rateLimit.perMinute * VISITORS_PER_ADDRESS, (request) => ipKeyGenerator(request.ip ?? '')),
    limit(deps.rateLimit.perMinute, (request) => visitors.read(request) ?? ipKeyGenerator(request.ip ?? '')),
    express.json({ limit: LARGEST_BODY }),
    async (request, response) => {
      const visitor = visitors.read(request);
      if (visitor === null) return refuse(response, 403, 'no-visitor');
      const read = readPostedMessage(request.body);
      if (!read.ok) return refuse(response, 400, read.code);
      const at = deps.now();
      await deps.inbox.put([toArrival(visitor, read.message, at)], at);
      deps.wake();
      response.status(202).json({ stored: true });
    },
  );

  router.get('/chat/messages', async (request, response) => {
    const visitor = visitorOf(request, response);
    const { messages, owner } = await readPublicTranscript(
      deps.records,
      conversationOf(visitor),
      readId(request.query.after),
    );
    response.json({ messages, owner });
  });

  router.get('/chat/events', (request, response) => {
    const visitor = visitors.read(request);
    if (visitor === null) return refuse(response, 403, 'no-visitor');
    const afterId = readId(request.get('last-event-id') ?? request.query.after);
    streamConversation(deps, response, { conversationId: conversationOf(visitor), afterId });
  });

  router.delete('/chat', (_request, response) => {
    visitors.remember(response, deps.newId());
    response.status(204).end();
  });

  router.use('/chat', (error: unknown, _request: Request, response: Response, next: NextFunction) => {
    const { type } = z.object({ type: z.string() }).safeParse(error).data ?? {};
    if (type === 'entity.too.large') refuse(response, 413, 'too-large');
    else if (type?.startsWith('entity.') || type?.startsWith('encoding.') || type?.startsWith('charset.')) {
      refuse(response, 400, 'malformed');
    } else next(error);
  });

  return router;
}

function refuse(response: Response, status: number, code: keyof typeof CHAT_ERRORS): void {
  response.status(status).json({ error: { code, message: CHAT_ERRORS[code] } });
}

/** A transcript id from a query or header; anything else reads from the start. */
function readId(value: unknown): number {
  return z.coerce.number().int().min(0).safeParse(value).data ?? 0;
}
