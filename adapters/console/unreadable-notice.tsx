import type { KeptStanding } from '../../bot/kept-versions.ts';
import type { KeptKind } from '../kept/kept-catalogue.ts';
import { Problem } from './form-parts.tsx';
import { useWords } from './languages/use-words.tsx';

/** What cannot be read of a kept value of that kind and of its history. */
export function unreadableIn(
  kind: KeptKind,
  { unreadable, versionsUnreadable }: Pick<KeptStanding<unknown>, 'unreadable' | 'versionsUnreadable'>,
): readonly KeptKind[] {
  return [...(unreadable ? [kind] : []), ...(versionsUnreadable ? (['history'] as const) : [])];
}

/** Says of each kept value that this page needed and nobody can read what holds meanwhile, and what mends it. */
export function UnreadableNotice({ kinds }: { readonly kinds: readonly KeptKind[] }) {
  const { unreadable } = useWords();
  return (
    <>
      {kinds.map((kind) => (
        <Problem key={kind} words={unreadable[kind]} />
      ))}
    </>
  );
}
