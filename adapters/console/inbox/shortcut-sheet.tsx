import type { TicketView } from '../../../bot/ports/ticket-lists.ts';
import type { ConsoleWords } from '../languages/words.ts';
import { listAddress } from './list-query.ts';

/** The second key of each `g` shortcut. */
const KEYS: Readonly<Record<TicketView, string>> = {
  open: 'i',
  unassigned: 'u',
  crisis: 'c',
  mine: 'm',
  overdue: 'o',
  closed: 'd',
};

/** The sheet of shortcuts; the client module reads from it what leads where, and opens it. */
export function ShortcutSheet({ words }: { readonly words: ConsoleWords }) {
  const { shortcuts, inbox } = words;
  const views = Object.entries(KEYS) as [TicketView, string][]; // entries of a record by those keys
  return (
    <dialog id="shortcuts" class="shortcuts" aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">{shortcuts.title}</h2>
      <dl>
        <Row keys={['j', 'k']} says={shortcuts.move} />
        <Row keys={['Enter']} says={shortcuts.enter} />
        <Row keys={['/']} says={shortcuts.search} />
        {views.map(([view, key]) => (
          <div key={view} data-go={key} data-href={listAddress({ view })}>
            <dt>
              <kbd>g</kbd> {shortcuts.andThen} <kbd>{key}</kbd>
            </dt>
            <dd>{shortcuts.goTo(inbox.views[view])}</dd>
          </div>
        ))}
        <Row keys={['?']} says={shortcuts.help} />
      </dl>
      <p class="rule">{shortcuts.note}</p>
      <label class="check">
        <input type="checkbox" data-shortcuts-off />
        {shortcuts.off}
      </label>
      <form method="dialog">
        <button class="button button-primary" type="submit">
          {shortcuts.close}
        </button>
      </form>
    </dialog>
  );
}

function Row({ keys, says }: { readonly keys: readonly string[]; readonly says: string }) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{says}</dd>
    </div>
  );
}
