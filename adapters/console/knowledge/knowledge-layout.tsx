import type { ComponentChildren } from 'preact';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { renderConsolePage } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import type { NOTICES } from '../vietnamese.ts';
import type { KNOWLEDGE_NOTICES } from './vietnamese.ts';

const VIEWS = { documents: '/staff/documents', uploads: '/staff/uploads', trial: '/staff/try' } as const;

export type KnowledgeNotice = keyof typeof KNOWLEDGE_NOTICES;

/** After these nothing was done. */
const BAD_NOTICES: readonly KnowledgeNotice[] = ['stale', 'nothing-to-undo', 'no-reason', 'no-file'];

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
  const words = wordsIn(page.signedIn.preferences.language);
  return renderConsolePage({
    title: page.title,
    signedIn: page.signedIn,
    unread: 0,
    notice: page.consoleNotice ?? null,
    live: false,
    part: 'GET /staff/documents',
    translated: true,
    styles: ['/assets/knowledge.css'],
    modules: page.modules ?? [],
    children: (
      <>
        <nav class="views" aria-label={words.knowledge.views}>
          {Object.entries(VIEWS).map(([view, href]) => (
            <a key={view} href={href} aria-current={view === page.view ? 'page' : undefined}>
              {words.knowledge[view as keyof typeof VIEWS]}
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
  const words = useWords();
  const isBad = BAD_NOTICES.includes(notice);
  return (
    <p class={`notice ${isBad ? 'bad' : 'good'}`} role={isBad ? 'alert' : 'status'} data-notice={notice}>
      {words.knowledgeNotices[notice]}
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
