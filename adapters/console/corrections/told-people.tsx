import { createHash } from 'node:crypto';
import type { CorrectionCounts, RuleCorrection } from '../../../bot/corrections/correction.ts';
import type { ToldPerson } from '../../../bot/corrections/people.ts';
import { TableHead } from '../table-head.tsx';
import { momentInWords } from '../time-words.ts';
import { CHANNELS, CORRECTIONS, PERSON_STANDINGS } from './vietnamese.ts';

/** A longer list is for nobody's eyes; the counts have everybody. */
const MOST_SHOWN = 200;

/** How many were told the old rule, and what became of the correction for them. */
export function CorrectionReport({ counts }: { readonly counts: CorrectionCounts }) {
  const { title, ...names } = CORRECTIONS.report;
  const rows = Object.keys(names) as (keyof typeof names)[]; // keys of a record by those keys
  return (
    <section class="panel" aria-labelledby="report">
      <h2 id="report">{title}</h2>
      <dl class="facts promises">
        {rows.map((name) => (
          <div key={name}>
            <dt>{names[name]}</dt>
            <dd>{CORRECTIONS.people(counts[name])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Who was told the old rule, by a code that names nobody: when, in which channel, and how the correction gets to them. */
export function ToldPeople(props: { readonly correction: RuleCorrection; readonly people: readonly ToldPerson[] }) {
  const { correction, people } = props;
  const columns = CORRECTIONS.toldColumns;
  const addressOf = (index: number) => correction.changes[index]?.told.address ?? '';
  return (
    <section class="panel" aria-labelledby="told">
      <h2 id="told">{CORRECTIONS.told}</h2>
      {people.length === 0 ? <p>{CORRECTIONS.nobody}</p> : <p class="rule">{CORRECTIONS.toldRule}</p>}
      {people.length === 0 ? null : (
        <table class="users audit">
          <TableHead columns={columns} />
          <tbody>
            {people.slice(0, MOST_SHOWN).map((person) => (
              <tr key={person.conversationId}>
                <th scope="row">{codeOf(person.conversationId)}</th>
                <td data-column={columns.channel}>{CHANNELS[person.channel]}</td>
                <td data-column={columns.told}>{momentInWords(person.lastAt)}</td>
                <td data-column={columns.passages}>{person.passages.map(addressOf).join('; ')}</td>
                <td data-column={columns.standing}>{PERSON_STANDINGS[person.standing]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {people.length > MOST_SHOWN ? <p class="rule">{CORRECTIONS.more(people.length - MOST_SHOWN)}</p> : null}
    </section>
  );
}

/** The same six signs for the same citizen, from which nobody reads who it is. */
function codeOf(conversationId: string): string {
  return createHash('sha256').update(conversationId).digest('hex').slice(0, 6).toUpperCase();
}
