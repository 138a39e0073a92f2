import { useWords } from '../languages/use-words.tsx';

/** Leads to the notes that speak to the account; nothing where it has read them all. */
export function MentionLink({ count }: { readonly count: number }) {
  const words = useWords();
  return count === 0 ? null : (
    <a class="mention-link" href="/staff/mentions">
      {words.notes.unread(count)}
    </a>
  );
}
