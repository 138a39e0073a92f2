import { HIDDEN_ADDRESS } from '../../../bot/attachment-words.ts';
import { useWords } from '../languages/use-words.tsx';
import { PerhapsSaid } from '../perhaps-said.tsx';

const ATTACHED = /^\[(?<kind>[^[\]\n]+)\](?: (?<address>\S+))?$/u;

/**
 * The words of a transcript line. An attachment is named and linked, never loaded: its picture would tell the platform
 * who reads, and its address is the citizen's word. Only addresses of the web become links.
 */
export function LineWords({ text }: { readonly text: string }) {
  const lines = text.split('\n').map((line) => ({ line, attached: ATTACHED.exec(line)?.groups }));
  const words = lines.filter(({ attached }) => attached === undefined).map(({ line }) => line);
  return (
    <>
      {words.length === 0 ? null : (
        <p class="line-text">
          <PerhapsSaid text={words.join('\n')} />
        </p>
      )}
      {lines.map(({ line, attached }) =>
        attached === undefined ? null : (
          <Attachment key={line} kind={attached['kind'] ?? ''} address={attached['address'] ?? null} />
        ),
      )}
    </>
  );
}

function Attachment({ kind, address }: { readonly kind: string; readonly address: string | null }) {
  const words = useWords();
  const safe = address !== null && isWebAddress(address);
  return (
    <p class="attachment">
      <span class="attachment-kind">{words.attachment.kind(words.said.attachment(kind))}</span>
      {safe ? (
        <a href={address} target="_blank" rel="noopener noreferrer nofollow">
          {words.attachment.open(new URL(address).hostname)}
        </a>
      ) : (
        <span class="rule">{unopened(address, words.attachment)}</span>
      )}
    </p>
  );
}

function unopened(address: string | null, words: { readonly gone: string; readonly hidden: string }): string {
  if (address === null) return words.gone;
  return address === HIDDEN_ADDRESS ? words.hidden : address;
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && ['https:', 'http:'].includes(new URL(address).protocol);
}
