import { createHmac } from 'node:crypto';
import { type RequestHandler, Router, urlencoded } from 'express';
import { z } from 'zod';
import type { DataController } from '../../../bot/data-controller-words.ts';
import { contentsOf } from '../../../bot/kept-contents.ts';
import type { ErasureRecords } from '../../../bot/ports/erasure.ts';
import type { Inbox } from '../../../bot/ports/inbox.ts';
import type { KeptValues } from '../../../bot/ports/kept-values.ts';
import type { Config, MessengerConfig } from '../../config.ts';
import { TIMES } from '../../console/inbox/vietnamese.ts';
import { momentInWords } from '../../console/time-words.ts';
import { renderPage } from '../../http/page-shell.tsx';
import { ControllerFacts, PRIVACY_PATH } from '../../http/privacy-page.tsx';
import { PRIVACY_PAGE } from '../../http/privacy-words.ts';
import { sortEvents } from '../inbound-arrivals.ts';
import { readSignedRequest } from './signed-request.ts';
import { DELETION } from './vietnamese.ts';

export interface DataDeletionDependencies {
  readonly config: Config;
  readonly settings: MessengerConfig;
  readonly inbox: Inbox;
  readonly erasures: ErasureRecords;
  readonly kept: KeptValues;
  readonly now: () => number;
  /** Called after the request was stored. */
  readonly wake: () => void;
}

const keptRequest = z.object({ at: z.number() });
/** How the names of the kept values of requests begin, before the code. */
export const DELETION_PREFIX = 'messenger-deletion:';
const keptName = (code: string) => `${DELETION_PREFIX}${code}`;

/** A request that was kept. @throws ZodError, SyntaxError */
export function readDeletion(value: string): z.infer<typeof keptRequest> {
  return keptRequest.parse(JSON.parse(value));
}

/**
 * Meta's data deletion callback: `POST /webhooks/messenger/data-deletion` takes a signed request and gives
 * `{url, confirmation_code}` once it is stored; the address is a page that tells the person how far it is. The
 * request reaches the erasure as the event of a citizen who withdrew consent. A request that is delivered twice has one
 * code and counts once.
 */
export function createDataDeletionRoutes(dependencies: DataDeletionDependencies): Router {
  const router = Router();
  router.post(
    '/webhooks/messenger/data-deletion',
    urlencoded({ extended: false, limit: '16kb' }),
    takeRequest(dependencies),
  );
  router.get('/data-deletion/:code', showState(dependencies));
  return router;
}

function takeRequest({ config, settings, inbox, kept, now, wake }: DataDeletionDependencies): RequestHandler {
  return async (request, response) => {
    const form: unknown = request.body;
    const signed = z.object({ signed_request: z.string() }).safeParse(form);
    const wanted = signed.success ? readSignedRequest(signed.data.signed_request, settings.appSecret) : null;
    if (wanted === null) {
      response
        .status(401)
        .json({ error: { code: 'SIGNATURE_INVALID', message: 'The signed request is not of Meta.' } });
      return;
    }
    const { userId, issuedAt } = wanted;
    const code = createHmac('sha256', settings.appSecret)
      .update(`deletion:${userId}:${issuedAt}`)
      .digest('hex')
      .slice(0, 16);
    const at = now();
    const { arrivals } = sortEvents('messenger', [
      { kind: 'withdrawn', key: `deletion:${code}`, accountId: settings.pageId, at, citizenId: userId, code },
    ]);
    const { stored } = await inbox.put(arrivals, at);
    if (stored > 0) {
      await kept.set(keptName(code), JSON.stringify({ at }));
      wake();
    }
    const address = config.publicUrl ?? `${request.protocol}://${request.get('host') ?? ''}`;
    response.json({ url: `${address}/data-deletion/${code}`, confirmation_code: code });
  };
}

function showState({ config, erasures, kept }: DataDeletionDependencies): RequestHandler<{ code: string }> {
  return async (request, response, next) => {
    const { code } = request.params;
    const found = await kept.get(keptName(code));
    if (found === null) return next();
    const wanted = contentsOf<{ readonly at: number } | null>(found, { parse: readDeletion, usual: null }).value;
    const erasedAt = (await erasures.find(code))?.erasedAt ?? null;
    response.type('html').send(renderState(code, wanted?.at ?? null, erasedAt === null, config.controller));
  };
}

function renderState(code: string, at: number | null, open: boolean, controller: DataController): string {
  return renderPage({
    title: DELETION.title,
    description: DELETION.title,
    styles: ['/assets/document.css'],
    modules: [],
    layout: 'document',
    listed: false,
    children: (
      <main class="sheet">
        <h1>{DELETION.title}</h1>
        <dl class="facts">
          <div>
            <dt>{DELETION.code}</dt>
            <dd>{code}</dd>
          </div>
          <div>
            <dt>{DELETION.receivedAt}</dt>
            <dd>{at === null ? DELETION.unknownMoment : momentInWords(at, TIMES)}</dd>
          </div>
          <div>
            <dt>{DELETION.state}</dt>
            <dd>{open ? DELETION.open : DELETION.done}</dd>
          </div>
        </dl>
        <p>{DELETION.explanation}</p>
        <ControllerFacts controller={controller} />
        <p>
          <a href={PRIVACY_PATH}>{PRIVACY_PAGE.title}</a>
        </p>
      </main>
    ),
  });
}
