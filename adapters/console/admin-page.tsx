import type { ComponentChildren } from 'preact';
import { renderConsolePage } from './layout.tsx';
import type { SignedIn } from './sessions.ts';

/** A page for those in charge, which nothing changes by itself; options as of {@link renderConsolePage}. */
export function renderAdminPage(
  signedIn: SignedIn,
  title: string,
  children: ComponentChildren,
  { styles = [], translated = false }: { readonly styles?: readonly string[]; readonly translated?: boolean } = {},
): string {
  return renderConsolePage({
    title,
    signedIn,
    unread: 0,
    notice: null,
    live: false,
    part: null,
    translated,
    styles: ['/assets/admin-pages.css', ...styles],
    children,
  });
}
