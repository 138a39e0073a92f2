import type { Day, OfficialDocument, Passage, Signer } from '../../../knowledge/document.ts';
import { territoryInWords } from '../../../knowledge/territories.ts';
import { FactList } from '../../http/fact-list.tsx';
import { Mark, renderPage } from '../../http/page-shell.tsx';
import { DOCUMENT, ERROR_PAGE } from './vietnamese.ts';

/**
 * One official document as a page to read and print. Every passage has an anchor: its id after `#`.
 * `validityLine` says whether the text may be relied on today, `noteOn` what others changed in a passage.
 */
export function renderDocumentPage(
  document: OfficialDocument,
  passages: readonly Passage[],
  validityLine: string,
  noteOn: (passage: Passage) => string | null = () => null,
): string {
  const facts: readonly (readonly [string, string | null])[] = [
    [DOCUMENT.number, document.number],
    [DOCUMENT.issuer, document.issuer],
    [DOCUMENT.signer, document.signer === null ? null : signerInWords(document.signer)],
    [DOCUMENT.territory, document.territory === null ? null : territoryInWords(document.territory)],
    [DOCUMENT.issuedOn, dayInWords(document.issuedOn)],
    [DOCUMENT.inForceFrom, dayInWords(document.inForceFrom)],
    [DOCUMENT.inForceUntil, dayInWords(document.inForceUntil)],
    [DOCUMENT.schoolYear, document.schoolYear],
  ];
  const name = [document.kind, document.number].filter((part) => part !== null).join(' ');
  return renderPage({
    title: [name, document.title].filter((part) => part !== '').join(' – '),
    description: document.title,
    styles: ['/assets/document.css'],
    modules: [],
    layout: 'document',
    listed: true,
    children: (
      <>
        <SiteHeader />
        <main class="sheet">
          {document.kind === null ? null : <p class="kind">{document.kind}</p>}
          <h1>{document.title}</h1>
          <p class="validity">{validityLine}</p>
          <FactList facts={facts} />
          {passages.length === 0 ? <p>{DOCUMENT.empty}</p> : null}
          {passages.map((passage, index) => (
            <PassageBlock key={passage.id} passage={passage} previous={passages[index - 1]} note={noteOn(passage)} />
          ))}
          <p class="origin">{DOCUMENT.origin(document.sources)}</p>
        </main>
      </>
    ),
  });
}

/** A page that says in Vietnamese what went wrong and what to do next. */
export function renderErrorPage(status: number, title: string, advice: string): string {
  return renderPage({
    title,
    description: title,
    styles: ['/assets/document.css'],
    modules: [],
    layout: 'document',
    listed: false,
    children: (
      <>
        <SiteHeader />
        <main class="sheet failure">
          <p class="kind">{ERROR_PAGE.status(status)}</p>
          <h1>{title}</h1>
          <p>{advice}</p>
          <p>
            <a class="button button-primary" href="/">
              {ERROR_PAGE.back}
            </a>
          </p>
        </main>
      </>
    ),
  });
}

/** The head of every public page, with the way to the chat. */
export function SiteHeader() {
  return (
    <header class="site-header">
      <a href="/">
        <Mark />
        <span>{DOCUMENT.back}</span>
      </a>
    </header>
  );
}

/** Headings that the previous passage already stands under are not repeated. */
function PassageBlock({
  passage,
  previous,
  note,
}: {
  readonly passage: Passage;
  readonly previous: Passage | undefined;
  readonly note: string | null;
}) {
  const firstNew = passage.headings.findIndex((heading, level) => heading !== previous?.headings[level]);
  const anchor = passage.id.slice(passage.id.indexOf('#') + 1);
  return (
    <section class="passage" id={anchor}>
      {passage.headings.map((heading, level) => {
        if (firstNew === -1 || level < firstNew) return null;
        const Heading = level === 0 ? 'h2' : 'h3';
        return <Heading key={heading}>{heading}</Heading>;
      })}
      <p class="place">
        <a href={`#${anchor}`} aria-label={DOCUMENT.linkTo(passage.address)}>
          {passage.address}
        </a>
        {passage.page === null ? null : <span> · {DOCUMENT.page(passage.page)}</span>}
      </p>
      {note === null ? null : <p class="validity">{note}</p>}
      {passage.parts.map((part) => (
        <p key={part.address}>{part.text}</p>
      ))}
    </section>
  );
}

function signerInWords({ name, post }: Signer): string {
  return post === null ? name : `${name}, ${post}`;
}

function dayInWords(day: Day | null): string | null {
  return day === null ? null : day.split('-').reverse().join('/');
}
