import type { Activity } from 'botbuilder';
import { commitEvent } from './commit-event.ts';
import { NOTES_TO_STAFF } from './notes-to-staff.ts';
import { readRevision } from './revisions.ts';
import { runTurn, type TurnDependencies, type TurnSource } from './run-turn.ts';

/**
 * Honours that a citizen edited a message or took it back. The transcript shows the last words. An edit of a message
 * that was answered already is answered only when its words really changed; on standby never.
 * @returns `null` when the activity revises nothing; `stale` when another worker was faster
 */
export async function runRevision(
  activity: Partial<Activity>,
  source: TurnSource,
  dependencies: TurnDependencies,
): Promise<'done' | 'stale' | null> {
  const revision = readRevision(activity);
  if (revision === null) return null;
  const { key, standby } = revision;
  const text = revision.text ?? NOTES_TO_STAFF.takenBack;
  const line = await dependencies.records.heardLine(source.conversationId, key);
  const revisedAt = source.fragments[0]?.at ?? dependencies.now();
  const at = line?.at ?? revisedAt;
  const outdated = line !== null && (line.text === NOTES_TO_STAFF.takenBack || revisedAt < (line.revisedAt ?? 0));
  if (outdated) return commitHeard({ fragments: [], revisions: [] }, source, dependencies);
  const change = {
    // Unheard: the message itself may still be on its way, and its revision takes its place.
    fragments: line === null ? [{ text, at, key }] : [],
    revisions: [{ key, text, at: revisedAt }],
  };
  const sameAsBefore = line !== null && sameWords(line.text, text);
  if (revision.text === null || standby || sameAsBefore) return commitHeard(change, source, dependencies);
  const heard = { text: text.trim(), payload: null, attachmentCount: 0, at };
  return runTurn(heard, { ...source, ...change }, dependencies);
}

/**
 * Drops a message that comes after its own revision, which was answered in its place.
 * @returns `null` when the message was not heard yet
 */
export async function dropLateOriginal(
  source: TurnSource,
  dependencies: TurnDependencies,
): Promise<'done' | 'stale' | null> {
  const key = source.fragments.length === 1 ? source.fragments[0]?.key : undefined;
  if (key === undefined) return null;
  const line = await dependencies.records.heardLine(source.conversationId, key);
  if (line === null) return null;
  // Written again with the words it has, so that the words it came with are forgotten.
  const revisions = [{ key, text: line.text, at: line.revisedAt ?? line.at }];
  return commitHeard({ fragments: [], revisions }, source, dependencies);
}

async function commitHeard(
  { fragments, revisions }: Pick<TurnSource, 'fragments' | 'revisions'>,
  source: TurnSource,
  dependencies: TurnDependencies,
): Promise<'done' | 'stale'> {
  const { records } = dependencies;
  const conversation = await records.conversation(source.conversationId);
  const ticket = conversation?.ticketId ? await records.ticket(conversation.ticketId) : null;
  return commitEvent(
    {
      seen: { conversation, ticket },
      heard: fragments.map((fragment) => ({ author: 'citizen', ...fragment })),
      revisions,
      ticket: null,
      owner: conversation?.owner ?? 'bot',
      lastInboundAt: null,
    },
    source,
    dependencies,
  );
}

/** White space, capitals and the way of coding marks change no meaning. */
function sameWords(before: string, after: string): boolean {
  const plain = (text: string) => text.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim();
  return plain(before) === plain(after);
}
