import type { Citation, TranscriptMessage } from '../../bot/conversation.ts';
import { momentInWords } from './time-words.ts';
import { DELIVERIES, TICKET } from './vietnamese.ts';

/** The whole conversation for staff. Lines of other epochs than `epoch` are set apart. */
export function TranscriptView(props: {
  readonly lines: readonly TranscriptMessage[];
  readonly epoch: number;
  readonly longest: number;
}) {
  const { lines, epoch, longest } = props;
  return (
    <>
      {lines.length < longest ? null : <p class="rule">{TICKET.truncated(longest)}</p>}
      <ol class="transcript">
        {lines.map((line, index) => {
          const starts = line.epoch !== lines[index - 1]?.epoch && lines.some((other) => other.epoch !== epoch);
          return (
            <>
              {starts ? <li class="epoch">{line.epoch === epoch ? TICKET.present : TICKET.earlier}</li> : null}
              <Line key={line.id} line={line} />
            </>
          );
        })}
      </ol>
    </>
  );
}

function Line({ line }: { readonly line: TranscriptMessage }) {
  const name = line.author === 'staff' && line.authorName !== null ? line.authorName : TICKET.authors[line.author];
  return (
    <li class={`line from-${line.author}`}>
      <p class="line-head">
        <strong>{name}</strong> <time dateTime={new Date(line.at).toISOString()}>{momentInWords(line.at)}</time>
      </p>
      <p class="line-text">{line.text}</p>
      {line.citations.length === 0 ? null : <Sources line={line} />}
      <DeliveryState line={line} />
    </li>
  );
}

function DeliveryState({ line }: { readonly line: TranscriptMessage }) {
  if (line.delivery === null) return null;
  const words = DELIVERIES[line.delivery];
  const bad = line.delivery === 'failed' || line.delivery === 'held';
  return (
    <p class={bad ? 'delivery bad' : 'delivery'}>
      {line.deliveryReason === null || line.delivery === 'sent' ? words : `${words}: ${line.deliveryReason}`}
    </p>
  );
}

function Sources({ line }: { readonly line: TranscriptMessage }) {
  return (
    <details data-key={`sources-${line.id}`}>
      <summary>{TICKET.sources(line.citations.length)}</summary>
      <ul>
        {line.citations.map((citation) => (
          <li key={citation.passageId}>
            <p>
              <a href={addressOf(citation)} target="_blank" rel="noopener">
                {citation.number ?? citation.title}
              </a>
              {`, ${citation.address}`}
            </p>
            <blockquote>{citation.quote}</blockquote>
            {citation.inForceFrom === null ? null : (
              <p>{TICKET.inForceFrom(citation.inForceFrom.split('-').reverse().join('/'))}</p>
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
