import { useWords } from '../languages/use-words.tsx';
import type { Colleague } from './presence.ts';

/** Says who else has the page open and who writes; the page's own module keeps it up to date. */
export function PresenceLine({
  address,
  present,
}: {
  readonly address: string;
  readonly present: readonly Colleague[];
}) {
  const words = useWords();
  return (
    <div
      class="presence"
      id="presence"
      data-live="presence"
      role="status"
      data-address={`${address}/presence`}
      data-viewing={words.presence.viewing('{n}')}
      data-typing={words.presence.typing('{n}')}
    >
      {present.map(({ name, displayName, typing }) => (
        <p key={name} class={typing ? 'typing' : undefined} data-person={name} data-name={displayName}>
          {typing ? words.presence.typing(displayName) : words.presence.viewing(displayName)}
        </p>
      ))}
    </div>
  );
}
