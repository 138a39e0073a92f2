import { z } from 'zod';
import { contentsOf, type KeptContents, putAside, wholeEntries, wholeMembers } from '../../../bot/kept-contents.ts';
import type { KeptValues } from '../../../bot/ports/kept-values.ts';

/** The kept value that holds them, as JSON of a {@link CannedReplyList}. */
export const CANNED_VALUE = 'canned-replies';

const storedReply = z.object({ id: z.string(), title: z.string(), text: z.string() });
const storedReplies = z.object({ revision: z.number(), replies: z.array(storedReply) });

/** Words that staff send often; `text` may leave variables open. */
export type CannedReply = z.infer<typeof storedReply>;

/** All of them, in the order of their titles; `revision` grows with every change. */
export interface CannedReplyList {
  readonly revision: number;
  readonly replies: readonly CannedReply[];
}

/** What everybody in the office shares of ready-made words. */
export interface CannedReplies {
  /** Where not all of them can be read, those that can. */
  list(): Promise<KeptContents<CannedReplyList>>;
  /**
   * Adds a reply or puts it in the place of the one with its id.
   * `stale`: somebody changed the list since `revision`; read it again.
   */
  save(reply: CannedReply, revision: number): Promise<'saved' | 'stale'>;
  /** `stale` as with {@link CannedReplies.save}. */
  remove(id: string, revision: number): Promise<'saved' | 'stale'>;
}

const NO_REPLIES: CannedReplyList = { revision: 0, replies: [] };

/** What a kept value holds. @throws ZodError, SyntaxError */
export function readCannedReplies(value: string): CannedReplyList {
  return storedReplies.parse(JSON.parse(value));
}

/** Canned replies as one kept value, so that every engine, copy and move carries them. */
export function createCannedReplies(kept: KeptValues): CannedReplies {
  async function list(): Promise<KeptContents<CannedReplyList>> {
    return contentsOf(await kept.get(CANNED_VALUE), {
      parse: readCannedReplies,
      usual: NO_REPLIES,
      salvage(value) {
        const [[, members = []] = []] = wholeEntries(value, z.array(z.unknown()));
        return { ...NO_REPLIES, replies: wholeMembers(JSON.stringify(members), storedReply) };
      },
    });
  }

  async function change(
    revision: number,
    rule: (replies: readonly CannedReply[]) => readonly CannedReply[],
  ): Promise<'saved' | 'stale'> {
    const { value: found, unreadable } = await list();
    if (found.revision !== revision) return 'stale';
    const replies = rule(found.replies).toSorted((one, other) => one.title.localeCompare(other.title, 'vi'));
    if (unreadable) await putAside(kept, CANNED_VALUE);
    await kept.set(CANNED_VALUE, JSON.stringify({ revision: revision + 1, replies } satisfies CannedReplyList));
    return 'saved';
  }

  return {
    list,
    save: (reply, revision) => change(revision, (replies) => [...replies.filter(({ id }) => id !== reply.id), reply]),
    remove: (id, revision) => change(revision, (replies) => replies.filter((reply) => reply.id !== id)),
  };
}
