import type { Citation } from '../../../bot/conversation.ts';
import { useWords } from '../languages/use-words.tsx';

/** The articles that words are taken from, each with its passage and a link to the page of its document. */
export function Sources(props: {
  /** Tells one list of the page from another. */
  readonly id: string;
  readonly title: (count: number) => string;
  readonly citations: readonly Citation[];
}) {
  const words = useWords();
  const { id, title, citations } = props;
  if (citations.length === 0) return null;
  return (
    <details class="sources" data-key={`sources-${id}`}>
      <summary>{title(citations.length)}</summary>
      <ul>
        {citations.map((citation) => (
          <li key={citation.passageId}>
            <p lang="vi">
              <a href={addressOf(citation)} target="_blank" rel="noopener">
                {citation.number ?? citation.title}
              </a>
              {`, ${citation.address}`}
            </p>
            <blockquote lang="vi">{citation.quote}</blockquote>
            {citation.inForceFrom === null ? null : (
              <p>{words.ticketPage.inForceFrom(citation.inForceFrom.split('-').reverse().join('/'))}</p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function addressOf(citation: Citation): string {
  const anchor = citation.passageId.split('#').at(-1) ?? '';
  return `/van-ban/${encodeURIComponent(citation.documentId)}#${encodeURIComponent(anchor)}`;
}
