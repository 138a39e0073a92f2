import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { type Asset, prepareAsset, sendAsset } from './asset.ts';

const TYPES = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
} as const;

const WEB_CLIENT = '../channels/web/client';
const OURS: Readonly<Record<string, string>> = {
  'base.css': './client/base.css',
  'dark.css': './client/dark.css',
  'icon.svg': './client/icon.svg',
  'chat.css': `${WEB_CLIENT}/chat.css`,
  'messages.css': `${WEB_CLIENT}/messages.css`,
  'document.css': `${WEB_CLIENT}/document.css`,
  'chat/chat.js': `${WEB_CLIENT}/chat.js`,
  'chat/conversation-log.js': `${WEB_CLIENT}/conversation-log.js`,
  'chat/delivery.js': `${WEB_CLIENT}/delivery.js`,
  'chat/element.js': `${WEB_CLIENT}/element.js`,
  'chat/frame.js': `${WEB_CLIENT}/frame.js`,
  'chat/message-view.js': `${WEB_CLIENT}/message-view.js`,
  'chat/pending.js': `${WEB_CLIENT}/pending.js`,
  'chat/sentences.js': `${WEB_CLIENT}/sentences.js`,
  'chat/stream.js': `${WEB_CLIENT}/stream.js`,
  'chat/turn-files-away.js': `${WEB_CLIENT}/turn-files-away.js`,
  'chat/unread.js': `${WEB_CLIENT}/unread.js`,
  'console.css': '../console/client/console.css',
  'tickets.css': '../console/client/tickets.css',
  'accounts.css': '../console/client/accounts.css',
  'desk.css': '../console/desk/client/desk.css',
  'console/drafts.js': '../console/client/drafts.js',
  'console/desk.js': '../console/desk/client/desk.js',
  'console/presence.js': '../console/desk/client/presence.js',
  'console/seen.js': '../console/desk/client/seen.js',
  'console/countdowns.js': '../console/desk/client/countdowns.js',
  'inbox.css': '../console/client/inbox.css',
  'reports.css': '../console/reports/client/reports.css',
  'admin-pages.css': '../console/client/admin-pages.css',
  'console/console.js': '../console/client/console.js',
  'console/menus.js': '../console/client/menus.js',
  'console/shortcuts.js': '../console/client/shortcuts.js',
  'console/alerts.js': '../console/client/alerts.js',
  'console/uploads.js': '../console/knowledge/client/uploads.js',
  'knowledge.css': '../console/knowledge/client/knowledge.css',
};
const FONTS = ['latin-400', 'latin-600', 'vietnamese-400', 'vietnamese-600'].map(
  (cut) => `be-vietnam-pro-${cut}-normal.woff2`,
);

/**
 * Serves our scripts, style sheets and fonts; mount it at `/assets`. Names are a fixed list, so no
 * request reaches the file system by a path of its own. Each answer carries the content's digest as its ETag:
 * browsers ask again for scripts and styles and get a 304 until a release changes them; fonts stay for a month.
 */
export function createAssets(): Router {
  const require = createRequire(import.meta.url);
  const fontPackage = require.resolve('@fontsource/be-vietnam-pro/package.json');
  const files = new Map(
    Object.entries(OURS).map(([name, path]) => [name, fileURLToPath(new URL(path, import.meta.url))]),
  );
  for (const font of FONTS) files.set(`fonts/${font}`, join(dirname(fontPackage), 'files', font));
  const loaded = new Map<string, Promise<Asset>>();

  const router = Router();
  router.get('/{*name}', async (request, response, next) => {
    const name = request.path.slice(1);
    const file = files.get(name);
    if (file === undefined) return next();
    const waiting = loaded.get(name) ?? load(file);
    loaded.set(name, waiting);
    // A file that could not be read now may be readable next time.
    waiting.catch(() => loaded.delete(name));
    const cacheControl = name.startsWith('fonts/') ? 'public, max-age=2592000' : 'public, no-cache';
    sendAsset(request, response, await waiting, cacheControl);
  });
  return router;
}

async function load(file: string): Promise<Asset> {
  const extension = file.slice(file.lastIndexOf('.') + 1) as keyof typeof TYPES;
  return prepareAsset(TYPES[extension], await readFile(file), extension !== 'woff2');
}
