import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** What every page of the product has in common; `styles` and `modules` are addresses under `/assets`. */
export interface PageShell {
  readonly title: string;
  readonly description: string;
  readonly styles: readonly string[];
  readonly modules: readonly string[];
  /** Class of `<body>`, the hook for the page's own layout. */
  readonly layout: string;
  /** Whether search engines may list the page. */
  readonly listed: boolean;
  readonly children: ComponentChildren;
}

/** A whole HTML document in Vietnamese. Everything active is external, so that the strictest CSP holds. */
export function renderPage(page: PageShell): string {
  const html = renderToString(
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <title>{page.title}</title>
        <meta name="description" content={page.description} />
        {page.listed ? null : <meta name="robots" content="noindex" />}
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#0b5566" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0e171b" />
        <link rel="icon" type="image/svg+xml" href="/assets/icon.svg" />
        <link
          rel="preload"
          href="/assets/fonts/be-vietnam-pro-latin-400-normal.woff2"
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
        <link rel="stylesheet" href="/assets/base.css" />
        {page.styles.map((href) => (
          <link rel="stylesheet" href={href} key={href} />
        ))}
        {page.modules.map((source) => (
          <script type="module" src={source} key={source} />
        ))}
      </head>
      <body class={page.layout}>{page.children}</body>
    </html>,
  );
  return `<!doctype html>${html}`;
}

/** The product's mark: a speech bubble that is also an open book. Decorative; the name stands beside it. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" class="mark-ground" />
      <path
        class="mark-lines"
        d="M16 11.2c-2-1.5-4.700-1.900-7.500-1.700v10.300c2.800-.2 5.500.2 7.500 1.700 2-1.500 4.700-1.900 7.500-1.700V9.500c-2.800-.2-5.500.2-7.500 1.700Zm0 0v10.300m-3.200 3.300h6.400"
      />
    </svg>
  );
}
