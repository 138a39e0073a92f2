import { ERRORS } from './error-words.ts';
import { Mark } from './page-shell.tsx';

/** The head of a page outside chat and console, with the way to the chat unless it is told another. */
export function SiteHeader({ href = '/', words = ERRORS.site }: { readonly href?: string; readonly words?: string }) {
  return (
    <header class="site-header">
      <a href={href}>
        <Mark />
        <span>{words}</span>
      </a>
    </header>
  );
}
