import { describe, expect, it } from 'vitest';
import { passwordProblem } from '../../adapters/console/password-rules.ts';

const LAN = { name: 'lan.nguyen' };

describe('a new password', () => {
  it.each(['mot cau that dai de nho', 'Trời mưa thì đội nón lá', 'x8Kq2vLp9TzR', 'cà phê sáng ở hồ Trúc Bạch'])(
    'is taken when it is one of its own: %s',
    (password) => expect(passwordProblem(password, LAN)).toBeNull(),
  );

  it.each([
    'matkhau123456',
    'Mật khẩu 123456',
    'giaoducbadinh2026',
    'Hanoi@Vietnam123',
    'password1234!',
    'qwertyuiop123',
    '123456789012',
    'anhyeuem1234567',
    'aaaaaaaaaaaaaa',
    'Admin@123456789',
  ])('is refused when many people use it or it is made of such words: %s', (password) => {
    expect(passwordProblem(password, LAN)).toBe('common');
  });

  it('is refused when it is little more than the log-in name', () => {
    expect(passwordProblem('lan.nguyen-2026', LAN)).toBe('own-name');
    expect(passwordProblem('LANNGUYEN 1990', LAN)).toBe('own-name');
  });

  it('has 12 to 200 letters, however the keyboard composed them', () => {
    expect(passwordProblem('ếếếếộộộộựự'.normalize('NFD'), LAN)).toBe('short');
    expect(passwordProblem('một hai ba bốn năm '.repeat(11), LAN)).toBe('long');
  });
});
