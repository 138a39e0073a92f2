import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Gap } from '../../../bot/gaps/gap.ts';
import { gapBoard, rowOf } from '../../../bot/gaps/gap-board.ts';
import {
  approved,
  dismissed,
  type GapChange,
  type GapProblem,
  owned,
  proposed,
  returned,
  takenUp,
  touched,
  type WrittenAnswer,
  withdrawn,
  withoutDraft,
} from '../../../bot/gaps/gap-changes.ts';
import type { AuditLog } from '../../../bot/ports/audit.ts';
import type { Gaps } from '../../../bot/ports/gaps.ts';
import type { StaffStore } from '../../../bot/ports/staff.ts';
import type { createGuard } from '../guard.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { renderRefusal } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { renderGapListPage } from './gap-list-page.tsx';
import { renderGapPage } from './gap-page.tsx';
import type { GapNotice } from './gap-step-form.tsx';
import { addSortingRoutes } from './sorting-routes.ts';

const pageQuery = z.object({
  done: z.enum(['changed', 'stale']).nullable().catch(null),
  /** The ticket of a draft that the form begins with. */
  draft: z.string().max(100).nullable().catch(null),
});
/** Browsers send line breaks of a text area as CR LF. */
const words = z
  .string()
  .catch('')
  .transform((text) => text.replaceAll('\r\n', '\n').normalize('NFC').trim());
const form = z.object({
  seen: z.coerce.number().int().catch(-1),
  question: words,
  text: words,
  source: words,
  expiresOn: words,
  reason: words.transform((text) => text.slice(0, 300)),
  draft: words,
});
type Form = z.infer<typeof form>;

/** What the pages on unanswered questions need. */
export interface GapRoutesDependencies {
  readonly gaps: Gaps;
  readonly staff: StaffStore;
  readonly audit: AuditLog;
  readonly newId: () => string;
  readonly now: () => number;
}

/** The board of questions that nothing answers, and what the office does about each. Every change is audited. */
export function addGapRoutes(guard: ReturnType<typeof createGuard>, deps: GapRoutesDependencies): void {
  const { gaps, staff, audit, now } = deps;

  guard.staff('GET /staff/gaps', async (_request, response, signedIn) => {
    const [known, questions, names] = await Promise.all([gaps.list(), gaps.questions(0), namesOfStaff()]);
    response.send(renderGapListPage({ signedIn, rows: gapBoard(known, questions, now()), names, now: now() }));
  });

  guard.staff('GET /staff/gaps/:id', async (request, response, signedIn) => {
    const gap = await gaps.find(String(request.params['id']));
    if (gap === null) return refuseUnknown(response, signedIn);
    const { done, draft } = pageQuery.parse(request.query);
    const used = gap.drafts?.find(({ ticketId }) => ticketId === draft) ?? null;
    const written = used === null ? null : { question: used.question, text: used.text, source: '', expiresOn: '' };
    await show(response, signedIn, gap, done, null, written, used?.ticketId);
  });

  guard.staff('POST /staff/gaps/:id/own', (request, response, signedIn) =>
    change(request, response, signedIn, 'own', (gap, { by }) => owned(gap, by)),
  );
  guard.staff('POST /staff/gaps/:id/dismiss', (request, response, signedIn) =>
    change(request, response, signedIn, 'dismiss', (gap, { by, at, written }) =>
      dismissed(gap, by, written.reason, at),
    ),
  );
  guard.staff('POST /staff/gaps/:id/take-up', (request, response, signedIn) =>
    change(request, response, signedIn, 'take-up', (gap) => takenUp(gap)),
  );
  guard.staff('POST /staff/gaps/:id/answer', (request, response, signedIn) =>
    change(request, response, signedIn, 'answer', (gap, { by, at, written }) => {
      const { question, text, source, expiresOn, draft } = written;
      return proposed(withoutDraft(gap, draft), by, { question, text, source, expiresOn }, at);
    }),
  );
  guard.staff('POST /staff/gaps/:id/drop-draft', (request, response, signedIn) =>
    change(request, response, signedIn, 'drop-draft', (gap, { written }) => touched(withoutDraft(gap, written.draft))),
  );
  addSortingRoutes(guard, { gaps, audit, newId: deps.newId, now, refuseUnknown, refuse });
  guard.staff('POST /staff/gaps/:id/approve', (request, response, signedIn) =>
    change(request, response, signedIn, 'approve', (gap, { by, at }) => approved(gap, by, at)),
  );
  guard.staff('POST /staff/gaps/:id/return', (request, response, signedIn) =>
    change(request, response, signedIn, 'return', (gap, { by, at, written }) => returned(gap, by, written.reason, at)),
  );
  guard.staff('POST /staff/gaps/:id/withdraw', (request, response, signedIn) =>
    change(request, response, signedIn, 'withdraw', (gap, { by, at }) => withdrawn(gap, by, at)),
  );

  /** What was decided on another version of the gap is not carried out: the words approved are the words that were read. */
  async function change(
    request: Request,
    response: Response,
    signedIn: SignedIn,
    action: string,
    rule: (gap: Gap, by: { readonly by: string; readonly at: number; readonly written: Form }) => GapChange,
  ): Promise<void> {
    const gap = await gaps.find(String(request.params['id']));
    if (gap === null) return refuseUnknown(response, signedIn);
    const written = form.parse(request.body);
    const at = now();
    const by = signedIn.account.name;
    const changed = rule(gap, { by, at, written });
    if (!changed.ok) {
      response.status(400);
      return show(response, signedIn, gap, null, changed.problem, action === 'answer' ? written : null, written.draft);
    }
    const isSaved = written.seen === gap.version && (await gaps.save(changed.gap));
    if (isSaved) {
      const answer = changed.gap.answers.findLast(({ decidedAt, writtenAt }) => decidedAt === at || writtenAt === at);
      const facts = answer === undefined ? {} : { answer: answer.number, author: answer.author };
      await audit.append({ at, actor: by, action: `gap.${action}`, subject: gap.id, facts });
    }
    response.redirect(303, `/staff/gaps/${encodeURIComponent(gap.id)}?done=${isSaved ? 'changed' : 'stale'}`);
  }

  async function show(
    response: Response,
    signedIn: SignedIn,
    gap: Gap,
    done: GapNotice | null,
    problem: GapProblem | null,
    written: WrittenAnswer | null,
    draft = '',
  ): Promise<void> {
    const [known, questions, ratings, names] = await Promise.all([
      gaps.list(),
      gaps.questions(0),
      gaps.ratings(0),
      namesOfStaff(),
    ]);
    const others = gapBoard(known, questions, now()).filter((row) => row.gap.id !== gap.id);
    const own = questions.filter(({ gapId }) => gapId === gap.id);
    const ids = new Set(own.map(({ id }) => id));
    const bad = ratings.filter(({ turnId, rating }) => rating === 'down' && ids.has(turnId));
    const parts = known.flatMap((one) => {
      const { into, questionIds = [] } = one.merged ?? {};
      const moved = questions.filter(({ id }) => questionIds.includes(id));
      return into === gap.id ? [rowOf(one, moved, now())] : [];
    });
    const row = rowOf(gap, own, now());
    response.send(renderGapPage({ signedIn, row, own, others, parts, bad, names, done, problem, written, draft }));
  }

  function refuse(response: Response, signedIn: SignedIn, gap: Gap, problem: GapProblem): Promise<void> {
    response.status(400);
    return show(response, signedIn, gap, null, problem, null);
  }

  async function namesOfStaff(): Promise<ReadonlyMap<string, string>> {
    return new Map((await staff.list()).map(({ account }) => [account.name, account.displayName]));
  }

  function refuseUnknown(response: Response, signedIn: SignedIn): void {
    const { unknown, back } = wordsIn(signedIn.preferences.language).gaps;
    response
      .status(404)
      .send(renderRefusal(signedIn, unknown, { href: '/staff/gaps', words: back }, { translated: true }));
  }
}
