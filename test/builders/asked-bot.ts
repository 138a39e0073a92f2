import type { ContextLine } from '../../bot/conversation.ts';
import { decideTurn } from '../../bot/decide-turn.ts';
import type { TurnDecision } from '../../bot/turn-decision.ts';
import { answerQuestion } from '../../knowledge/answering/answer.ts';
import type { OfficialDocument, Passage } from '../../knowledge/document.ts';
import { buildKnowledgeBase } from '../../knowledge/knowledge-base.ts';

const AT = Date.UTC(2026, 10, 24);

/** A conversation with a bot that searches these passages by words alone; its memory is the conversation so far. */
export function startAskedBot(documents: readonly OfficialDocument[], passages: readonly Passage[]) {
  const base = buildKnowledgeBase(documents, passages);
  const context: ContextLine[] = [];
  return {
    async say(text: string, payload: string | null = null): Promise<TurnDecision> {
      const decision = await decideTurn(
        { text, payload, attachmentCount: 0, at: AT },
        { owner: 'bot', ticketId: null, lastStaffAt: null },
        context,
        {
          answer: (message, earlier, _at, mayAsk) =>
            answerQuestion(base, null, message, earlier, { day: '2026-11-24', territory: 'Hà Nội' }, mayAsk),
          passage(id) {
            const passage = passages.find((one) => one.id === id);
            const document = passage && base.documents.get(passage.documentId);
            return passage && document ? { passage, document } : null;
          },
          link: () => null,
        },
      );
      context.push({ author: 'citizen', text, quickReplies: [] });
      if (decision.reply !== null) {
        context.push({ author: 'us', text: decision.reply, quickReplies: decision.quickReplies });
      }
      return decision;
    },
  };
}
