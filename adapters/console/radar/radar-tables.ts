import type { ReportTurn } from '../../../bot/ports/report-rows.ts';
import { COUNTED_KINDS, type TrafficCounts } from '../../../bot/radar/traffic-counts.ts';
import { maskPersonalData } from '../../../knowledge/personal-data/find-personal-data.ts';
import { VIETNAMESE } from '../languages/words.ts';
import { momentInWords } from '../time-words.ts';
import { streamInWords } from './stream-words.ts';

/** Tables that leave the console are Vietnamese, whoever takes them. */
const { radar, reports, channels, topics, outcomes, times } = VIETNAMESE;

type Line = readonly (string | number)[];

/** What is counted on the radar as lines of a table, the heads first: every stream, not only those that the page shows. */
export async function* countRows({ streams }: TrafficCounts): AsyncGenerator<Line> {
  const { name, turns, people, before } = radar.traffic.columns;
  yield [radar.traffic.kind, name, turns, people, before];
  for (const kind of COUNTED_KINDS) {
    for (const one of streams[kind]) {
      yield [radar.traffic.kinds[kind], streamInWords(one.stream, VIETNAMESE), one.turns, one.people, one.before];
    }
  }
}

/** Turns without a name, with masked words, as lines of a table, the heads first. */
export async function* turnRows(turns: AsyncIterable<ReportTurn>, most: number): AsyncGenerator<Line> {
  const { columns, erased, noTopic } = reports.rows;
  yield [columns.at, columns.channel, columns.topic, columns.outcome, columns.question];
  let given = 0;
  for await (const { at, channel, topic, outcome, question } of turns) {
    if (given === most) return;
    given += 1;
    yield [
      momentInWords(at, times),
      channel === null ? erased : channels[channel],
      topic === null ? noTopic : topics[topic],
      outcomes[outcome],
      maskPersonalData(question),
    ];
  }
}
