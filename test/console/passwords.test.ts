import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from '../../adapters/console/passwords.ts';

const salt = Buffer.alloc(16, 3);

describe('a password hash', () => {
  it('names its scheme and cost, and fits only its password', async () => {
    const stored = await hashPassword('mật khẩu rất dài', salt);
    expect(stored).toMatch(/^scrypt\$32768\$8\$\d\$[\w-]{22}\$[\w-]{43}$/);
    expect(await verifyPassword('mật khẩu rất dài', stored)).toBe(true);
    expect(await verifyPassword('mật khẩu rất dai', stored)).toBe(false);
  });

  it('fits however the keyboard composed the letters', async () => {
    const stored = await hashPassword('mật khẩu'.normalize('NFC'), salt);
    expect(await verifyPassword('mật khẩu'.normalize('NFD'), stored)).toBe(true);
  });

  it('differs with the salt', async () => {
    expect(await hashPassword('như nhau', salt)).not.toBe(await hashPassword('như nhau', Buffer.alloc(16, 4)));
  });

  it.each(['', 'plain', 'scrypt$x$8$1$AAAA$AAAA', 'scrypt$1024$8$1$AAAA$', 'bcrypt$1024$8$1$AAAA$AAAA'])(
    'that cannot be read (%j) fits nothing',
    async (stored) => {
      expect(await verifyPassword('', stored)).toBe(false);
    },
  );
});
