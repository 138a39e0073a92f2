import type { Colleague } from './presence.ts';
import { PRESENCE } from './vietnamese.ts';

/** Says who else has the page open and who writes; the page's own module keeps it up to date. */
export function PresenceLine({
  address,
  present,
}: {
  readonly address: string;
  readonly present: readonly Colleague[];
}) {
  return (
    <div
      class="presence"
      id="presence"
      data-live="presence"
      role="status"
      data-address={`${address}/presence`}
      data-viewing={PRESENCE.viewing('{n}')}
      data-typing={PRESENCE.typing('{n}')}
    >
      {present.map(({ name, displayName, typing }) => (
        <p key={name} class={typing ? 'typing' : undefined} data-person={name} data-name={displayName}>
          {typing ? PRESENCE.typing(displayName) : PRESENCE.viewing(displayName)}
        </p>
      ))}
    </div>
  );
}
