import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { verifyMessengerSignature } from '../../adapters/channels/messenger/signature.ts';
import { signMessenger } from '../simulators/graph.ts';

const { vectors } = z
  .object({
    vectors: z
      .array(
        z.object({
          name: z.string(),
          rawBodyBase64: z.string(),
          appSecret: z.string(),
          header: z.string(),
          expect: z.enum(['accept', 'reject']),
        }),
      )
      .min(4),
  })
  .parse(JSON.parse(readFileSync(new URL('../fixtures/messenger/signature_vectors.json', import.meta.url), 'utf8')));

const SECRET = 'fake_app_secret_do_not_use';
const BODY = Buffer.from('{"object":"page"}');

describe('verifyMessengerSignature', () => {
  test.each(vectors)('answers vector $name with $expect', (vector) => {
    const bytes = Buffer.from(vector.rawBodyBase64, 'base64');
    expect(verifyMessengerSignature(bytes, vector.header, vector.appSecret)).toBe(vector.expect === 'accept');
  });

  test('accepts what the simulator signs', () => {
    expect(verifyMessengerSignature(BODY, signMessenger(BODY.toString(), SECRET), SECRET)).toBe(true);
  });

  const right = signMessenger(BODY.toString(), SECRET);
  test.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['a bare digest', right.slice('sha256='.length)],
    ['the legacy algorithm', right.replace('sha256=', 'sha1=')],
    ['a digest cut short', right.slice(0, -2)],
    ['a digest with more behind it', `${right}00`],
    ['uppercase hex, which Meta never sends', right.replace(/[a-f]/g, (letter) => letter.toUpperCase())],
    ['two headers joined', `${right}, ${right}`],
  ])('refuses %s', (_what, header) => {
    expect(verifyMessengerSignature(BODY, header, SECRET)).toBe(false);
  });

  test('refuses everything while the app secret is empty', () => {
    expect(verifyMessengerSignature(BODY, signMessenger(BODY.toString(), ''), '')).toBe(false);
  });
});
