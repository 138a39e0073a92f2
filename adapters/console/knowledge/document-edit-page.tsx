import type { MetadataField } from '../../../knowledge/document.ts';
import { nameOf } from '../../../knowledge/document-links.ts';
import { FIELD_LABELS, FIELDS, typedValue } from '../../corrections/document-values.ts';
import { printValue } from '../../corrections/document-words.ts';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import type { StudiedDocument } from './document-facts.ts';
import { Problem, renderKnowledgePage } from './knowledge-layout.tsx';
import { EDIT_PAGE } from './vietnamese.ts';

/** What stands in the fields of the form. */
export type TypedFields = Readonly<Partial<Record<MetadataField, string>>>;

/** The form for what a document is. */
export interface DocumentEditPage {
  readonly signedIn: SignedIn;
  readonly studied: StudiedDocument;
  /** Typed before and not saved. */
  readonly typed: TypedFields;
  /** What stood in the fields when the editor began; `null` = what stands there now. */
  readonly shown: TypedFields | null;
  readonly problems: Readonly<Partial<Record<MetadataField, string>>>;
  /** Whether somebody else changed the document in between. */
  readonly stale: boolean;
}

const DAYS: readonly MetadataField[] = ['issuedOn', 'inForceFrom', 'inForceUntil'];
const RULES: Readonly<Partial<Record<MetadataField, string>>> = EDIT_PAGE.rules;

/** The page on which editors correct a document's fields. */
export function renderDocumentEditPage(page: DocumentEditPage): string {
  const { studied, signedIn } = page;
  const address = `/staff/documents/${studied.document.id}`;
  return renderKnowledgePage({
    title: `${EDIT_PAGE.title}: ${nameOf(studied.document)}`,
    signedIn,
    view: 'documents',
    notice: null,
    children: (
      <>
        <p class="back">
          <a href={address}>{nameOf(studied.document)}</a>
        </p>
        <h1>{EDIT_PAGE.title}</h1>
        <p class="lead">{EDIT_PAGE.lead}</p>
        {page.stale ? <Problem>{EDIT_PAGE.stale}</Problem> : null}
        {Object.keys(page.problems).length > 0 ? <Problem>{EDIT_PAGE.wrong}</Problem> : null}
        <form class="panel edit" method="post" action={`${address}/set`} autocomplete="off">
          <FormToken signedIn={signedIn} />
          <input type="hidden" name="version" value={studied.version} autocomplete="off" />
          {FIELDS.map((field) => (
            <Field key={field} field={field} page={page} />
          ))}
          <p class="filter-actions">
            <button class="button button-primary" type="submit">
              {EDIT_PAGE.save}
            </button>
            <a class="button" href={address}>
              {EDIT_PAGE.cancel}
            </a>
          </p>
        </form>
      </>
    ),
  });
}

function Field({ field, page }: { readonly field: MetadataField; readonly page: DocumentEditPage }) {
  const { document, read } = page.studied;
  const present = typedValue(field, document);
  const value = page.typed[field] ?? present;
  const problem = page.problems[field];
  const label = FIELD_LABELS[field];
  const notes = [
    ...(problem === undefined ? [] : [problem]),
    ...(page.stale && page.shown?.[field] !== present ? [EDIT_PAGE.now(printValue(field, document))] : []),
    ...(document.origins[field] === 'corrected' ? [EDIT_PAGE.read(printValue(field, read))] : []),
    ...(RULES[field] === undefined || problem !== undefined ? [] : [RULES[field]]),
  ];
  const shared = {
    id: field,
    name: field,
    'aria-describedby': notes.length > 0 ? `${field}-notes` : undefined,
    'aria-invalid': problem === undefined ? undefined : ('true' as const),
  };
  return (
    <p class={field === 'title' || field === 'issuer' ? 'long' : undefined}>
      <label for={field}>{`${label.charAt(0).toUpperCase()}${label.slice(1)}`}</label>
      {/* What the fields showed, to tell which of them the editor changed. */}
      <input type="hidden" name={`shown.${field}`} value={present} autocomplete="off" />
      {field === 'title' ? (
        <textarea {...shared} rows={3}>
          {value}
        </textarea>
      ) : (
        <input {...shared} type={DAYS.includes(field) ? 'date' : 'text'} value={value} />
      )}
      {notes.length === 0 ? null : (
        <span id={`${field}-notes`} class={problem === undefined ? 'rule' : 'rule wrong'}>
          {notes.join(' ')}
        </span>
      )}
    </p>
  );
}
