import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** What every page of the product has in common; `scripts`, `styles` and `modules` are addresses under `/assets`. */
export interface PageShell {
  readonly title: string;
  readonly description: string;
  /** Scripts that run before anything of the body is there; the page waits for them. */
  readonly scripts?: readonly string[];
  readonly styles: readonly string[];
  readonly modules: readonly string[];
  /** What the page is written in; Vietnamese unless it says otherwise. */
  readonly language?: 'vi' | 'en';
  /** Light, dark, or as the device is (`auto`, the usual). */
  readonly theme?: 'auto' | 'light' | 'dark';
  /** Class of `<body>`, the hook for the page's own layout. */
  readonly layout: string;
  /** Whether search engines may list the page. */
  readonly listed: boolean;
  readonly children: ComponentChildren;
}

const THEME_COLORS = { light: '#0b5566', dark: '#0e171b' } as const;
const BY_DEVICE = { light: '(prefers-color-scheme: light)', dark: '(prefers-color-scheme: dark)' } as const;

/** A whole HTML document. Everything active is external, so that the strictest CSP holds. */
export function renderPage(page: PageShell): string {
  const { language = 'vi', theme = 'auto' } = page;
  const html = renderToString(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <title>{page.title}</title>
        {page.scripts?.map((source) => (
          <script src={source} key={source} />
        ))}
        <meta name="description" content={page.description} />
        {page.listed ? null : <meta name="robots" content="noindex" />}
        <meta name="color-scheme" content={theme === 'auto' ? 'light dark' : theme} />
        {theme === 'auto' ? (
          <>
            <meta name="theme-color" media={BY_DEVICE.light} content={THEME_COLORS.light} />
            <meta name="theme-color" media={BY_DEVICE.dark} content={THEME_COLORS.dark} />
          </>
        ) : (
          <meta name="theme-color" content={THEME_COLORS[theme]} />
        )}
        <link rel="icon" type="image/svg+xml" href="/assets/icon.svg" />
        <link
          rel="preload"
          href="/assets/fonts/be-vietnam-pro-latin-400-normal.woff2"
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
        <link rel="stylesheet" href="/assets/base.css" />
        {theme === 'light' ? null : (
          <link rel="stylesheet" href="/assets/dark.css" media={theme === 'auto' ? BY_DEVICE.dark : undefined} />
        )}
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
