import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { decidePolicy } from '../../../bot/policy/decide.ts';
import { replyText } from '../../../bot/policy/replies.ts';
import { readPostedMessage } from './posted-message.ts';
import { refuse } from './refuse.ts';
import type { Visitors } from './visitor.ts';

/** One address may be a whole school, so it gets the allowance of this many visitors. */
const VISITORS_PER_ADDRESS = 20;
const MINUTE_MS = 60_000;
/** Where a message that passed only because it is a crisis carries its reply. */
const HOTLINES = 'hotlines';

/**
 * How many messages a minute are taken, in the order to mount them behind the parsed body. A message about a child in
 * danger passes the first two whatever came before it; beyond the allowance of `ofCrises` it is not stored any more,
 * but its refusal carries the hotlines.
 */
export function createMessageLimits(
  perMinute: number,
  visitors: Visitors,
): { readonly ofAddress: RequestHandler; readonly ofVisitor: RequestHandler; readonly ofCrises: RequestHandler } {
  const addressOf = (request: Request) => ipKeyGenerator(request.ip ?? '');

  function limit(
    allowance: number,
    keyOf: (request: Request) => string,
    rest: { handler: RequestHandler; skip?: (request: Request, response: Response) => boolean },
  ): RequestHandler {
    return rateLimit({
      windowMs: MINUTE_MS,
      limit: allowance,
      keyGenerator: keyOf,
      standardHeaders: 'draft-7',
      legacyHeaders: false,
      ...rest,
    });
  }

  return {
    ofAddress: limit(perMinute * VISITORS_PER_ADDRESS, addressOf, { handler: passCrisisOnly }),
    ofVisitor: limit(perMinute, (request) => visitors.read(request) ?? addressOf(request), {
      handler: passCrisisOnly,
    }),
    ofCrises: limit(perMinute, addressOf, {
      skip: (_request, response) => response.locals[HOTLINES] === undefined,
      handler: (_request, response) => refuse(response, 429, 'too-many', response.locals[HOTLINES]),
    }),
  };
}

function passCrisisOnly(request: Request, response: Response, next: NextFunction): void {
  const read = readPostedMessage(request.body);
  const policy = read.ok && read.message.text !== null ? decidePolicy({ text: read.message.text, context: [] }) : null;
  if (policy?.outcome === 'crisis') {
    response.locals[HOTLINES] = replyText(policy.replyId);
    next();
  } else refuse(response, 429, 'too-many');
}
