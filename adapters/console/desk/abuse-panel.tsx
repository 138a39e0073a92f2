import type { AbuseStanding } from '../../../bot/abuse/ladder.ts';
import { useWords } from '../languages/use-words.tsx';
import { FormToken } from '../layout.tsx';
import { mayUse } from '../may-use.ts';
import type { SignedIn } from '../sessions.ts';
import { momentInWords } from '../time-words.ts';

/** How far misuse of the page led the citizen, and who is in charge takes them down; nothing for everybody else. */
export function AbusePanel(props: {
  readonly signedIn: SignedIn;
  readonly address: string;
  /** Where they stand now. */
  readonly abuse: AbuseStanding | null;
  readonly now: number;
}) {
  const { abuse: words, times } = useWords();
  const { signedIn, address, abuse, now } = props;
  if (abuse === null) return null;
  return (
    <section class="panel abuse" data-live="abuse" aria-labelledby="abuse-title">
      <h2 id="abuse-title">{words.title}</h2>
      <p>
        <strong>{words.rung(abuse.rung)}</strong>
      </p>
      <p>{words.meanings[abuse.rung]}</p>
      <p class="rule">
        {words.since(momentInWords(abuse.at, times))}
        {abuse.until === null || abuse.until <= now ? null : `. ${words.until(momentInWords(abuse.until, times))}`}
      </p>
      <p class="rule">{words.rule}</p>
      {mayUse(signedIn, 'POST /staff/tickets/:id/lift') ? (
        <form method="post" action={`${address}/lift`}>
          <FormToken signedIn={signedIn} />
          <button class="button wide" type="submit">
            {words.lift}
          </button>
        </form>
      ) : null}
    </section>
  );
}
