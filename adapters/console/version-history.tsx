import type { ComponentChildren } from 'preact';
import type { KeptVersion } from '../../bot/kept-versions.ts';
import { printDay } from '../../knowledge/printed-day.ts';
import { useWords } from './languages/use-words.tsx';
import { momentInWords } from './time-words.ts';

const SHOWN = 10;

/**
 * The newest changes of something, who made them and when.
 * @param children gives the way back to how it was before that change, by the number of the version before
 */
export function VersionHistory(props: {
  readonly versions: readonly KeptVersion[];
  readonly children: (version: KeptVersion, before: number) => ComponentChildren;
}) {
  const { times, versionHistory } = useWords();
  const shown = props.versions.slice(0, SHOWN);
  return (
    <section class="panel" aria-labelledby="history">
      <h2 id="history">{versionHistory.title}</h2>
      {shown.length === 0 ? <p class="rule">{versionHistory.none}</p> : null}
      <ol class="day-list">
        {shown.map((version, index) => (
          <li key={version.number}>
            <span>
              {versionHistory.action(version.action)}: {printDays(versionHistory.subject(version.subject))}
              <span class="rule">
                {' '}
                {version.by}, {momentInWords(version.at, times)}
              </span>
            </span>
            {props.children(version, props.versions[index + 1]?.number ?? 0)}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Days in a subject as people read them: `2026-02-10..2026-02-11` → `10/02/2026 – 11/02/2026`. */
function printDays(subject: string): string {
  return subject.replaceAll(/\d{4}-\d\d-\d\d/g, printDay).replace('..', ' – ');
}
