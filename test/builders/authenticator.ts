import { Secret, TOTP } from 'otpauth';
import type { PageVisitor } from './page-visitor.ts';
import { hiddenField } from './staff-visitor.ts';

/** What an authenticator app shows at a moment (ms) for a key in base32, spaces or not. */
export function codeAt(key: string, now: number): string {
  return TOTP.generate({ secret: Secret.fromBase32(key.replace(/\s/g, '')), timestamp: now });
}

/** Sets up the second factor on its page as a person would; gives the key and the recovery codes. */
export async function setUpFactor(
  visitor: PageVisitor,
  now: number,
  fields: Record<string, string> = {},
): Promise<{ readonly key: string; readonly recoveryCodes: readonly string[]; readonly response: Response }> {
  const html = await (await visitor.get('/staff/second-factor')).text();
  const key = /<dd>([A-Z2-7 ]{32,})<\/dd>/.exec(html)?.[1] ?? '';
  const response = await visitor.submit('/staff/second-factor', {
    token: hiddenField(html, 'token'),
    sealedKey: hiddenField(html, 'sealedKey'),
    code: codeAt(key, now),
    ...fields,
  });
  const recoveryCodes = [...(await response.clone().text()).matchAll(/<li>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})<\/li>/g)];
  return { key, recoveryCodes: recoveryCodes.map((match) => match[1] ?? ''), response };
}
