import type { StaffRole } from '../../bot/ports/staff.ts';
import { ACCESS } from './access.ts';
import type { ConsoleWords } from './languages/words.ts';
import type { SignedIn } from './sessions.ts';
import { PARTS } from './vietnamese.ts';

const LINKS = Object.keys(PARTS) as (keyof typeof PARTS)[]; // keys of a record by those keys

/** The parts of the console that an account may open. `part` is the one that the page belongs to. */
export function Navigation(props: {
  readonly signedIn: SignedIn;
  readonly part: keyof typeof PARTS | null;
  readonly words: ConsoleWords;
}) {
  const { role } = props.signedIn.account;
  const open = LINKS.filter((route) => {
    const roles: readonly StaffRole[] = ACCESS[route];
    return roles.includes(role);
  });
  return (
    <nav class="parts" aria-label={props.words.shell.parts}>
      {open.map((route) => (
        <a key={route} href={route.slice('GET '.length)} aria-current={route === props.part ? 'true' : undefined}>
          {props.words.parts[route]}
        </a>
      ))}
    </nav>
  );
}
