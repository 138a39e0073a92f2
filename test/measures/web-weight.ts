import { webWeight } from '../builders/loaded-by-page.ts';
import { servePages } from '../builders/served-pages.ts';

/** `npm run measure:web-weight`: gzip bytes of every file of the web chat page and of the widget, and their sum. */
const pages = await servePages({ framedBy: ['https://badinh.edu.vn'] });
const sizes = await webWeight(pages.url);
await pages.close();

for (const [path, bytes] of sizes) process.stdout.write(`${String(bytes).padStart(7)}  ${path}\n`);
const sum = [...sizes.values()].reduce((total, bytes) => total + bytes, 0);
process.stdout.write(
  `${String(sum).padStart(7)}  together, gzip bytes of JS, CSS, SVG and HTML (fonts apart; at most 40000)\n`,
);
