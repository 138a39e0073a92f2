import type { MetadataField } from '../../../knowledge/document.ts';
import { nameOf } from '../../../knowledge/document-links.ts';
import { capitaliseFirst } from '../../../knowledge/text/first-letter.ts';
import { FIELDS, typedValue } from '../../corrections/document-values.ts';
import { printValue } from '../../corrections/document-words.ts';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import type { StudiedDocument } from './document-facts.ts';
import { Problem, renderKnowledgePage } from './knowledge-layout.tsx';

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

/** The page on which editors correct a document's fields. */
export function renderDocumentEditPage(page: DocumentEditPage): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { studied, signedIn } = page;
  const address = `/staff/documents/${studied.document.id}`;
  return renderKnowledgePage({
    title: `${words.documentEdit.title}: ${nameOf(studied.document)}`,
    signedIn,
    view: 'documents',
    notice: null,
    children: (
      <>
        <p class="back">
          <a lang="vi" href={address}>
            {nameOf(studied.document)}
          </a>
        </p>
        <h1>{words.documentEdit.title}</h1>
        <p class="lead">{words.documentEdit.lead}</p>
        {page.stale ? <Problem>{words.documentEdit.stale}</Problem> : null}
        {Object.keys(page.problems).length > 0 ? <Problem>{words.documentEdit.wrong}</Problem> : null}
        <form class="panel edit" method="post" action={`${address}/set`} autocomplete="off">
          <FormToken signedIn={signedIn} />
          <input type="hidden" name="version" value={studied.version} autocomplete="off" />
          {FIELDS.map((field) => (
            <Field key={field} field={field} page={page} />
          ))}
          <p class="filter-actions">
            <button class="button button-primary" type="submit">
              {words.documentEdit.save}
            </button>
            <a class="button" href={address}>
              {words.documentEdit.cancel}
            </a>
          </p>
        </form>
      </>
    ),
  });
}

function Field({ field, page }: { readonly field: MetadataField; readonly page: DocumentEditPage }) {
  const words = useWords();
  const { document, read } = page.studied;
  const rules: Readonly<Partial<Record<MetadataField, string>>> = words.documentEdit.rules;
  const present = typedValue(field, document, words.documents);
  const value = page.typed[field] ?? present;
  const problem = page.problems[field];
  const label = words.documents.fields[field];
  const notes = [
    ...(problem === undefined ? [] : [problem]),
    ...(page.stale && page.shown?.[field] !== present
      ? [words.documentEdit.now(printValue(field, document, words.documents))]
      : []),
    ...(document.origins[field] === 'corrected'
      ? [words.documentEdit.read(printValue(field, read, words.documents))]
      : []),
    ...(rules[field] === undefined || problem !== undefined ? [] : [rules[field]]),
  ];
  const shared = {
    id: field,
    name: field,
    'aria-describedby': notes.length > 0 ? `${field}-notes` : undefined,
    'aria-invalid': problem === undefined ? undefined : ('true' as const),
  };
  return (
    <p class={field === 'title' || field === 'issuer' ? 'long' : undefined}>
      <label for={field}>{capitaliseFirst(label)}</label>
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
