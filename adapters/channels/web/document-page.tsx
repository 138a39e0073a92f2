import type { Day, OfficialDocument, Passage, Signer } from '../../../knowledge/document.ts';
import { territoryInWords } from '../../../knowledge/territories.ts';
import { FactList } from '../../http/fact-list.tsx';
import { renderPage } from '../../http/page-shell.tsx';
import { SiteHeader } from '../../http/site-header.tsx';
import { DOCUMENT } from './vietnamese.ts';

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
