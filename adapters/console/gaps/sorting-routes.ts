import type { Request, Response } from 'express';
import { z } from 'zod';
import { type Gap, newGap } from '../../../bot/gaps/gap.ts';
import { type GapChange, type GapProblem, merged, touched, unmerged } from '../../../bot/gaps/gap-changes.ts';
import type { AuditLog } from '../../../bot/ports/audit.ts';
import type { Gaps } from '../../../bot/ports/gaps.ts';
import type { createGuard } from '../guard.tsx';
import type { SignedIn } from '../sessions.ts';

const form = z.object({
  seen: z.coerce.number().int().catch(-1),
  into: z.string().max(200).catch(''),
  /** A browser sends one chosen box as text, several as a list. */
  question: z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]),
});

/** What putting gaps together and apart needs of the other pages of gaps. */
interface SortingRoutesDependencies {
  readonly gaps: Gaps;
  readonly audit: AuditLog;
  readonly newId: () => string;
  readonly now: () => number;
  readonly refuseUnknown: (response: Response, signedIn: SignedIn) => void;
  readonly refuse: (response: Response, signedIn: SignedIn, gap: Gap, problem: GapProblem) => Promise<void>;
}

/**
 * Staff put gaps together and take questions out of one; each step can be taken back. What they did is kept in the gaps,
 * so that questions to come are placed by it.
 */
export function addSortingRoutes(guard: ReturnType<typeof createGuard>, deps: SortingRoutesDependencies): void {
  const { gaps, audit, now, newId } = deps;

  guard.staff('POST /staff/gaps/:id/merge', (request, response, signedIn) =>
    sort(
      request,
      response,
      signedIn,
      async (gap, { into, seen }) => {
        const target = await gaps.find(into);
        if (target === null || target.merged != null) return { ok: false, problem: 'nothing-chosen' };
        const ids = await questionsOf(gap.id);
        const change = merged(gap, target.id, ids, signedIn.account.name, now());
        if (change.ok && seen === gap.version) await keepSteered(target);
        return change;
      },
      async (gap) => placeAll(gap.merged?.questionIds ?? [], gap.merged?.into ?? gap.id),
    ),
  );

  guard.staff('POST /staff/gaps/:id/unmerge', (request, response, signedIn) =>
    sort(
      request,
      response,
      signedIn,
      async (gap) => unmerged(gap),
      (gap, before) => placeAll(before.merged?.questionIds ?? [], gap.id),
    ),
  );

  guard.staff('POST /staff/gaps/:id/split', (request, response, signedIn) => {
    const split = `split:${newId()}`;
    return sort(
      request,
      response,
      signedIn,
      async (gap, { question }) => {
        const ids = await chosenOf(gap.id, question);
        const all = await questionsOf(gap.id);
        return ids.length === 0 || ids.length === all.length ? { ok: false, problem: 'nothing-chosen' } : touched(gap);
      },
      async (gap, _before, { question }) => {
        const ids = await chosenOf(gap.id, question);
        const begun = touched(newGap({ id: split, at: now() }));
        if (begun.ok) await gaps.save({ ...begun.gap, version: 1 });
        await placeAll(ids, split);
      },
    );
  });

  /** One step on the gap that was read: what it becomes, then where its questions go. */
  async function sort(
    request: Request,
    response: Response,
    signedIn: SignedIn,
    rule: (gap: Gap, written: z.infer<typeof form>) => Promise<GapChange>,
    place: (gap: Gap, before: Gap, written: z.infer<typeof form>) => Promise<void>,
  ): Promise<void> {
    const gap = await gaps.find(String(request.params['id']));
    if (gap === null) return deps.refuseUnknown(response, signedIn);
    const written = form.parse(request.body);
    const change = await rule(gap, written);
    if (!change.ok) return deps.refuse(response, signedIn, gap, change.problem);
    const isSaved = written.seen === gap.version && (await gaps.save(change.gap));
    if (isSaved) {
      const action = `gap.${request.path.split('/').at(-1)}`;
      const facts = { into: change.gap.merged?.into ?? null };
      await audit.append({ at: now(), actor: signedIn.account.name, action, subject: gap.id, facts });
      await place(change.gap, gap, written);
    }
    response.redirect(303, `/staff/gaps/${encodeURIComponent(gap.id)}?done=${isSaved ? 'changed' : 'stale'}`);
  }

  /** A gap that takes others in is no part of another by itself; somebody who changes it meanwhile makes it so too. */
  async function keepSteered(gap: Gap): Promise<void> {
    const change = touched(gap);
    if (change.ok) await gaps.save(change.gap);
  }

  async function questionsOf(gapId: string): Promise<readonly string[]> {
    return (await gaps.questionsIn(gapId)).map(({ id }) => id);
  }

  async function chosenOf(gapId: string, chosen: readonly string[]): Promise<readonly string[]> {
    return (await questionsOf(gapId)).filter((id) => chosen.includes(id));
  }

  async function placeAll(questionIds: readonly string[], gapId: string): Promise<void> {
    for (const id of questionIds) await gaps.place(id, gapId);
  }
}
