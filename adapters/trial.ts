import { type AdmissionGuide, NO_GUIDE } from '../bot/admission/guide-family.ts';
import type { ContextLine } from '../bot/conversation.ts';
import { decideTurn } from '../bot/decide-turn.ts';
import { disclose } from '../bot/disclosure.ts';
import { type FindStatement, NOTHING_STATED } from '../bot/statements/find-statement.ts';
import { type TopicSettings, USUAL_TOPIC_SETTINGS } from '../bot/topic-settings.ts';
import type { TurnDecision } from '../bot/turn-decision.ts';
import type { Answer } from '../knowledge/answering/answer.ts';
import type { Hit } from '../knowledge/retrieval/retrieve.ts';
import type { KnowledgeSource } from './knowledge-source.ts';

/** What the product would do with a message, done without storing or sending anything. */
export interface Trial {
  readonly decision: TurnDecision;
  /** The whole reply as the citizen would see it. */
  readonly reply: string;
  /** What the documents gave; `null` where the decision needed none. */
  readonly answer: Answer | null;
  /** The ten best passages, also where the decision needed none. */
  readonly hits: readonly Hit[];
  /** Time to the decision. */
  readonly ms: number;
}

/**
 * Decides about a message as every channel does, in a conversation of its own.
 * @param context earlier messages, oldest first
 * @param at the moment of asking (ms since epoch)
 * @param settings topics and replies that the office changed
 * @param guide the admission helper, where a table is published
 * @param stated what the office itself says of a matter
 */
export async function tryMessage(
  text: string,
  context: readonly ContextLine[],
  knowledge: KnowledgeSource,
  at: number,
  settings: TopicSettings = USUAL_TOPIC_SETTINGS,
  guide: AdmissionGuide = NO_GUIDE,
  stated: FindStatement = NOTHING_STATED,
): Promise<Trial> {
  const startedAt = performance.now();
  let answer: Answer | null = null;
  const decision = await decideTurn(
    { text: text.trim(), payload: null, attachmentCount: 0, at },
    { owner: 'bot', ticketId: null, lastStaffAt: null },
    context,
    {
      passage: knowledge.passage,
      link: knowledge.link,
      async answer(...asked) {
        answer = await knowledge.answer(...asked);
        return answer;
      },
    },
    settings,
    { admission: guide, stated },
  );
  const ms = performance.now() - startedAt;
  const said = decision.reply ?? '';
  const earlier = context.filter((line) => line.author === 'citizen').map((line) => line.text);
  return {
    decision,
    reply: context.length > 0 ? said : disclose(said, decision.outcome),
    answer,
    hits: decision.hits.length > 0 ? decision.hits : await knowledge.find(text, earlier, at),
    ms,
  };
}
