import { maskPersonalData } from '../knowledge/personal-data/find-personal-data.ts';
import { withHiddenAddresses } from './attachment-words.ts';

/** A message as everybody of the office may read it: without personal data, and without where its attachments lie. */
export function maskMessage(text: string): string {
  return maskPersonalData(withHiddenAddresses(text));
}
