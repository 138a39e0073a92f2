import { z } from 'zod';
import {
  APPROVAL_MODES,
  type ApprovalSettings,
  type EditedApprovalSettings,
  LONGEST_APPROVAL_WAIT_MINUTES,
  MOST_APPROVAL_WORDS,
} from '../../../bot/approval.ts';
import type { KeptVersions } from '../../../bot/kept-versions.ts';
import { typedWords } from '../desk/typed-words.ts';
import type { createGuard } from '../guard.tsx';
import { renderApprovalPage, type WrittenApproval } from './approval-page.tsx';

const LONGEST_WORD = 100;

const pageQuery = z.object({ done: z.enum(['changed', 'same', 'stale']).nullable().catch(null) });
const form = z.object({
  mode: z.enum(APPROVAL_MODES).catch('off'),
  words: typedWords,
  minutes: typedWords,
  seen: z.coerce.number().int().min(0).catch(-1),
});

/** What the page of approvals needs. */
export interface ApprovalRoutesDependencies {
  readonly approval: EditedApprovalSettings;
  readonly approvalVersions: KeptVersions<ApprovalSettings>;
}

/** The page on which those in charge say which answers wait for a person's yes; what was typed badly comes back. */
export function addApprovalRoutes(guard: ReturnType<typeof createGuard>, deps: ApprovalRoutesDependencies): void {
  const { approval, approvalVersions } = deps;

  guard.staff('GET /staff/approval', async (request, response, signedIn) => {
    const { done } = pageQuery.parse(request.query);
    const standing = await approvalVersions.standing();
    const written = writtenOf(standing.value);
    response.send(renderApprovalPage({ signedIn, standing, written, done }));
  });

  guard.staff('POST /staff/approval', async (request, response, signedIn) => {
    const { mode, words: typed, minutes, seen } = form.parse(request.body);
    const words = [...new Set(typed.split('\n').map((word) => word.trim()))].filter((word) => word !== '');
    const problem = problemOf(mode, words, minutes);
    if (problem !== null) {
      const standing = await approvalVersions.standing();
      const written = { mode, words: typed, minutes, problem };
      response.status(400).send(renderApprovalPage({ signedIn, standing, written, done: null }));
      return;
    }
    const next: ApprovalSettings = { mode, words, sendAfterMinutes: Number(minutes) };
    const value = JSON.stringify(next);
    const done = await approvalVersions.change({
      by: signedIn.account.name,
      action: 'approval.change',
      subject: mode,
      seen,
      next: () => ({ value, snapshot: value }),
    });
    approval.forget();
    response.redirect(303, `/staff/approval?done=${done}`);
  });
}

function writtenOf({ mode, words, sendAfterMinutes }: ApprovalSettings): WrittenApproval {
  return { mode, words: words.join('\n'), minutes: String(sendAfterMinutes), problem: null };
}

function problemOf(
  mode: ApprovalSettings['mode'],
  words: readonly string[],
  minutes: string,
): WrittenApproval['problem'] {
  if (mode === 'words' && words.length === 0) return 'words';
  if (words.length > MOST_APPROVAL_WORDS || words.some((word) => word.length > LONGEST_WORD)) return 'many-words';
  return /^\d{1,3}$/.test(minutes) && Number(minutes) <= LONGEST_APPROVAL_WAIT_MINUTES ? null : 'minutes';
}
