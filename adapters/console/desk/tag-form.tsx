import type { Ticket } from '../../../bot/conversation.ts';
import { listAddress } from '../inbox/list-query.ts';
import { useWords } from '../languages/use-words.tsx';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';

/** The tags of a ticket, each leading to the open tickets that have it, and the field to change them, with those in use as suggestions. */
export function TagForm(props: {
  readonly signedIn: SignedIn;
  readonly ticket: Ticket;
  readonly address: string;
  readonly suggestions: readonly string[];
}) {
  const words = useWords();
  const { ticket, suggestions } = props;
  return (
    <section class="panel tags" aria-labelledby="tags-title">
      <h2 id="tags-title">{words.tags.title}</h2>
      <p class="tag-list" data-live="tags">
        {ticket.tags.map((tag) => (
          <a class="badge" key={tag} href={listAddress({ view: 'open', tag })}>
            {tag}
          </a>
        ))}
      </p>
      <details class="fold">
        <summary>{words.tags.change}</summary>
        <form method="post" action={`${props.address}/tags`} autocomplete="off">
          <FormToken signedIn={props.signedIn} />
          <label>
            {words.tags.label}
            <input name="tags" value={ticket.tags.join(', ')} maxLength={300} aria-describedby="tags-rule" />
          </label>
          <p class="rule" id="tags-rule">
            {words.tags.rule}
            {suggestions.length === 0 ? '' : ` ${words.tags.inUse(suggestions)}`}
          </p>
          <button class="button wide" type="submit">
            {words.tags.save}
          </button>
        </form>
      </details>
    </section>
  );
}
