import type { ConsoleWords } from './languages/words.ts';
import { openPages, PageLinks } from './page-links.tsx';
import type { SignedIn } from './sessions.ts';
import type { PARTS } from './vietnamese.ts';
import { WAITING_PAGES } from './waiting-pages.ts';

/** What an account may open of the console, and pages where something waits for it. `part` is the page's own. */
export function Navigation(props: {
  readonly signedIn: SignedIn;
  readonly part: keyof typeof PARTS | null;
  readonly words: ConsoleWords;
}) {
  const { signedIn, words } = props;
  return (
    <nav class="parts" aria-label={words.shell.parts}>
      {openPages(signedIn, words.parts).map(([route, name]) => (
        <a key={route} href={route.slice('GET '.length)} aria-current={route === props.part ? 'true' : undefined}>
          {name}
        </a>
      ))}
      <details class="menu" name="menu">
        <summary>{words.shell.follow}</summary>
        <div class="menu-items">
          <PageLinks signedIn={signedIn} pages={words.followPages} />
        </div>
      </details>
      {WAITING_PAGES.map((route) => {
        const count = signedIn.waiting[route] ?? 0;
        return count === 0 ? null : (
          <a key={route} href={route.slice('GET '.length)}>
            {words.followPages[route]}
            <span class="badge urgent" data-waiting={count}>
              <span aria-hidden="true">{count}</span>
              <span class="visually-hidden">{words.shell.waits(count)}</span>
            </span>
          </a>
        );
      })}
    </nav>
  );
}
