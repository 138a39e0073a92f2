import {
  COUNTED_HOURS,
  COUNTED_KINDS,
  type CountedKind,
  type CountedPeriod,
  type StreamCount,
  type TrafficCounts,
} from '../../../bot/radar/traffic-counts.ts';
import { HOUR_MS } from '../../../bot/radar/usual-traffic.ts';
import { hourInVietnam } from '../../../knowledge/vietnam-day.ts';
import type { ReportChart } from '../../reporting/report-parts.ts';
import { useWords } from '../languages/use-words.tsx';
import type { ConsoleWords } from '../languages/words.ts';
import { ChartFrame } from '../reports/chart-frame.tsx';
import { TableHead } from '../table-head.tsx';
import { dayInWords } from '../time-words.ts';
import { streamInWords } from './stream-words.ts';

const PERIODS = Object.keys(COUNTED_HOURS) as readonly CountedPeriod[]; // keys of a record by those keys
/** Streams of a kind that the page shows; the exported table has all. */
const MOST_SHOWN = 8;
const HOURS_A_BAR = { day: 1, week: 24 } as const satisfies Record<CountedPeriod, number>;

/** How much is written now, by matter, topic and place; each number leads to its messages. */
export function TrafficPart({ counts, period }: { readonly counts: TrafficCounts; readonly period: CountedPeriod }) {
  const words = useWords();
  const { traffic } = words.radar;
  const { whole } = words.numbers;
  return (
    <section class="panel" aria-labelledby="radar-traffic" data-live="radar-traffic">
      <h2 id="radar-traffic">{traffic.title}</h2>
      <nav class="actions paging" aria-label={traffic.title}>
        {PERIODS.map((one) => (
          <a class="button" key={one} href={periodAddress(one)} aria-current={one === period ? 'page' : undefined}>
            {traffic.periods[one]}
          </a>
        ))}
        <a class="button" href={`/staff/radar/export?${new URLSearchParams({ period })}`}>
          {traffic.export}
        </a>
      </nav>
      <p>{traffic.sum(whole(counts.turns), whole(counts.people), whole(counts.before))}</p>
      {counts.turns === 0 ? null : <ChartFrame chart={chartOf(counts, period, words)} />}
      <div class="admin-columns">
        {COUNTED_KINDS.map((kind) => (
          <StreamTable key={kind} kind={kind} counts={counts} />
        ))}
      </div>
    </section>
  );
}

/** The address of the radar with another stretch of time. */
function periodAddress(period: CountedPeriod): string {
  return `/staff/radar?${new URLSearchParams({ period })}`;
}

function StreamTable({ kind, counts }: { readonly kind: CountedKind; readonly counts: TrafficCounts }) {
  const words = useWords();
  const { traffic } = words.radar;
  const streams = counts.streams[kind].slice(0, MOST_SHOWN);
  return (
    <section class="traffic" aria-label={traffic.kinds[kind]}>
      <h3>{traffic.kinds[kind]}</h3>
      {streams.length === 0 ? (
        <p class="rule">{traffic.none}</p>
      ) : (
        <table class="counts">
          <TableHead columns={traffic.columns} />
          <tbody>
            {streams.map((one) => (
              <StreamRow key={one.stream} one={one} counts={counts} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function StreamRow({ one, counts }: { readonly one: StreamCount; readonly counts: TrafficCounts }) {
  const words = useWords();
  const { columns } = words.radar.traffic;
  const { stream, turns, people, before } = one;
  const query = new URLSearchParams({ stream, from: String(counts.from), until: String(counts.until) });
  return (
    <tr>
      <th scope="row">
        <a href={`/staff/radar/rows?${query}`}>{streamInWords(stream, words)}</a>
      </th>
      <td class="figure" data-column={columns.turns}>
        {words.numbers.whole(turns)}
      </td>
      <td class="figure" data-column={columns.people}>
        {words.numbers.whole(people)}
      </td>
      <td class="figure" data-column={columns.before}>
        {words.numbers.whole(before)}
      </td>
    </tr>
  );
}

function chartOf({ from, hours }: TrafficCounts, period: CountedPeriod, words: ConsoleWords): ReportChart {
  const width = HOURS_A_BAR[period];
  const { radar, numbers } = words;
  return {
    title: radar.traffic.chart[period],
    upright: true,
    bars: Array.from({ length: hours.length / width }, (_, index) => {
      const value = hours.slice(index * width, (index + 1) * width).reduce((sum, turns) => sum + turns, 0);
      const begin = from + index * width * HOUR_MS;
      const label = width === 1 ? String(hourInVietnam(begin)) : dayInWords(begin + (width - 1) * HOUR_MS).slice(0, 5);
      return { label, value, shown: numbers.whole(value) };
    }),
  };
}
