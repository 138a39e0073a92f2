import type { ConsoleRoute } from './access.ts';
import { mayUse } from './may-use.ts';
import type { SignedIn } from './sessions.ts';

/** Links to those of some pages that an account may open; `pages` gives what each is called. */
export function PageLinks(props: {
  readonly signedIn: SignedIn;
  readonly pages: Readonly<Partial<Record<ConsoleRoute, string>>>;
}) {
  return (
    <>
      {openPages(props.signedIn, props.pages).map(([route, name]) => (
        <a key={route} href={route.slice('GET '.length)}>
          {name}
        </a>
      ))}
    </>
  );
}

/** Those of some pages that an account may open, each with what it is called. */
export function openPages(
  signedIn: SignedIn,
  pages: Readonly<Partial<Record<ConsoleRoute, string>>>,
): readonly (readonly [route: ConsoleRoute, name: string])[] {
  const named = Object.entries(pages) as [ConsoleRoute, string][]; // entries of a record by those keys
  return named.filter(([route]) => mayUse(signedIn, route));
}
