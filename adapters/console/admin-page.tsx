import type { ComponentChildren } from 'preact';
import { renderConsolePage } from './layout.tsx';
import type { SignedIn } from './sessions.ts';

/** A page for those in charge, which nothing changes by itself unless it says so; options as of {@link renderConsolePage}. */
export function renderAdminPage(
  signedIn: SignedIn,
  title: string,
  children: ComponentChildren,
  options: { readonly styles?: readonly string[]; readonly translated?: boolean; readonly live?: 'minute' } = {},
): string {
  const { styles = [], translated = false, live = false } = options;
  return renderConsolePage({
    title,
    signedIn,
    unread: 0,
    notice: null,
    live,
    part: null,
    translated,
    styles: ['/assets/admin-pages.css', ...styles],
    children,
  });
}
