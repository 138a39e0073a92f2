import { renderAdminPage } from '../admin-page.tsx';
import { Fact } from '../fact.tsx';
import { Problem } from '../form-parts.tsx';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import type { SignedIn } from '../sessions.ts';
import { ageInWords, durationInWords, momentInWords } from '../time-words.ts';
import { faultInWords } from './fault-words.ts';
import { healthProblems } from './health-problems.ts';
import type { ChannelHealth, Health } from './read-health.ts';

/** How the product does: what needs somebody first, then each part with its numbers. */
export function renderHealthPage(signedIn: SignedIn, health: Health): string {
  const words = wordsIn(signedIn.preferences.language);
  const problems = healthProblems(health, words);
  return renderAdminPage(
    signedIn,
    words.health.title,
    <>
      <div class="panel-head">
        <h1>{words.health.title}</h1>
        <a class="button" href="/staff/health">
          {words.health.refresh}
        </a>
      </div>
      <p class="lead">{words.health.lead(momentInWords(health.at, words.times))}</p>
      {problems.length === 0 ? (
        <p class="notice good">{words.health.allWell}</p>
      ) : (
        <section aria-label={words.health.attention}>
          {problems.map((problem) => (
            <Problem words={problem} key={problem} />
          ))}
        </section>
      )}
      <div class="admin-columns">
        {health.channels.map((channel) => (
          <ChannelPanel channel={channel} at={health.at} key={channel.id} />
        ))}
        <Queue facts={health.facts} />
        <Index index={health.index} />
        <section class="panel" aria-labelledby="store">
          <h2 id="store">{words.health.store.title}</h2>
          <dl class="facts">
            <Fact
              label={words.health.store.state}
              value={health.fault === null ? words.health.store.fine : words.storeFaults[health.fault]}
            />
          </dl>
        </section>
      </div>
    </>,
    { translated: true },
  );
}

function ChannelPanel({ channel, at }: { readonly channel: ChannelHealth; readonly at: number }) {
  const words = useWords();
  const { channel: own, never } = words.health;
  const { id, on, traces } = channel;
  const since = (moment: number | null) => (moment === null ? never : ageInWords(moment, at, words.times));
  const { rests, failuresInARow, lastFault, parked } = traces;
  return (
    <section class="panel" aria-labelledby={`channel-${id}`}>
      <div class="panel-head">
        <h2 id={`channel-${id}`}>{words.channels[id]}</h2>
        <span class={`badge ${on ? 'state-active' : 'state-one-time'}`}>{on ? own.on : own.off}</span>
      </div>
      {on ? (
        <dl class="facts">
          <Fact label={own.lastIn} value={since(traces.lastInAt)} />
          <Fact label={own.lastSent} value={since(traces.lastSentAt)} />
          <Fact
            label={own.sending}
            value={
              rests !== null ? words.healthRests[rests] : failuresInARow > 0 ? own.retries(failuresInARow) : own.sends
            }
          />
          {lastFault === null ? null : (
            <Fact
              label={own.lastFault}
              value={`${ageInWords(lastFault.at, at, words.times)}: ${faultInWords(lastFault.cause, words)}`}
            />
          )}
          {parked === null ? null : (
            <Fact
              label={own.parked}
              value={own.parkedWords(parked.count, parked.code, ageInWords(parked.at, at, words.times))}
            />
          )}
          {channel.tokenDaysLeft === null ? null : (
            <Fact label={own.token} value={own.tokenDays(channel.tokenDaysLeft)} />
          )}
          {id !== 'zalo' ? null : (
            <Fact
              label={own.paid}
              value={
                channel.lastPaid === null
                  ? own.allFree
                  : own.paidWords(channel.lastPaid.quota, ageInWords(channel.lastPaid.at, at, words.times))
              }
            />
          )}
          <Fact label={own.window} value={words.healthWindows[id]} />
        </dl>
      ) : (
        <p class="rule">{own.turnOn(channel.missing)}</p>
      )}
    </section>
  );
}

function Queue({ facts }: Pick<Health, 'facts'>) {
  const words = useWords();
  const { queue } = words.health;
  return (
    <section class="panel" aria-labelledby="queue">
      <h2 id="queue">{queue.title}</h2>
      {facts === null ? (
        <p class="rule">{words.storeFaults.unreachable}</p>
      ) : (
        <dl class="facts">
          <Fact
            label={queue.waiting}
            value={queue.oldest(facts.mail.waiting, durationInWords(facts.mail.oldestMs, words.times))}
          />
          <Fact
            label={queue.pending}
            value={queue.oldest(facts.sending.pending, durationInWords(facts.sending.oldestMs, words.times))}
          />
          <Fact label={queue.parked} value={words.numbers.whole(facts.mail.parked)} />
          <Fact label={queue.tickets} value={words.numbers.whole(facts.tickets.new + facts.tickets.claimed)} />
        </dl>
      )}
    </section>
  );
}

function Index({ index }: Pick<Health, 'index'>) {
  const words = useWords();
  const own = words.health.index;
  return (
    <section class="panel" aria-labelledby="index">
      <h2 id="index">{own.title}</h2>
      <dl class="facts">
        <Fact label={own.built} value={momentInWords(index.builtAt, words.times)} />
        <Fact label={own.size} value={own.sizeWords(index.documents, index.passages)} />
        <Fact label={own.search} value={index.searchesByMeaning ? own.yes : own.no} />
      </dl>
    </section>
  );
}
