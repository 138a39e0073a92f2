import type { PasswordCost } from '../../adapters/console/passwords.ts';

/** Half of the time of the console's tests went into hashes at the cost of the product; one test pins that cost. */
export const CHEAP_PASSWORDS: PasswordCost = { N: 2 ** 8, r: 8, p: 1 };
