import type { ConsoleRoute } from './access.ts';
import { mayUse } from './may-use.ts';
import type { SignedIn } from './sessions.ts';

/** What the pages are called on which the product is looked after, in the order in which they are listed. */
const PAGES = {
  'GET /staff/press': 'Sổ báo chí',
  'GET /staff/switch': 'Tạm dừng trợ lý',
  'GET /staff/calendar': 'Lịch làm việc',
  'GET /staff/topics': 'Chủ đề và câu trả lời',
  'GET /staff/users': 'Người dùng',
  'GET /staff/health': 'Tình trạng hệ thống',
  'GET /staff/audit': 'Nhật ký thao tác',
} as const satisfies Partial<Record<ConsoleRoute, string>>;

/** Links to those of these pages that an account may open. */
export function AdminLinks({ signedIn }: { readonly signedIn: SignedIn }) {
  const open = (Object.entries(PAGES) as [keyof typeof PAGES, string][]) // entries of a record by those keys
    .filter(([route]) => mayUse(signedIn, route));
  return (
    <>
      {open.map(([route, words]) => (
        <a key={route} href={route.slice('GET '.length)}>
          {words}
        </a>
      ))}
    </>
  );
}
