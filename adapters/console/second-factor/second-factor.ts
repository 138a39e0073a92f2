import type { SessionStage, StaffAccount, StaffRole, StaffStore } from '../../../bot/ports/staff.ts';
import type { StaffFactors } from '../../../bot/ports/staff-factors.ts';
import type { Sealing } from '../../sealing/sealing.ts';
import { codeKey, countTry } from '../throttle.ts';
import { makeRecoveryCodes, recoveryDigest } from './recovery-codes.ts';
import { KEY_BYTES, keyAddress, keyInWords, stepOf } from './time-codes.ts';

/** Whether accounts with much power must have a second factor, everybody may have one, or nobody is asked. */
export type SecondFactorMode = 'required' | 'optional' | 'off';

/** Roles that can change accounts or speak for the office to the press. */
const POWERFUL: readonly StaffRole[] = ['admin', 'spokesperson'];

/** A key that is offered and not yet in use. */
export interface OfferedKey {
  /** To be given back with the first code; opens only here and for this account. */
  readonly sealedKey: string;
  readonly words: string;
  /** `otpauth://` address for the picture. */
  readonly address: string;
}

export type CodeCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'wrong' }
  | { readonly ok: false; readonly reason: 'throttled'; readonly waitMs: number };

/** The second factor of accounts: codes of an authenticator app (RFC 6238), and recovery codes for a lost phone. */
export interface SecondFactor {
  readonly mode: SecondFactorMode;
  mustHave(role: StaffRole): boolean;
  /** How far a right password alone leads. */
  stageAfterPassword(account: StaffAccount): Promise<SessionStage>;
  /** Recovery codes that are left, `null` without a factor. */
  codesLeft(name: string): Promise<number | null>;
  offerKey(name: string): OfferedKey;
  /** A key that was offered before, to be shown again; `null` when it was not offered to this account. */
  offeredKey(name: string, sealedKey: string): OfferedKey | null;
  /** Puts an offered key to use if the code is of it: gives the recovery codes, to be shown once, else `null`. */
  enrol(name: string, sealedKey: string, code: string): Promise<readonly string[] | null>;
  /** Takes a code of the app or a recovery code, each once. Wrong ones are throttled as passwords are. */
  check(name: string, code: string): Promise<CodeCheck>;
  /** New recovery codes in place of the old, to be shown once. */
  renewCodes(name: string): Promise<readonly string[]>;
}

export function createSecondFactor(deps: {
  readonly mode: SecondFactorMode;
  readonly staff: StaffStore;
  readonly factors: StaffFactors;
  readonly sealing: Sealing;
  /** The name under which an app lists the account. */
  readonly issuer: string;
  readonly now: () => number;
  readonly randomBytes: (size: number) => Buffer;
}): SecondFactor {
  const { mode, staff, factors, sealing, now, randomBytes } = deps;
  const offerOf = (name: string) => `offered to ${name}`;
  const keyOf = (name: string) => `key of ${name}`;
  const mustHave = (role: StaffRole) => mode === 'required' && POWERFUL.includes(role);

  function show(name: string, key: Buffer, sealedKey: string): OfferedKey {
    return { sealedKey, words: keyInWords(key), address: keyAddress(key, deps.issuer, name) };
  }

  async function fits(name: string, code: string): Promise<boolean> {
    const factor = await factors.factor(name);
    if (factor === null) return false;
    const typed = code.replace(/\s/g, '');
    if (!/^\d{6}$/.test(typed)) return factors.takeRecoveryCode(name, recoveryDigest(name, typed));
    const key = sealing.open(factor.sealedKey, keyOf(name));
    const step = key === null ? null : stepOf(key, typed, now());
    return step !== null && factors.takeStep(name, step);
  }

  return {
    mode,
    mustHave,

    async stageAfterPassword(account) {
      if (mode === 'off') return 'open';
      if ((await factors.factor(account.name)) !== null) return 'code';
      return mustHave(account.role) ? 'enrolment' : 'open';
    },

    async codesLeft(name) {
      return (await factors.factor(name))?.recoveryDigests.length ?? null;
    },

    offerKey(name) {
      const key = randomBytes(KEY_BYTES);
      return show(name, key, sealing.seal(key, offerOf(name)));
    },

    offeredKey(name, sealedKey) {
      const key = sealing.open(sealedKey, offerOf(name));
      return key === null ? null : show(name, key, sealedKey);
    },

    async enrol(name, sealedKey, code) {
      const key = sealing.open(sealedKey, offerOf(name));
      const lastStep = key === null ? null : stepOf(key, code.replace(/\s/g, ''), now());
      if (key === null || lastStep === null) return null;
      const codes = makeRecoveryCodes(randomBytes);
      const recoveryDigests = codes.map((one) => recoveryDigest(name, one));
      await factors.save(name, { sealedKey: sealing.seal(key, keyOf(name)), lastStep, recoveryDigests });
      return codes;
    },

    async check(name, code) {
      const waitMs = await countTry(staff, codeKey(name), now());
      if (waitMs > 0) return { ok: false, reason: 'throttled', waitMs };
      if (!(await fits(name, code))) return { ok: false, reason: 'wrong' };
      await staff.clearFailures(codeKey(name));
      return { ok: true };
    },

    async renewCodes(name) {
      const codes = makeRecoveryCodes(randomBytes);
      await factors.replaceRecoveryCodes(
        name,
        codes.map((code) => recoveryDigest(name, code)),
      );
      return codes;
    },
  };
}
