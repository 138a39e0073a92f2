import { HIDDEN_ADDRESS } from '../../bot/attachment-words.ts';
import { maskMessage } from '../../bot/masked-message.ts';
import { readableWords, SEAL_MARK } from '../../bot/sealed-words.ts';
import type { Sealing } from './sealing.ts';

/** Words as the stores keep them: masked, and where that hides anything, with the sealed original behind. */
export interface WordSeal {
  /** @param purpose binds the original to one conversation or ticket: it opens for no other */
  close(words: string, purpose: string): string;
  /** An address that says of itself who or where somebody is: always sealed. */
  hide(address: string, purpose: string): string;
  /** The words as they were written; masked ones where the key is gone. Words from before this was kept as they are. */
  open(stored: string, purpose: string): string;
}

/** Makes and opens {@link WordSeal}ed words with the keys of `sealing`. */
export function createWordSeal(sealing: Sealing): WordSeal {
  return {
    close(words, purpose) {
      const plain = words.replaceAll(SEAL_MARK, ' ');
      const masked = maskMessage(plain);
      if (masked === plain.normalize('NFC')) return plain;
      return `${masked}${SEAL_MARK}${sealing.seal(Buffer.from(plain), purpose)}`;
    },

    hide: (address, purpose) => `${HIDDEN_ADDRESS}${SEAL_MARK}${sealing.seal(Buffer.from(address), purpose)}`,

    open(stored, purpose) {
      const readable = readableWords(stored);
      if (readable.length === stored.length) return stored;
      return sealing.open(stored.slice(readable.length + SEAL_MARK.length), purpose)?.toString() ?? readable;
    },
  };
}
