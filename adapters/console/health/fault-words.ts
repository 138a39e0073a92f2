import { MESSENGER_REFUSALS } from '../../channels/messenger/refusals.ts';
import { ZALO_REFUSALS } from '../../channels/zalo/refusals.ts';
import type { ConsoleWords } from '../languages/words.ts';

/** Why a message did not go out, by the cause that the sender counts: a kind of failure, or the code of a refusal. */
export function faultInWords(cause: string, words: ConsoleWords): string {
  const { other, ...kinds } = words.faultCauses;
  const kind: Readonly<Partial<Record<string, string>>> = kinds;
  const refusal = MESSENGER_REFUSALS.get(cause) ?? ZALO_REFUSALS.get(cause);
  return kind[cause] ?? (refusal === undefined ? other(cause) : words.said.delivery(refusal));
}
