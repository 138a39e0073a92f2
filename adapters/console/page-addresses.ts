import { ACCESS } from './access.ts';

const NOT_PAGES: readonly string[] = ['GET /staff/login', 'GET /staff/events'];
const PAGES = Object.keys(ACCESS)
  .filter((route) => route.startsWith('GET ') && !NOT_PAGES.includes(route))
  .map((route) => new RegExp(`^${route.slice('GET '.length).replace(/:\w+/g, '[\\w-][\\w.-]*')}$`));

/** Whether an address, with or without a query, is of a page of the console: the only ones a log-in leads on to. */
export function isConsolePage(address: string): boolean {
  const [path = '', query = '', ...more] = address.split('?');
  return more.length === 0 && /^[\w=&-]*$/.test(query) && PAGES.some((page) => page.test(path));
}

/** The page that has the form whose address this is. */
export function pageAbove(path: string): string {
  if (path === '' || isConsolePage(path)) return path === '' ? '/staff' : path;
  return pageAbove(path.slice(0, path.lastIndexOf('/')));
}
