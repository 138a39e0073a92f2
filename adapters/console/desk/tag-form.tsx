import type { Ticket } from '../../../bot/conversation.ts';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { TAGS } from './vietnamese.ts';

/** The tags of a ticket and the field to change them, with those in use as suggestions. */
export function TagForm(props: {
  readonly signedIn: SignedIn;
  readonly ticket: Ticket;
  readonly address: string;
  readonly suggestions: readonly string[];
}) {
  const { ticket, suggestions } = props;
  return (
    <section class="panel tags" aria-labelledby="tags-title">
      <h2 id="tags-title">{TAGS.title}</h2>
      <p class="tag-list" data-live="tags">
        {ticket.tags.map((tag) => (
          <span class="badge" key={tag}>
            {tag}
          </span>
        ))}
      </p>
      <details class="fold">
        <summary>{TAGS.change}</summary>
        <form method="post" action={`${props.address}/tags`} autocomplete="off">
          <FormToken signedIn={props.signedIn} />
          <label>
            {TAGS.label}
            <input name="tags" value={ticket.tags.join(', ')} maxLength={300} aria-describedby="tags-rule" />
          </label>
          <p class="rule" id="tags-rule">
            {TAGS.rule}
            {suggestions.length === 0 ? '' : ` ${TAGS.inUse(suggestions)}`}
          </p>
          <button class="button wide" type="submit">
            {TAGS.save}
          </button>
        </form>
      </details>
    </section>
  );
}
