import { createCipheriv, createDecipheriv } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;

/** Encrypts small secrets for one purpose each: what was sealed for one opens for no other. */
export interface Sealing {
  /** `gcm$iv$tag$ciphertext`, base64url parts. */
  seal(secret: Buffer, purpose: string): string;
  /** `null` when it was sealed for another purpose, under a key that is gone, or was changed. */
  open(sealed: string, purpose: string): Buffer | null;
}

/** AES-256-GCM. The first of the keys (32 bytes each) seals, any of them opens, so that a key can be replaced. */
export function createSealing(keys: readonly [Buffer, ...Buffer[]], randomBytes: (size: number) => Buffer): Sealing {
  return {
    seal(secret, purpose) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, keys[0], iv).setAAD(Buffer.from(purpose));
      const ciphertext = Buffer.concat([cipher.update(secret), cipher.final()]);
      return ['gcm', ...[iv, cipher.getAuthTag(), ciphertext].map((part) => part.toString('base64url'))].join('$');
    },

    open(sealed, purpose) {
      const [scheme, ...parts] = sealed.split('$');
      const [iv, tag, ciphertext] = parts.map((part) => Buffer.from(part, 'base64url'));
      if (scheme !== 'gcm' || iv === undefined || tag === undefined || ciphertext === undefined) return null;
      for (const key of keys) {
        try {
          const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: 16 }).setAAD(Buffer.from(purpose));
          decipher.setAuthTag(tag);
          return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
        } catch {
          // Another of the keys may fit.
        }
      }
      return null;
    },
  };
}
