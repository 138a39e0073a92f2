/** A JSON Schema as OpenAI's strict mode wants it: every key required, no other allowed. */
export interface AnswerForm {
  /** Letters, digits, `_` and `-`. */
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** What a model is asked: instructions of ours, and the citizen's and the documents' words as data. */
export interface ModelRequest {
  readonly system: string;
  readonly user: string;
  /** What the answer has to look like. */
  readonly form: AnswerForm;
  /** Waits no longer than this (ms), where that is less than the settings allow. */
  readonly withinMs?: number;
}

/** A language model that gives structured output. */
export interface ChatModel {
  readonly name: string;
  /**
   * Asks once. Gives what the model returned, not yet looked at; `null` when it may not be asked now, did not answer in
   * time or failed. Never throws.
   * @param citizen whom the answer is for, to whose budget it counts; it never leaves the process
   */
  complete(request: ModelRequest, citizen?: string | null): Promise<unknown>;
}
