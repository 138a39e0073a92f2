import { failureInWords } from '../../alarms/failure-words.ts';
import { openAlarmWays } from '../../alarms/open-ways.ts';
import { TRIAL } from '../../alarms/vietnamese.ts';
import type { Check, RunChecks } from './check.ts';

/** Looks whether the duty officer can be woken: logs in to the mail server, knocks at the webhook, and tells nobody. */
export const alarmChecks: RunChecks = async ({ alarms, publicUrl }, { fetch }) => {
  const ways = openAlarmWays(alarms, fetch);
  if (ways.length === 0) return [{ name: 'Cài đặt', ok: null, advice: TRIAL.unset }];
  const servers = await Promise.all(
    ways.map(async ({ recipients, probe }): Promise<Check> => {
      const name = TRIAL.servers[recipients[0]?.way ?? 'webhook'];
      const failure = await probe();
      return { name, ok: failure === null, advice: failure === null ? '' : failureInWords(failure) };
    }),
  );
  return [
    ...servers,
    ...(alarms.webhook?.secret === null ? [{ name: TRIAL.signature, ok: null, advice: TRIAL.unsigned }] : []),
    ...(publicUrl === null ? [{ name: TRIAL.link, ok: null, advice: TRIAL.noLink }] : []),
    { name: TRIAL.recipients, ok: null, advice: TRIAL.tryOut },
  ];
};
