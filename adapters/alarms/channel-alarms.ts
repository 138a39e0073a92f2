import type { AccountLimitedAlarm, ZaloTokenAlarm } from '../../bot/ports/alarms.ts';
import type { ChannelId } from '../../bot/ports/channel.ts';

/** Codes under which messages still leave; every other one, also one we do not know, may silence the channel. */
const CAN_WAIT: ReadonlySet<string> = new Set([
  'MESSENGER_POLICY_WARNING',
  'MESSENGER_POLICY_NOTICE',
  'MESSENGER_POLICY_UNBLOCK',
  'MESSENGER_APP_NOT_APPROVED',
]);

/** Told once, when it happens; a block after an unblock is a new one, however soon. */
const TOLD_ONCE = /^MESSENGER_POLICY_/;

/**
 * A limit of our account on a platform. What the platform refuses again and again is one matter for each code, what it
 * announces is a matter each time.
 */
export function accountAlarm(channel: ChannelId, code: string, at: number): AccountLimitedAlarm {
  return {
    kind: 'account-limited',
    severity: CAN_WAIT.has(code) ? 'warning' : 'urgent',
    key: `account-limited:${channel}:${code}${TOLD_ONCE.test(code) ? `:${at}` : ''}`,
    at,
    channel,
    code,
  };
}

/** The Zalo refresh token nears its end: each number of whole days left is one matter. */
export function zaloTokenAlarm(daysLeft: number, at: number): ZaloTokenAlarm {
  return {
    kind: 'zalo-token-ending',
    severity: daysLeft === 0 ? 'urgent' : 'warning',
    key: `zalo-token-ending:${daysLeft}`,
    at,
    daysLeft,
  };
}
