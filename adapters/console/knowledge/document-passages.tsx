import type { Passage } from '../../../knowledge/document.ts';
import { fold } from '../../../knowledge/text/normalise.ts';
import { documentPath } from '../../knowledge-source.ts';
import { useWords } from '../languages/use-words.tsx';
import type { StudiedDocument } from './document-facts.ts';

/** A document's passages with their addresses, or those that hold the words looked for. */
export function DocumentPassages({ studied, words }: { readonly studied: StudiedDocument; readonly words: string }) {
  const { documentPage } = useWords();
  const { base, document } = studied;
  const all = base.passages.filter((passage) => passage.documentId === document.id);
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  const shown = all.filter((passage) => {
    const told = fold([passage.address, ...passage.headings, passage.text].join(' '));
    return wanted.every((word) => told.includes(word));
  });
  return (
    <section class="panel passages" aria-labelledby="passages-title">
      <h2 id="passages-title">{documentPage.passages(all.length)}</h2>
      <form class="passage-search" method="get" action={`/staff/documents/${document.id}#passages-title`}>
        <label for="passage-words">{documentPage.search}</label>
        <input id="passage-words" name="q" type="search" value={words} autocomplete="off" />
        <button class="button" type="submit">
          {documentPage.submitSearch}
        </button>
      </form>
      {wanted.length === 0 ? null : (
        <p class="rule" role="status">
          {documentPage.found(shown.length, words)}
        </p>
      )}
      {shown.map((passage, index) => (
        <PassageView key={passage.id} passage={passage} previous={shown[index - 1]} wanted={wanted} />
      ))}
    </section>
  );
}

function PassageView(props: {
  readonly passage: Passage;
  readonly previous: Passage | undefined;
  readonly wanted: readonly string[];
}) {
  const { documentPage } = useWords();
  const { passage, previous, wanted } = props;
  const heading = passage.headings.join(' › ');
  return (
    <article class="passage" id={passage.id.slice(passage.id.indexOf('#') + 1)}>
      {heading === '' || heading === previous?.headings.join(' › ') ? null : <h3 lang="vi">{heading}</h3>}
      <p class="rule">
        <a href={documentPath(passage.id)} aria-label={documentPage.publicPassage(passage.address)}>
          <span lang="vi">{passage.address}</span>
        </a>
        {passage.page === null ? null : ` · ${documentPage.page(passage.page)}`}
      </p>
      {passage.parts.map((part) => (
        <p key={part.address} lang="vi">
          <Marked text={part.text} wanted={wanted} />
        </p>
      ))}
    </article>
  );
}

/** Words looked for are marked, also where they were typed without diacritics. */
function Marked({ text, wanted }: { readonly text: string; readonly wanted: readonly string[] }) {
  const folded = fold(text);
  // Where folding changes the length, places in it are not places in the text.
  if (wanted.length === 0 || folded.length !== text.length) return <>{text}</>;
  const marks = new Set<number>();
  for (const word of wanted) {
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
      for (let place = at; place < at + word.length; place += 1) marks.add(place);
    }
  }
  const pieces: { readonly marked: boolean; words: string }[] = [];
  for (let place = 0; place < text.length; place += 1) {
    const marked = marks.has(place);
    const last = pieces.at(-1);
    if (last?.marked === marked) last.words += text[place];
    else pieces.push({ marked, words: text[place] ?? '' });
  }
  return <>{pieces.map(({ marked, words }) => (marked ? <mark>{words}</mark> : words))}</>;
}
