import { NOTES } from './vietnamese.ts';

/** Leads to the notes that speak to the account; nothing where it has read them all. */
export function MentionLink({ count }: { readonly count: number }) {
  return count === 0 ? null : (
    <a class="mention-link" href="/staff/mentions">
      {NOTES.unread(count)}
    </a>
  );
}
