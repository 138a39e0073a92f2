import type { Command } from 'commander';
import { testAlarm } from '../../bot/raised-alarms.ts';
import type { Attempt } from '../alarms/alarm-way.ts';
import { composeMessage } from '../alarms/compose-message.ts';
import { failureInWords, recipientInWords } from '../alarms/failure-words.ts';
import { openAlarmWays } from '../alarms/open-ways.ts';
import { TRIAL } from '../alarms/vietnamese.ts';
import type { Config } from '../config.ts';

/** What the commands need of the program. */
export interface AlarmSurroundings {
  readonly config: () => Config;
  readonly print: (text: string) => void;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Makes the program end with status 1. */
  readonly fail: () => void;
}

/** Adds `alarm test`: tells everybody set once, and prints for each what happened. Fails when nobody was reached. */
export function addAlarmCommands(admin: Command, { config, print, fetch, now, fail }: AlarmSurroundings): void {
  const alarm = admin.command('alarm').description('Cảnh báo người trực');
  alarm
    .command('test')
    .description('Gửi một cảnh báo thử tới mọi người nhận và in kết quả của từng người')
    .action(async () => {
      const { alarms, publicUrl } = config();
      const message = composeMessage(testAlarm(now()), publicUrl);
      const neverStopped = new AbortController().signal;
      const ways = openAlarmWays(alarms, fetch);
      if (ways.length === 0) print(`✘ ${TRIAL.unset}`);
      const attempts = await Promise.all(ways.map((way) => way.attempt(message, way.recipients, neverStopped)));
      for (const attempt of attempts.flat()) print(printAttempt(attempt));
      if (!attempts.flat().some(({ failure }) => failure === null)) fail();
    });
}

function printAttempt({ to, failure }: Attempt): string {
  return failure === null
    ? `✔ ${recipientInWords(to)}: ${TRIAL.taken[to.way]}`
    : `✘ ${recipientInWords(to)}: ${failureInWords(failure)}`;
}
