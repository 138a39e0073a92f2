import type { ComponentChildren } from 'preact';
import { renderConsolePage } from './layout.tsx';
import type { SignedIn } from './sessions.ts';

/** A page for those in charge, which nothing changes by itself; `styles`: addresses of its own style sheets. */
export function renderAdminPage(
  signedIn: SignedIn,
  title: string,
  children: ComponentChildren,
  styles: readonly string[] = [],
): string {
  return renderConsolePage({
    title,
    signedIn,
    unread: 0,
    notice: null,
    live: false,
    part: null,
    styles: ['/assets/admin-pages.css', ...styles],
    children,
  });
}
