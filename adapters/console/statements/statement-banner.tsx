import { type Statement, stateOf } from '../../../bot/statements/statement.ts';
import { useWords } from '../languages/use-words.tsx';
import { mayUse } from '../may-use.ts';
import type { SignedIn } from '../sessions.ts';
import { momentInWords } from '../time-words.ts';
import { aboutInWords } from './about-words.ts';

/** Tells on other pages on what the documents are silent now. */
export function StatementBanner(props: {
  readonly statements: readonly Statement[];
  readonly signedIn: SignedIn;
  readonly now: number;
}) {
  const words = useWords();
  const held = props.statements.filter((one) => one.kind === 'holding' && stateOf(one, props.now) === 'said');
  const opens = mayUse(props.signedIn, 'GET /staff/statements/:id');
  return (
    <div data-live="statements">
      {held.map((one) => (
        <p class="notice bad" role="status" key={one.id}>
          {words.statements.banner(aboutInWords(one, words), momentInWords(one.until, words.times))}{' '}
          {opens ? <a href={`/staff/statements/${encodeURIComponent(one.id)}`}>{words.statements.open}</a> : null}
        </p>
      ))}
    </div>
  );
}
