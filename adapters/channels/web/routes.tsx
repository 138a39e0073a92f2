import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { conversationId } from '../../../bot/conversation.ts';
import type { Inbox } from '../../../bot/ports/inbox.ts';
import type { LiveEvents } from '../../../bot/ports/live-events.ts';
import type { TurnRecords } from '../../../bot/ports/records.ts';
import { sendAsset } from '../../http/asset.ts';
import { isSameOrigin } from '../../http/same-origin.ts';
import { renderChatPage } from './chat-page.tsx';
import { createMessageLimits } from './message-limits.ts';
import { streamConversation } from './message-stream.ts';
import { readPostedMessage, toArrival } from './posted-message.ts';
import { readPublicTranscript } from './public-transcript.ts';
import { refuse } from './refuse.ts';
import { CHAT } from './vietnamese.ts';
import { createVisitors } from './visitor.ts';
import { WEB_ACCOUNT } from './web-account.ts';
import { loadWidgetScript } from './widget-script.ts';

/** 2,000 characters of Vietnamese, decomposed and escaped, with room to spare. */
const LARGEST_BODY = '32kb';
/** The chat as other sites show it in a frame; the page policy lets this path alone be framed. */
export const FRAMED_PATH = '/chat/framed';

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
  /** Origins of sites that may show the chat in a frame; none turns the widget off. */
  readonly framedBy: readonly string[];
  /** Tells the worker that mail has come. */
  readonly wake: () => void;
  /** First questions offered on an empty chat; the built-in ones when absent. */
  readonly suggestions?: readonly string[];
}

/**
 * The web chat: page `/`; `/chat/messages`, `/chat/events`, `/chat` for its client module; `/widget.js` and the framed
 * page for other sites. Mount at the root.
 * Refusals are JSON `{error: {code, message}}` with a Vietnamese message; faults go on to the application's handler.
 */
export function createWebChatRoutes(deps: WebChatDependencies): Router {
  const visitors = createVisitors(deps.visitorKey, { ...deps, framed: deps.framedBy.length > 0 });
  const limits = createMessageLimits(deps.rateLimit.perMinute, visitors);
  const conversationOf = (visitor: string) => conversationId('web', WEB_ACCOUNT, visitor);
  const router = Router();

  function visitorOf(request: Request, response: Response): string {
    const visitor = visitors.read(request) ?? deps.newId();
    visitors.remember(response, visitor);
    return visitor;
  }

  async function sendPage(request: Request, response: Response, framedBy: readonly string[]): Promise<void> {
    const visitor = visitorOf(request, response);
    const fresh = (await deps.records.conversation(conversationOf(visitor))) === null;
    const suggestions = deps.suggestions ?? CHAT.suggestions;
    response.set('Cache-Control', 'no-store');
    response.send(renderChatPage({ officeName: deps.officeName, suggestions, fresh, framedBy }));
  }

  router.get('/', (request, response) => sendPage(request, response, []));

  router.get(FRAMED_PATH, async (request, response, next) => {
    if (deps.framedBy.length === 0) next();
    else await sendPage(request, response, deps.framedBy);
  });

  const widget = loadWidgetScript({ ...deps, path: FRAMED_PATH });
  router.get('/widget.js', async (request, response) => {
    // Any site may load it, and is told in its console when it is not on the list.
    response.set('Cross-Origin-Resource-Policy', 'cross-origin');
    sendAsset(request, response, await widget, 'public, no-cache');
  });

  router.use('/chat', (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (reads || isSameOrigin(request)) next();
    else refuse(response, 403, 'other-site');
  });

  router.post(
    '/chat/messages',
    express.json({ limit: LARGEST_BODY }),
    limits.ofAddress,
    limits.ofVisitor,
    limits.ofCrises,
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
    const known = visitors.read(request) !== null;
    const visitor = visitorOf(request, response);
    const { messages, owner } = await readPublicTranscript(
      deps.records,
      conversationOf(visitor),
      readId(request.query.after),
    );
    response.json({ messages, owner, known });
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

/** A transcript id from a query or header; anything else reads from the start. */
function readId(value: unknown): number {
  return z.coerce.number().int().min(0).safeParse(value).data ?? 0;
}
