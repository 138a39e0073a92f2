import type { ChannelId } from './channel.ts';

/** Who asked for an erasure: the citizen in the chat, their platform, or staff with a request on paper. */
export type ErasureRequester = 'citizen' | 'platform' | 'staff';

/**
 * An erasure as part of a turn's commit. `now` erases everything of the conversation that carries personal data;
 * `after-closing` notes it; closing the open ticket, or the end of a hold, does it.
 */
export interface ErasureOrder {
  readonly when: 'now' | 'after-closing';
  /** What the citizen is told to refer to, for example `XD-4F9A02C71B3E`. */
  readonly code: string;
  readonly requestedBy: ErasureRequester;
}

/** The proof of an erasure. It names nobody: who knows code and conversation id can compute the digest again. */
export interface ErasureRecord {
  readonly code: string;
  /** SHA-256 over code and conversation id, hex. */
  readonly conversationDigest: string;
  readonly channel: ChannelId;
  readonly requestedBy: ErasureRequester;
  /** When the data were erased (ms since epoch); `null` while an open matter still keeps them. */
  readonly erasedAt: number | null;
  /** Rows erased or emptied, by store. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Reads proofs of erasure. */
export interface ErasureRecords {
  /** `null`: no erasure has this code. */
  find(code: string): Promise<ErasureRecord | null>;
}
