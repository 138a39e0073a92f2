import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type ConsoleWords, VIETNAMESE } from './words.ts';

const Words = createContext<ConsoleWords>(VIETNAMESE);

/** Lets all parts of a page speak one language. */
export function SpeakIn(props: { readonly words: ConsoleWords; readonly children: ComponentChildren }) {
  return <Words.Provider value={props.words}>{props.children}</Words.Provider>;
}

/** The words of the page that is being rendered; Vietnamese outside of one. */
export function useWords(): ConsoleWords {
  return useContext(Words);
}
