import { createHash } from 'node:crypto';
import type { CorrectionCounts, RuleCorrection } from '../../../bot/corrections/correction.ts';
import type { ToldPerson } from '../../../bot/corrections/people.ts';
import { useWords } from '../languages/use-words.tsx';
import { TableHead } from '../table-head.tsx';
import { momentInWords } from '../time-words.ts';

/** A longer list is for nobody's eyes; the counts have everybody. */
const MOST_SHOWN = 200;

/** How many were told the old rule, and what became of the correction for them. */
export function CorrectionReport({ counts }: { readonly counts: CorrectionCounts }) {
  const words = useWords();
  const { title, ...names } = words.corrections.report;
  const rows = Object.keys(names) as (keyof typeof names)[]; // keys of a record by those keys
  return (
    <section class="panel" aria-labelledby="report">
      <h2 id="report">{title}</h2>
      <dl class="facts promises">
        {rows.map((name) => (
          <div key={name}>
            <dt>{names[name]}</dt>
            <dd>{words.corrections.people(counts[name])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Who was told the old rule, by a code that names nobody: when, in which channel, and how the correction gets to them. */
export function ToldPeople(props: { readonly correction: RuleCorrection; readonly people: readonly ToldPerson[] }) {
  const words = useWords();
  const { correction, people } = props;
  const columns = words.corrections.toldColumns;
  const addressOf = (index: number) => correction.changes[index]?.told.address ?? '';
  return (
    <section class="panel" aria-labelledby="told">
      <h2 id="told">{words.corrections.told}</h2>
      {people.length === 0 ? <p>{words.corrections.nobody}</p> : <p class="rule">{words.corrections.toldRule}</p>}
      {people.length === 0 ? null : (
        <table class="users audit">
          <TableHead columns={columns} />
          <tbody>
            {people.slice(0, MOST_SHOWN).map((person) => (
              <tr key={person.conversationId}>
                <th scope="row">{codeOf(person.conversationId)}</th>
                <td data-column={columns.channel}>{words.channels[person.channel]}</td>
                <td data-column={columns.told}>{momentInWords(person.lastAt, words.times)}</td>
                <td data-column={columns.passages} lang="vi">
                  {person.passages.map(addressOf).join('; ')}
                </td>
                <td data-column={columns.standing}>{words.personStandings[person.standing]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {people.length > MOST_SHOWN ? <p class="rule">{words.corrections.more(people.length - MOST_SHOWN)}</p> : null}
    </section>
  );
}

/** The same six signs for the same citizen, from which nobody reads who it is. */
function codeOf(conversationId: string): string {
  return createHash('sha256').update(conversationId).digest('hex').slice(0, 6).toUpperCase();
}
