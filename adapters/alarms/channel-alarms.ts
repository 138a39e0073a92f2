import type { AccountLimitedAlarm, ZaloTokenAlarm } from '../../bot/ports/alarms.ts';
import type { ChannelId } from '../../bot/ports/channel.ts';

/** Codes under which messages still leave; every other one, also one we do not know, may silence the channel. */
const CAN_WAIT: ReadonlySet<string> = new Set([
  'MESSENGER_POLICY_WARNING',
  'MESSENGER_POLICY_NOTICE',
  'MESSENGER_POLICY_UNBLOCK',
  'MESSENGER_APP_NOT_APPROVED',
]);

/** A limit of our account on a platform; each code of a channel is one matter. */
export function accountAlarm(channel: ChannelId, code: string, at: number): AccountLimitedAlarm {
  return {
    kind: 'account-limited',
    severity: CAN_WAIT.has(code) ? 'warning' : 'urgent',
    key: `account-limited:${channel}:${code}`,
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
