import type { ConsoleWords } from './languages/words.ts';
import { mayUse } from './may-use.ts';
import type { SignedIn } from './sessions.ts';
import { ADMIN_PAGES } from './vietnamese.ts';

const LINKS = Object.keys(ADMIN_PAGES) as (keyof typeof ADMIN_PAGES)[]; // keys of a record by those keys

/** Links to the pages on which the product is looked after, to those of them that an account may open. */
export function AdminLinks(props: { readonly signedIn: SignedIn; readonly words: ConsoleWords['adminPages'] }) {
  return (
    <>
      {LINKS.filter((route) => mayUse(props.signedIn, route)).map((route) => (
        <a key={route} href={route.slice('GET '.length)}>
          {props.words[route]}
        </a>
      ))}
    </>
  );
}
