/** What a citizen thought of an answer of the assistant. */
export interface Rating {
  /** The turn that answered. */
  readonly turnId: string;
  readonly conversationId: string;
  readonly at: number;
  readonly rating: 'up' | 'down';
  /** In the citizen's own words or one of the reasons offered; `null` = none was given. */
  readonly reason: string | null;
}
