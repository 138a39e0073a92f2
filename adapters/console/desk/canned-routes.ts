import type { Response } from 'express';
import { z } from 'zod';
import type { OnAudit } from '../audit.ts';
import type { createGuard } from '../guard.tsx';
import type { ConsoleWords } from '../languages/words.ts';
import { wordsIn } from '../languages/words-in.ts';
import { noticeOf } from '../notices.ts';
import type { SignedIn } from '../sessions.ts';
import { renderCannedPage, type WrittenReply } from './canned-page.tsx';
import type { CannedReplies, CannedReply } from './canned-replies.ts';
import { unknownVariables } from './reply-variables.ts';
import { typedWords } from './typed-words.ts';
import { VARIABLES } from './variable-names.ts';

const LONGEST_TITLE = 80;
const LONGEST_TEXT = 2000;

const id = z.string().max(100).catch('');
const revision = z.coerce.number().catch(-1);
const replyForm = z.object({
  id,
  revision,
  title: typedWords,
  text: typedWords,
  do: z.enum(['save', 'preview']).catch('preview'),
});
const removeForm = z.object({ id, revision });

/** The page of canned replies, for those who edit what the office says. */
export function addCannedRoutes(
  guard: ReturnType<typeof createGuard>,
  deps: { readonly cannedReplies: CannedReplies; readonly onAudit: OnAudit; readonly newId: () => string },
): void {
  const { cannedReplies, onAudit } = deps;

  async function show(response: Response, signedIn: SignedIn, status: number, written: WrittenReply | null) {
    const list = await cannedReplies.list();
    response.status(status).send(renderCannedPage({ signedIn, ...list, written, notice: null }));
  }

  guard.staff('GET /staff/canned-replies', async (request, response, signedIn) => {
    const list = await cannedReplies.list();
    response.send(renderCannedPage({ signedIn, ...list, written: null, notice: noticeOf(request) }));
  });

  guard.staff('POST /staff/canned-replies', async (request, response, signedIn) => {
    const form = replyForm.parse(request.body);
    const { replies } = (await cannedReplies.list()).value;
    const words = wordsIn(signedIn.preferences.language);
    const problem = problemOf(form, replies, words);
    if (problem !== null) return show(response, signedIn, 400, { ...form, problem });
    if (form.do === 'preview') return show(response, signedIn, 200, { ...form, problem: null });
    const reply = { id: form.id || deps.newId(), title: form.title, text: form.text };
    if ((await cannedReplies.save(reply, form.revision)) === 'stale') {
      return show(response, signedIn, 409, { ...form, problem: words.canned.problems.stale });
    }
    onAudit(signedIn.account.name, form.id === '' ? 'canned-reply.add' : 'canned-reply.change', reply.id);
    response.redirect(303, '/staff/canned-replies?notice=canned-saved');
  });

  guard.staff('POST /staff/canned-replies/remove', async (request, response, signedIn) => {
    const form = removeForm.parse(request.body);
    const result = await cannedReplies.remove(form.id, form.revision);
    if (result === 'saved') onAudit(signedIn.account.name, 'canned-reply.remove', form.id);
    response.redirect(303, `/staff/canned-replies?notice=${result === 'saved' ? 'canned-removed' : 'canned-stale'}`);
  });
}

function problemOf(
  { id, title, text }: CannedReply,
  others: readonly CannedReply[],
  { canned, replyProblems }: ConsoleWords,
): string | null {
  if (title === '' || text === '') return canned.problems.empty;
  if (title.length > LONGEST_TITLE) return canned.problems['long-title'];
  if (text.length > LONGEST_TEXT) return canned.problems['long-text'];
  const unknown = unknownVariables(text);
  if (unknown.length > 0) return replyProblems.unknown(unknown, VARIABLES);
  const same = others.some((other) => other.id !== id && other.title.toLowerCase() === title.toLowerCase());
  return same ? canned.problems.taken : null;
}
