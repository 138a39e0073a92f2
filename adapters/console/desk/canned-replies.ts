import { z } from 'zod';
import type { KeptValues } from '../../../bot/ports/kept-values.ts';

const VALUE = 'canned-replies';

const storedReplies = z.object({
  revision: z.number(),
  replies: z.array(z.object({ id: z.string(), title: z.string(), text: z.string() })),
});

/** Words that staff send often; `text` may leave variables open. */
export type CannedReply = z.infer<typeof storedReplies>['replies'][number];

/** All of them, in the order of their titles; `revision` grows with every change. */
export interface CannedReplyList {
  readonly revision: number;
  readonly replies: readonly CannedReply[];
}

/** What everybody in the office shares of ready-made words. */
export interface CannedReplies {
  list(): Promise<CannedReplyList>;
  /**
   * Adds a reply or puts it in the place of the one with its id.
   * `stale`: somebody changed the list since `revision`; read it again.
   */
  save(reply: CannedReply, revision: number): Promise<'saved' | 'stale'>;
  /** `stale` as with {@link CannedReplies.save}. */
  remove(id: string, revision: number): Promise<'saved' | 'stale'>;
}

/** Canned replies as one kept value, so that every engine, copy and move carries them. */
export function createCannedReplies(kept: KeptValues): CannedReplies {
  async function list(): Promise<CannedReplyList> {
    const value = await kept.get(VALUE);
    return value === null ? { revision: 0, replies: [] } : storedReplies.parse(JSON.parse(value));
  }

  async function change(
    revision: number,
    rule: (replies: readonly CannedReply[]) => readonly CannedReply[],
  ): Promise<'saved' | 'stale'> {
    const found = await list();
    if (found.revision !== revision) return 'stale';
    const replies = rule(found.replies).toSorted((one, other) => one.title.localeCompare(other.title, 'vi'));
    await kept.set(VALUE, JSON.stringify({ revision: revision + 1, replies } satisfies CannedReplyList));
    return 'saved';
  }

  return {
    list,
    save: (reply, revision) => change(revision, (replies) => [...replies.filter(({ id }) => id !== reply.id), reply]),
    remove: (id, revision) => change(revision, (replies) => replies.filter((reply) => reply.id !== id)),
  };
}
