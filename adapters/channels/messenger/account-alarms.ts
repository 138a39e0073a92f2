import type { InboundAlarm } from '../inbound.ts';

/** A limit of the whole Page as staff and operators are told of it. */
export interface AccountAlarm {
  /** Stable: label of the metric and of the log line. */
  readonly code: string;
  /** Vietnamese: what happened and what to do. */
  readonly text: string;
}

const HOUR_MS = 3_600_000;

/** The Page's own conversation, in which staff find what Meta tells about it. */
const PAGE_ITSELF = 'page';

/** An alarm as an event. The key tells alarms apart that must not be taken for one. */
export function alarmEvent(
  alarm: AccountAlarm & { readonly over: boolean },
  { key, pageId, at }: { readonly key: string; readonly pageId: string; readonly at: number },
): InboundAlarm {
  return { kind: 'alarm', key, accountId: pageId, at, citizenId: PAGE_ITSELF, ...alarm };
}

/** A refusal of the Send API as an event: however many messages meet it, once an hour. */
export function refusalEvent(alarm: AccountAlarm, pageId: string, now: number): InboundAlarm {
  const key = `alarm:${alarm.code}:${Math.floor(now / HOUR_MS)}`;
  return alarmEvent({ ...alarm, over: false }, { key, pageId, at: now });
}
