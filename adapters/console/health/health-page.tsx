import { renderAdminPage } from '../admin-page.tsx';
import { Problem } from '../form-parts.tsx';
import type { SignedIn } from '../sessions.ts';
import { ageInWords, durationInWords, momentInWords } from '../time-words.ts';
import { CHANNELS } from '../vietnamese.ts';
import { healthProblems } from './health-problems.ts';
import type { ChannelHealth, Health } from './read-health.ts';
import { FAULTS, HEALTH, RESTS, WINDOWS } from './vietnamese.ts';

/** How the product does: what needs somebody first, then each part with its numbers. */
export function renderHealthPage(signedIn: SignedIn, health: Health): string {
  const problems = healthProblems(health);
  return renderAdminPage(
    signedIn,
    HEALTH.title,
    <>
      <div class="panel-head">
        <h1>{HEALTH.title}</h1>
        <a class="button" href="/staff/health">
          {HEALTH.refresh}
        </a>
      </div>
      <p class="lead">{HEALTH.lead(momentInWords(health.at))}</p>
      {problems.length === 0 ? (
        <p class="notice good">{HEALTH.allWell}</p>
      ) : (
        <section aria-label={HEALTH.attention}>
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
          <h2 id="store">{HEALTH.store.title}</h2>
          <dl class="facts">
            <Fact label={HEALTH.store.state} value={health.fault === null ? HEALTH.store.fine : FAULTS[health.fault]} />
          </dl>
        </section>
      </div>
    </>,
  );
}

function ChannelPanel({ channel, at }: { readonly channel: ChannelHealth; readonly at: number }) {
  const words = HEALTH.channel;
  const { id, on, traces } = channel;
  const since = (moment: number | null) => (moment === null ? HEALTH.never : ageInWords(moment, at));
  const { rests, failuresInARow, lastFault, parked } = traces;
  return (
    <section class="panel" aria-labelledby={`channel-${id}`}>
      <div class="panel-head">
        <h2 id={`channel-${id}`}>{CHANNELS[id]}</h2>
        <span class={`badge ${on ? 'state-active' : 'state-one-time'}`}>{on ? words.on : words.off}</span>
      </div>
      {on ? (
        <dl class="facts">
          <Fact label={words.lastIn} value={since(traces.lastInAt)} />
          <Fact label={words.lastSent} value={since(traces.lastSentAt)} />
          <Fact
            label={words.sending}
            value={rests !== null ? RESTS[rests] : failuresInARow > 0 ? words.retries(failuresInARow) : words.sends}
          />
          {lastFault === null ? null : (
            <Fact label={words.lastFault} value={`${ageInWords(lastFault.at, at)}: ${lastFault.cause}`} />
          )}
          {parked === null ? null : (
            <Fact
              label={words.parked}
              value={words.parkedWords(parked.count, parked.code, ageInWords(parked.at, at))}
            />
          )}
          {channel.tokenDaysLeft === null ? null : (
            <Fact label={words.token} value={words.tokenDays(channel.tokenDaysLeft)} />
          )}
          {id !== 'zalo' ? null : (
            <Fact
              label={words.paid}
              value={
                channel.lastPaid === null
                  ? words.allFree
                  : words.paidWords(channel.lastPaid.quota, ageInWords(channel.lastPaid.at, at))
              }
            />
          )}
          <Fact label={words.window} value={WINDOWS[id]} />
        </dl>
      ) : (
        <p class="rule">{words.turnOn(channel.missing)}</p>
      )}
    </section>
  );
}

function Queue({ facts }: Pick<Health, 'facts'>) {
  const { queue } = HEALTH;
  return (
    <section class="panel" aria-labelledby="queue">
      <h2 id="queue">{queue.title}</h2>
      {facts === null ? (
        <p class="rule">{FAULTS.unreachable}</p>
      ) : (
        <dl class="facts">
          <Fact label={queue.waiting} value={queue.oldest(facts.mail.waiting, durationInWords(facts.mail.oldestMs))} />
          <Fact
            label={queue.pending}
            value={queue.oldest(facts.sending.pending, durationInWords(facts.sending.oldestMs))}
          />
          <Fact label={queue.parked} value={facts.mail.parked.toLocaleString('vi-VN')} />
          <Fact label={queue.tickets} value={(facts.tickets.new + facts.tickets.claimed).toLocaleString('vi-VN')} />
        </dl>
      )}
    </section>
  );
}

function Index({ index }: Pick<Health, 'index'>) {
  const words = HEALTH.index;
  return (
    <section class="panel" aria-labelledby="index">
      <h2 id="index">{words.title}</h2>
      <dl class="facts">
        <Fact label={words.built} value={momentInWords(index.builtAt)} />
        <Fact label={words.size} value={words.sizeWords(index.documents, index.passages)} />
        <Fact label={words.search} value={index.searchesByMeaning ? words.yes : words.no} />
      </dl>
    </section>
  );
}

function Fact(props: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}
