import type { ComponentChildren } from 'preact';
import { renderConsolePage } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import type { NOTICES } from '../vietnamese.ts';
import { KNOWLEDGE, KNOWLEDGE_NOTICES } from './vietnamese.ts';

const VIEWS = { documents: '/staff/documents', uploads: '/staff/uploads', trial: '/staff/try' } as const;

export type KnowledgeNotice = keyof typeof KNOWLEDGE_NOTICES;

/** A page of the part on documents. `view` is the tab that is shown as present. */
export function renderKnowledgePage(page: {
  readonly title: string;
  readonly signedIn: SignedIn;
  readonly view: keyof typeof VIEWS;
  readonly notice: KnowledgeNotice | null;
  /** A notice of the console itself, such as that of a changed password. */
  readonly consoleNotice?: keyof typeof NOTICES | null;
  readonly modules?: readonly string[];
  readonly children: ComponentChildren;
}): string {
  return renderConsolePage({
    title: page.title,
    signedIn: page.signedIn,
    unread: 0,
    notice: page.consoleNotice ?? null,
    live: false,
    part: 'GET /staff/documents',
    styles: ['/assets/knowledge.css'],
    modules: page.modules ?? [],
    children: (
      <>
        <nav class="views" aria-label={KNOWLEDGE.views}>
          {Object.entries(VIEWS).map(([view, href]) => (
            <a key={view} href={href} aria-current={view === page.view ? 'page' : undefined}>
              {KNOWLEDGE[view as keyof typeof VIEWS]}
            </a>
          ))}
        </nav>
        {page.notice === null ? null : <NoticeLine notice={page.notice} />}
        {page.children}
      </>
    ),
  });
}

function NoticeLine({ notice }: { readonly notice: KnowledgeNotice }) {
  const { tone, words } = KNOWLEDGE_NOTICES[notice];
  return (
    <p class={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'} data-notice={notice}>
      {words}
    </p>
  );
}

/** A sentence on what went wrong with what was sent. */
export function Problem({ children }: { readonly children: ComponentChildren }) {
  return (
    <p class="notice bad" role="alert">
      {children}
    </p>
  );
}
