import type { ConsoleWords } from './languages/words.ts';
import { mayUse } from './may-use.ts';
import type { SignedIn } from './sessions.ts';
import { PARTS } from './vietnamese.ts';
import { WAITING_PAGES } from './waiting-pages.ts';

const LINKS = Object.keys(PARTS) as (keyof typeof PARTS)[]; // keys of a record by those keys

/** The parts of the console that an account may open, and pages where something waits for it. `part` is the page's own. */
export function Navigation(props: {
  readonly signedIn: SignedIn;
  readonly part: keyof typeof PARTS | null;
  readonly words: ConsoleWords;
}) {
  const { signedIn, words } = props;
  return (
    <nav class="parts" aria-label={words.shell.parts}>
      {LINKS.filter((route) => mayUse(signedIn, route)).map((route) => (
        <a key={route} href={route.slice('GET '.length)} aria-current={route === props.part ? 'true' : undefined}>
          {words.parts[route]}
        </a>
      ))}
      {WAITING_PAGES.map((route) => {
        const count = signedIn.waiting[route] ?? 0;
        return count === 0 ? null : (
          <a key={route} href={route.slice('GET '.length)}>
            {words.adminPages[route]}
            <span class="badge urgent" data-waiting={count}>
              {words.shell.waits(count)}
            </span>
          </a>
        );
      })}
    </nav>
  );
}
