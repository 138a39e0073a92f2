import type { MetadataField } from '../../../knowledge/document.ts';
import { capitaliseFirst } from '../../../knowledge/text/first-letter.ts';
import type { Validity } from '../../../knowledge/validity.ts';
import { placeInWords, stateInWords } from '../../corrections/document-words.ts';
import { useWords } from '../languages/use-words.tsx';
import type { ConsoleWords } from '../languages/words.ts';
import { wordsIn } from '../languages/words-in.ts';
import type { SignedIn } from '../sessions.ts';
import { TableHead } from '../table-head.tsx';
import { dayInWords } from '../time-words.ts';
import type { NOTICES } from '../vietnamese.ts';
import type { DocumentRow, ListFilter } from './document-facts.ts';
import { renderKnowledgePage } from './knowledge-layout.tsx';

/** The list of documents. */
export interface DocumentListPage {
  readonly signedIn: SignedIn;
  /** Those that the filter lets through. */
  readonly rows: readonly DocumentRow[];
  readonly all: readonly DocumentRow[];
  readonly filter: ListFilter;
  readonly notice: keyof typeof NOTICES | null;
}

/** All documents that the assistant may answer from, as a table that becomes cards on a phone. */
export function renderDocumentListPage(page: DocumentListPage): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { rows, all } = page;
  return renderKnowledgePage({
    title: words.documentList.title,
    signedIn: page.signedIn,
    view: 'documents',
    notice: null,
    consoleNotice: page.notice,
    children: (
      <>
        <h1>{words.documentList.title}</h1>
        <Filters page={page} />
        <p class="rule" role="status">
          {words.documentList.count(rows.length, all.length)}
        </p>
        {rows.length === 0 ? (
          <div class="empty">
            <h2>{words.documentList.empty}</h2>
            <p>{words.documentList.emptyAdvice}</p>
          </div>
        ) : (
          <table class="documents">
            <TableHead columns={words.documentList.columns} />
            <tbody>
              {rows.map((row) => (
                <Row key={row.document.id} row={row} />
              ))}
            </tbody>
          </table>
        )}
      </>
    ),
  });
}

function Filters({ page: { filter, all } }: { readonly page: DocumentListPage }) {
  const words = useWords();
  const kinds = distinct(all.map(({ document }) => document.kind)).map((kind) => [kind, kind] as const);
  const territories = distinct(all.map(({ document }) => document.territory));
  const places = territories.map((territory) => [territory, placeInWords(territory, words.documents)] as const);
  return (
    <form class="filters panel" method="get" action="/staff/documents">
      <p class="long">
        <label for="words">{words.documentList.search}</label>
        <input id="words" name="q" type="search" value={filter.words} autocomplete="off" />
      </p>
      <Choice
        name="state"
        label={words.documentList.state}
        chosen={filter.state}
        choices={Object.entries(words.stateFilters)}
      />
      <Choice name="kind" label={words.documentList.kind} chosen={filter.kind} choices={kinds} />
      <Choice name="territory" label={words.documentList.territory} chosen={filter.territory} choices={places} />
      <label class="check">
        <input type="checkbox" name="doubtful" value="yes" checked={filter.onlyDoubtful} />
        {words.documentList.onlyDoubtful}
      </label>
      <p class="filter-actions">
        <button class="button button-primary" type="submit">
          {words.documentList.submit}
        </button>
        <a class="button" href="/staff/documents">
          {words.documentList.clear}
        </a>
      </p>
    </form>
  );
}

function Choice(props: {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | null;
  readonly choices: readonly (readonly [string, string])[];
}) {
  const words = useWords();
  return (
    <p>
      <label for={props.name}>{props.label}</label>
      <select id={props.name} name={props.name}>
        <option value="">{words.documentList.all}</option>
        {props.choices.map(([value, called]) => (
          <option key={value} value={value} selected={value === props.chosen}>
            {called}
          </option>
        ))}
      </select>
    </p>
  );
}

function Row({ row: { document, validity, passages, lastChange, doubts } }: { readonly row: DocumentRow }) {
  const words = useWords();
  const { columns } = words.documentList;
  return (
    <tr>
      <td data-label={columns.number}>{document.number ?? words.documentList.noNumber}</td>
      <td class="document-title">
        <a lang="vi" href={`/staff/documents/${document.id}`}>
          {document.title}
        </a>
      </td>
      <td data-label={columns.state}>
        <StateBadge validity={validity} />
      </td>
      <td data-label={columns.passages} class="figure">
        {passages}
      </td>
      <td data-label={columns.change}>
        {lastChange === null
          ? words.documentList.neverChanged
          : words.documentList.changed(lastChange.by, dayInWords(lastChange.at))}
      </td>
      <td data-label={columns.flags}>
        {doubts.length > 0 ? (
          <span class="badge high">{words.documentList.doubt(fieldsInWords(doubts, words))}</span>
        ) : null}
        {document.confirmed === undefined ? null : <span class="badge sound">{words.documentList.confirmed}</span>}
      </td>
    </tr>
  );
}

const STATE_TONES: Readonly<Record<Validity['state'], string>> = {
  'in-force': 'sound',
  'not-yet': 'high',
  expired: '',
  superseded: '',
  withdrawn: 'urgent',
  unknown: 'high',
  foreign: '',
};

/** A document's state today in a few words and a colour. */
export function StateBadge({ validity }: { readonly validity: Validity }) {
  const words = useWords();
  const state = stateInWords(validity, words.documents);
  return <span class={`badge ${STATE_TONES[validity.state]}`}>{capitaliseFirst(state)}</span>;
}

/** Fields as a sentence lists them. */
export function fieldsInWords(fields: readonly MetadataField[], words: ConsoleWords): string {
  return fields.map((field) => words.documents.fields[field]).join(', ');
}

function distinct(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))].sort((a, b) => a.localeCompare(b, 'vi'));
}
