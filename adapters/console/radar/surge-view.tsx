import type { Surge } from '../../../bot/radar/detect-surges.ts';
import { INCIDENT_STREAM, THANKS } from '../../../bot/radar/streams.ts';
import { HOUR_MS } from '../../../bot/radar/usual-traffic.ts';
import { type Statement, stateOf } from '../../../bot/statements/statement.ts';
import type { ReportChart } from '../../reporting/report-parts.ts';
import { useWords } from '../languages/use-words.tsx';
import { type ConsoleWords, VIETNAMESE } from '../languages/words.ts';
import { FormToken } from '../layout.tsx';
import { mayUse } from '../may-use.ts';
import { ChartFrame } from '../reports/chart-frame.tsx';
import type { SignedIn } from '../sessions.ts';
import { begunStatement, canBeStated } from '../statements/begin-statement.ts';
import { HiddenFields } from '../statements/preview-page.tsx';
import { momentInWords } from '../time-words.ts';
import { streamInWords } from './stream-words.ts';

/** A surge with the hours around it. */
export interface DrawnSurge {
  readonly surge: Surge;
  readonly chart: ReportChart | null;
}

/** What holding the assistant's answers on a surge goes by. */
export interface Holding {
  readonly signedIn: SignedIn;
  readonly statements: readonly Statement[];
  /** Number of the newest version of the statements. */
  readonly seen: number;
  readonly now: number;
}

/** One surge: the evidence, its turns, and the words that hold the assistant's answers on it with one press. */
export function SurgeView({ surge, chart, holding }: DrawnSurge & { readonly holding: Holding }) {
  const words = useWords();
  const { stream, from, seenAt, chance } = surge;
  const ofSchools = stream.startsWith(INCIDENT_STREAM);
  const query = new URLSearchParams({ stream, from: String(from), until: String(seenAt) });
  return (
    <article class="surge">
      <h3>
        {streamInWords(stream, words)} <span class="rule">{momentInWords(seenAt, words.times)}</span>{' '}
        {stream === THANKS ? <span class="badge state-active">{words.radar.good}</span> : null}
      </h3>
      <p>
        {evidenceOf(surge, words)} {words.radar.chance(words.numbers.whole(rarityOf(chance)))}
      </p>
      {chart === null ? null : <ChartFrame chart={chart} />}
      <p class="actions">
        {ofSchools ? (
          <a class="button" href="/staff/incidents">
            {words.radar.incidents}
          </a>
        ) : (
          <a class="button" href={`/staff/radar/rows?${query}`}>
            {words.radar.turns}
          </a>
        )}
        {ofSchools || stream === THANKS ? null : (
          <a class="button" href={`/staff/statements/new?${new URLSearchParams({ stream })}`}>
            {words.radar.hold}
          </a>
        )}
      </p>
      {stream !== THANKS && canBeStated(stream) ? <HoldAtOnce surge={surge} holding={holding} /> : null}
    </article>
  );
}

/** Holds the assistant's answers with the words proposed; a spokesperson lets them out, others hand them to one. */
function HoldAtOnce({ surge, holding }: { readonly surge: Surge; readonly holding: Holding }) {
  const words = useWords();
  const { signedIn, statements, seen, now } = holding;
  const written = begunStatement(
    'holding',
    { stream: surge.stream, rumour: null, why: `Radar: ${evidenceOf(surge, VIETNAMESE)}` },
    Math.ceil(now / HOUR_MS) * HOUR_MS,
  );
  const isHeld = statements.some(
    (one) =>
      one.kind === 'holding' &&
      one.stream === written.stream &&
      one.phrases.join() === written.phrases.join() &&
      ['draft', 'said'].includes(stateOf(one, now)),
  );
  if (isHeld) return <p class="rule">{words.radar.held}</p>;
  const mayRelease = mayUse(signedIn, 'POST /staff/statements/:id/release');
  return (
    <form method="post" action="/staff/statements" autocomplete="off">
      <FormToken signedIn={signedIn} />
      <input type="hidden" name="seen" value={seen} autocomplete="off" />
      <HiddenFields written={written} />
      <button class="button button-primary" type="submit" name={mayRelease ? 'release' : 'draft'} value="1">
        {mayRelease ? words.radar.holdNow : words.radar.holdAsk}
      </button>
      <details class="advice-details" data-key={`hold ${surge.stream} ${surge.seenAt}`}>
        <summary>{words.radar.holdWords(momentInWords(written.until, words.times))}</summary>
        <p class="said" lang="vi">
          {written.text}
        </p>
      </details>
    </form>
  );
}

function evidenceOf({ stream, people, expected, from, seenAt }: Surge, words: ConsoleWords): string {
  const say = stream.startsWith(INCIDENT_STREAM) ? words.radar.schoolSurge : words.radar.surge;
  return say(people, Math.round((seenAt - from) / 60_000), words.numbers.tenths(expected));
}

/** One in how many, in powers of ten that people have a word for. */
function rarityOf(chance: number): number {
  return 10 ** Math.min(9, Math.max(1, Math.floor(-Math.log10(chance))));
}
