import type { Request, Response } from 'express';
import { z } from 'zod';
import { type KeptVersions, newestNumber } from '../../../bot/kept-versions.ts';
import { type ReplyId, replyText } from '../../../bot/policy/replies.ts';
import { replyProblems } from '../../../bot/policy/reply-problems.ts';
import {
  type EditedTopicSettings,
  SWITCHABLE_TOPICS,
  sayReply,
  TOPIC_REPLIES,
  type TopicSettings,
} from '../../../bot/topic-settings.ts';
import type { createGuard } from '../guard.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { renderRefusal } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { unreadableIn } from '../unreadable-notice.tsx';
import { renderPreviewPage, renderReplyPage } from './reply-page.tsx';
import { renderTopicListPage } from './topic-list-page.tsx';
import type { TOPIC_PAGES } from './vietnamese.ts';

const pageQuery = z.object({ done: z.enum(['changed', 'same', 'stale']).nullable().catch(null) });
const seen = z.coerce.number().int().min(0).catch(-1);
const switchForm = z.object({ topic: z.enum(SWITCHABLE_TOPICS), to: z.enum(['on', 'off']), seen });
/** Browsers send line breaks of a text area as CR LF. */
const words = z
  .string()
  .catch('')
  .transform((text) => text.replaceAll('\r\n', '\n').normalize('NFC').trim());
const replyForm = z.object({ words, seen, edit: z.literal('1').optional().catch(undefined) });

/** What the pages of topics and replies need. */
export interface TopicRoutesDependencies {
  readonly topics: EditedTopicSettings;
  readonly topicVersions: KeptVersions<TopicSettings>;
  /** The only address that a reply may name; `null`: none. */
  readonly publicUrl: string | null;
}

/** The pages on which topics are switched and fixed replies are worded; nothing is kept that was not looked at twice. */
export function addTopicRoutes(guard: ReturnType<typeof createGuard>, deps: TopicRoutesDependencies): void {
  const { topics, topicVersions } = deps;
  const problemsOf = (id: ReplyId, text: string) => replyProblems(id, text, deps.publicUrl ?? '');

  guard.staff('GET /staff/topics', async (request, response, signedIn) => {
    const { done } = pageQuery.parse(request.query);
    const standing = await topicVersions.standing();
    const { value: settings, versions } = standing;
    const unreadable = unreadableIn('topics', standing);
    response.send(renderTopicListPage({ signedIn, settings, unreadable, seen: newestNumber(versions), done }));
  });

  guard.staff('POST /staff/topics/switch', async (request, response, signedIn) => {
    const form = switchForm.safeParse(request.body);
    if (!form.success) return refuseUnknown(response, signedIn);
    const { topic, to } = form.data;
    const done = await change(signedIn, `topic.${to}`, topic, form.data.seen, to, (settings) => ({
      ...settings,
      off: SWITCHABLE_TOPICS.filter((one) => (one === topic ? to === 'off' : settings.off.includes(one))),
    }));
    response.redirect(303, `/staff/topics?done=${done}`);
  });

  guard.staff('GET /staff/topics/:reply', async (request, response, signedIn) => {
    const id = replyOf(request);
    if (id === null) return refuseUnknown(response, signedIn);
    await showReply(response, signedIn, id, null, pageQuery.parse(request.query).done);
  });

  guard.staff('POST /staff/topics/:reply/preview', async (request, response, signedIn) => {
    const id = replyOf(request);
    if (id === null) return refuseUnknown(response, signedIn);
    const form = replyForm.parse(request.body);
    const { value: settings, versions } = await topicVersions.standing();
    const current = sayReply(id, settings);
    if (form.edit !== undefined) return showReply(response, signedIn, id, form.words, null);
    if (problemsOf(id, form.words).length > 0) {
      response.status(400);
      return showReply(response, signedIn, id, form.words, null);
    }
    response.send(renderPreviewPage({ signedIn, id, words: form.words, current, seen: newestNumber(versions) }));
  });

  guard.staff('POST /staff/topics/:reply', async (request, response, signedIn) => {
    const id = replyOf(request);
    if (id === null) return refuseUnknown(response, signedIn);
    const form = replyForm.parse(request.body);
    if (problemsOf(id, form.words).length > 0) {
      response.status(400);
      return showReply(response, signedIn, id, form.words, null);
    }
    const done = await change(signedIn, 'topic.reply', id, form.seen, form.words, ({ off, replies }) => {
      const { [id]: _, ...others } = replies;
      return { off, replies: form.words === replyText(id) ? others : { ...others, [id]: form.words } };
    });
    response.redirect(303, `/staff/topics/${id}?done=${done}`);
  });

  async function change(
    signedIn: SignedIn,
    action: string,
    subject: string,
    seenNumber: number,
    snapshot: string,
    edit: (settings: TopicSettings) => TopicSettings,
  ) {
    const done = await topicVersions.change({
      by: signedIn.account.name,
      action,
      subject,
      seen: seenNumber,
      next: (current) => ({ value: JSON.stringify(edit(current)), snapshot }),
    });
    topics.forget();
    return done;
  }

  async function showReply(
    response: Response,
    signedIn: SignedIn,
    id: ReplyId,
    written: string | null,
    done: keyof typeof TOPIC_PAGES.notices | null,
  ): Promise<void> {
    const standing = await topicVersions.standing();
    const { value: settings, versions } = standing;
    const current = sayReply(id, settings);
    const problems = written === null ? [] : problemsOf(id, written);
    const own = versions.filter((version) => version.action === 'topic.reply' && version.subject === id);
    response.send(
      renderReplyPage({
        signedIn,
        id,
        current,
        unreadable: unreadableIn('topics', standing),
        written: written ?? current,
        problems,
        versions: own,
        seen: newestNumber(versions),
        done,
      }),
    );
  }
}

function replyOf(request: Request): ReplyId | null {
  return (
    Object.values(TOPIC_REPLIES)
      .flat()
      .find((id) => id === request.params.reply) ?? null
  );
}

function refuseUnknown(response: Response, signedIn: SignedIn): void {
  const { back, unknown } = wordsIn(signedIn.preferences.language).topicPages;
  const link = { href: '/staff/topics', words: back };
  response.status(404).send(renderRefusal(signedIn, unknown, link, { translated: true }));
}
