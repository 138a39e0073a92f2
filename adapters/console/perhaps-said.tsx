import { useWords } from './languages/use-words.tsx';

/**
 * What stands where a citizen's words do: those, marked as the Vietnamese that they are, or what the product put in their
 * place, in the language of the page. `shorten` makes an excerpt of it.
 */
export function PerhapsSaid(props: { readonly text: string; readonly shorten?: (text: string) => string }) {
  const { text, shorten = (whole) => whole } = props;
  const said = useWords().said.note(text);
  return <span lang={said === text ? 'vi' : undefined}>{shorten(said)}</span>;
}
