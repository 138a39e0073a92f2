import { describe, expect, it } from 'vitest';
import { createPasswords } from '../../adapters/console/passwords.ts';

const saltedWith = (byte: number) => createPasswords((size) => Buffer.alloc(size, byte));
const passwords = saltedWith(3);

describe('a password hash', () => {
  it('names its scheme and cost, the floor of OWASP, and fits only its password', async () => {
    const stored = await passwords.hash('mật khẩu rất dài');
    expect(stored).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(await passwords.verify('mật khẩu rất dài', stored)).toBe(true);
    expect(await passwords.verify('mật khẩu rất dai', stored)).toBe(false);
  });

  it('fits however the keyboard composed the letters', async () => {
    const stored = await passwords.hash('mật khẩu'.normalize('NFC'));
    expect(await passwords.verify('mật khẩu'.normalize('NFD'), stored)).toBe(true);
  });

  it('differs with the salt', async () => {
    expect(await passwords.hash('như nhau')).not.toBe(await saltedWith(4).hash('như nhau'));
  });

  it('is outdated when it was made at another cost, and fits still', async () => {
    const cheaper = createPasswords((size) => Buffer.alloc(size, 3), { N: 1024, r: 8, p: 1 });
    const [old, present] = [await cheaper.hash('như nhau'), await passwords.hash('như nhau')];
    expect([passwords.isOutdated(old), passwords.isOutdated(present)]).toEqual([true, false]);
    expect(await passwords.verify('như nhau', old)).toBe(true);
  });

  it.each(['', 'plain', 'scrypt$x$8$1$AAAA$AAAA', 'scrypt$1024$8$1$AAAA$', 'bcrypt$1024$8$1$AAAA$AAAA'])(
    'that cannot be read (%j) fits nothing',
    async (stored) => {
      expect(await passwords.verify('', stored)).toBe(false);
    },
  );

  it('of nobody fits nothing, not even an empty password', async () => {
    expect(await passwords.verify('', null)).toBe(false);
  });
});
