import type { ComponentChildren } from 'preact';
import type { StatementProblem } from '../../../bot/statements/statement-changes.ts';
import { Problem } from '../form-parts.tsx';
import { useWords } from '../languages/use-words.tsx';

/** How the pages of one statement begin: the way back, what it is, and what must be mended. The children stand between. */
export function StatementHead(props: {
  readonly title: string;
  readonly lead: ComponentChildren;
  readonly problem: StatementProblem | null;
  readonly children: ComponentChildren;
}) {
  const { title, lead, problem, children } = props;
  const words = useWords();
  return (
    <>
      <p class="back">
        <a href="/staff/statements">{words.statements.back}</a>
      </p>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {children}
      <Problem words={problem === null ? null : words.statementProblems[problem]} />
    </>
  );
}
