import { createPasswords } from '../../adapters/console/passwords.ts';
import type { StaffAccount } from '../../bot/ports/staff.ts';
import { CHEAP_PASSWORDS } from './cheap-passwords.ts';
import { createPageVisitor, type PageVisitor } from './page-visitor.ts';
import type { ServedPages } from './served-pages.ts';
import { anAccount } from './staff-sessions.ts';

export const STAFF_PASSWORD = 'mat-khau-cua-toi';

let hash: Promise<string> | null = null;

/** Stores an agent called `lan`; state only what differs. The password is {@link STAFF_PASSWORD}. */
export async function addStaff(
  pages: Pick<ServedPages, 'staff'>,
  fields: Partial<StaffAccount> = {},
): Promise<StaffAccount> {
  hash ??= createPasswords((size) => Buffer.alloc(size, 9), CHEAP_PASSWORDS).hash(STAFF_PASSWORD);
  const passwordHash = await hash;
  const account = anAccount({ passwordHash, ...fields });
  await pages.staff.save(account);
  return account;
}

/** A visitor with a fresh staff account who has logged in. */
export async function signIn(
  pages: Pick<ServedPages, 'staff' | 'url'>,
  fields: Partial<StaffAccount> = {},
): Promise<PageVisitor> {
  const { name } = await addStaff(pages, fields);
  return (await logIn(pages, name)).visitor;
}

/** A new visitor who has given the password of an account that is there, and what the log-in said. */
export async function logIn(
  pages: Pick<ServedPages, 'url'>,
  name: string,
): Promise<{ readonly visitor: PageVisitor; readonly response: Response }> {
  const visitor = createPageVisitor(pages.url);
  const response = await visitor.submit('/staff/login', { name, password: STAFF_PASSWORD });
  return { visitor, response };
}

/** The form token of the visitor's session. */
export async function formToken(visitor: PageVisitor): Promise<string> {
  return hiddenField(await (await visitor.get('/staff/second-factor')).text(), 'token');
}

/** The value of a hidden field on a page. */
export function hiddenField(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}
