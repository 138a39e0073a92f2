/** Web visitors all write to the one account of this installation. */
export const WEB_ACCOUNT = 'web';
