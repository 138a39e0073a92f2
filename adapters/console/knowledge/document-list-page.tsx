import type { MetadataField } from '../../../knowledge/document.ts';
import { territoryInWords } from '../../../knowledge/territories.ts';
import type { Validity } from '../../../knowledge/validity.ts';
import { FIELD_LABELS } from '../../corrections/document-values.ts';
import { stateInWords } from '../../corrections/document-words.ts';
import type { SignedIn } from '../sessions.ts';
import { TableHead } from '../table-head.tsx';
import { dayInWords } from '../time-words.ts';
import type { NOTICES } from '../vietnamese.ts';
import type { DocumentRow, ListFilter } from './document-facts.ts';
import { renderKnowledgePage } from './knowledge-layout.tsx';
import { LIST, STATE_FILTERS } from './vietnamese.ts';

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
  const { rows, all } = page;
  return renderKnowledgePage({
    title: LIST.title,
    signedIn: page.signedIn,
    view: 'documents',
    notice: null,
    consoleNotice: page.notice,
    children: (
      <>
        <h1>{LIST.title}</h1>
        <Filters page={page} />
        <p class="rule" role="status">
          {LIST.count(rows.length, all.length)}
        </p>
        {rows.length === 0 ? (
          <div class="empty">
            <h2>{LIST.empty}</h2>
            <p>{LIST.emptyAdvice}</p>
          </div>
        ) : (
          <table class="documents">
            <TableHead columns={LIST.columns} />
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
  const kinds = distinct(all.map(({ document }) => document.kind)).map((kind) => [kind, kind] as const);
  const territories = distinct(all.map(({ document }) => document.territory));
  const places = territories.map((territory) => [territory, territoryInWords(territory)] as const);
  return (
    <form class="filters panel" method="get" action="/staff/documents">
      <p class="long">
        <label for="words">{LIST.search}</label>
        <input id="words" name="q" type="search" value={filter.words} autocomplete="off" />
      </p>
      <Choice name="state" label={LIST.state} chosen={filter.state} choices={Object.entries(STATE_FILTERS)} />
      <Choice name="kind" label={LIST.kind} chosen={filter.kind} choices={kinds} />
      <Choice name="territory" label={LIST.territory} chosen={filter.territory} choices={places} />
      <label class="check">
        <input type="checkbox" name="doubtful" value="yes" checked={filter.onlyDoubtful} />
        {LIST.onlyDoubtful}
      </label>
      <p class="filter-actions">
        <button class="button button-primary" type="submit">
          {LIST.submit}
        </button>
        <a class="button" href="/staff/documents">
          {LIST.clear}
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
  return (
    <p>
      <label for={props.name}>{props.label}</label>
      <select id={props.name} name={props.name}>
        <option value="">{LIST.all}</option>
        {props.choices.map(([value, words]) => (
          <option key={value} value={value} selected={value === props.chosen}>
            {words}
          </option>
        ))}
      </select>
    </p>
  );
}

function Row({ row: { document, validity, passages, lastChange, doubts } }: { readonly row: DocumentRow }) {
  const { columns } = LIST;
  return (
    <tr>
      <td data-label={columns.number}>{document.number ?? LIST.noNumber}</td>
      <td class="document-title">
        <a href={`/staff/documents/${document.id}`}>{document.title}</a>
      </td>
      <td data-label={columns.state}>
        <StateBadge validity={validity} />
      </td>
      <td data-label={columns.passages} class="figure">
        {passages}
      </td>
      <td data-label={columns.change}>
        {lastChange === null ? LIST.neverChanged : LIST.changed(lastChange.by, dayInWords(lastChange.at))}
      </td>
      <td data-label={columns.flags}>
        {doubts.length > 0 ? <span class="badge high">{LIST.doubt(fieldsInWords(doubts))}</span> : null}
        {document.confirmed === undefined ? null : <span class="badge sound">{LIST.confirmed}</span>}
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
  const words = stateInWords(validity);
  return (
    <span class={`badge ${STATE_TONES[validity.state]}`}>{`${words.charAt(0).toUpperCase()}${words.slice(1)}`}</span>
  );
}

/** Fields as a sentence lists them. */
export function fieldsInWords(fields: readonly MetadataField[]): string {
  return fields.map((field) => FIELD_LABELS[field]).join(', ');
}

function distinct(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))].sort((a, b) => a.localeCompare(b, 'vi'));
}
