import type { ErrorCode, ErrorLook } from './error-words.ts';
import { renderPage } from './page-shell.tsx';
import { SiteHeader } from './site-header.tsx';

/** A page that says what went wrong and what to do next. */
export function renderErrorPage(status: number, code: ErrorCode, look: ErrorLook): string {
  const { words, home, language, theme } = look;
  const { title, advice } = words.refusals[code];
  return renderPage({
    title,
    description: title,
    language,
    theme,
    styles: ['/assets/document.css'],
    modules: [],
    layout: 'document',
    listed: false,
    children: (
      <>
        <SiteHeader href={home} words={words.site} />
        <main class="sheet failure">
          <p class="kind">{words.status(status)}</p>
          <h1>{title}</h1>
          <p>{advice}</p>
          <p>
            <a class="button button-primary" href={home}>
              {words.back}
            </a>
          </p>
        </main>
      </>
    ),
  });
}
