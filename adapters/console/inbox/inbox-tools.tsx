import type { TicketView } from '../../../bot/ports/ticket-lists.ts';
import { TICKET_VIEWS } from '../../../bot/ports/ticket-lists.ts';
import type { ConsoleWords } from '../languages/words.ts';
import { conditionsOf, type ListQuery, listAddress } from './list-query.ts';

/** The views with how many tickets each has; `shown` is `null` beside the results of a search. */
export function ViewLinks(props: {
  readonly words: ConsoleWords['inbox'];
  readonly counts: Readonly<Record<TicketView, number>>;
  readonly shown: TicketView | null;
}) {
  return (
    <nav class="views" aria-label={props.words.viewsLabel} data-live="views">
      {TICKET_VIEWS.map((view) => (
        <a
          key={view}
          href={listAddress({ view })}
          class={`view-${view}`}
          aria-current={view === props.shown ? 'page' : undefined}
        >
          {props.words.views[view]}
          <span class={props.counts[view] === 0 ? 'count none' : 'count'}>{props.counts[view]}</span>
        </a>
      ))}
    </nav>
  );
}

/** The form that searches everything; `words` as somebody typed them. */
export function SearchForm(props: {
  readonly words: ConsoleWords['inbox'];
  readonly typed: string;
  readonly press: boolean;
}) {
  const { words } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to browsers that offices still use
    <form class="search" role="search" action="/staff/tickets" method="get" autocomplete="off">
      <label for="search">{words.search}</label>
      <div class="search-line">
        <input
          type="search"
          id="search"
          name="q"
          value={props.typed}
          maxLength={200}
          placeholder={words.searchPlaceholder}
          aria-describedby="search-rule"
        />
        <button class="button" type="submit">
          {words.searchSubmit}
        </button>
      </div>
      <p class="rule" id="search-rule">
        {words.searchRule} {props.press ? null : words.searchPress}
      </p>
    </form>
  );
}

/** The form that narrows a list. */
export function FilterForm(props: {
  readonly words: ConsoleWords;
  readonly query: ListQuery;
  /** Tags in use. */
  readonly tags: readonly string[];
}) {
  const { words, query } = props;
  const tags = [...new Set([...(query.tag === null ? [] : [query.tag]), ...props.tags])];
  const { inbox } = words;
  const count = conditionsOf(query);
  return (
    <details class="filter" open={count > 0}>
      <summary>
        {count === 0 ? inbox.filter : inbox.filtered}
        {count === 0 ? null : <span class="count">{count}</span>}
      </summary>
      <form action="/staff/tickets" method="get">
        <input type="hidden" name="view" value={query.view} />
        <Choice name="topic" label={inbox.topic} any={inbox.any} options={words.topics} chosen={query.topic} />
        <Choice name="channel" label={inbox.channel} any={inbox.any} options={words.channels} chosen={query.channel} />
        <Choice
          name="priority"
          label={inbox.priority}
          any={inbox.any}
          options={words.priorities}
          chosen={query.priority}
        />
        {tags.length === 0 ? null : (
          <Choice
            name="tag"
            label={inbox.tag}
            any={inbox.any}
            options={Object.fromEntries(tags.map((tag) => [tag, tag]))}
            chosen={query.tag}
          />
        )}
        <Choice name="age" label={inbox.age} any={inbox.any} options={inbox.ages} chosen={query.age} />
        <div class="filter-actions">
          <button class="button button-primary" type="submit">
            {inbox.apply}
          </button>
          {count === 0 ? null : (
            <a class="button" href={listAddress({ view: query.view })}>
              {inbox.clear}
            </a>
          )}
        </div>
      </form>
    </details>
  );
}

function Choice(props: {
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly options: Readonly<Record<string, string>>;
  readonly chosen: string | null;
}) {
  return (
    <label>
      {props.label}
      <select name={props.name}>
        <option value="">{props.any}</option>
        {Object.entries(props.options).map(([value, words]) => (
          <option key={value} value={value} selected={value === props.chosen}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Buttons for notification and sound; the client module shows those that the browser can do. */
export function AlertButtons({ words }: { readonly words: ConsoleWords['inbox'] }) {
  return (
    <fieldset class="alerts" data-alerts hidden>
      <legend>{words.alerts}</legend>
      <button class="button" type="button" data-alert="notify" aria-pressed="false" data-blocked={words.notifyBlocked}>
        {words.notify}
      </button>
      <button class="button" type="button" data-alert="sound" aria-pressed="false">
        {words.sound}
      </button>
      <p class="rule" role="status" data-alert-problem />
    </fieldset>
  );
}
