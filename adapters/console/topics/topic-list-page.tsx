import { SWITCHABLE_TOPICS, TOPIC_REPLIES, type TopicSettings } from '../../../bot/topic-settings.ts';
import type { Topic } from '../../../bot/topics.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { TOPICS } from '../vietnamese.ts';
import { REPLY_TITLES, TOPIC_PAGES } from './vietnamese.ts';

/** Every topic with its replies, and the switch of those that have one. */
export function renderTopicListPage(page: {
  readonly signedIn: SignedIn;
  readonly settings: TopicSettings;
  readonly seen: number;
  readonly done: keyof typeof TOPIC_PAGES.notices | null;
}): string {
  const topics = Object.keys(TOPIC_REPLIES) as Topic[]; // its keys
  return renderAdminPage(
    page.signedIn,
    TOPIC_PAGES.title,
    <>
      <h1>{TOPIC_PAGES.title}</h1>
      <p class="lead">{TOPIC_PAGES.lead}</p>
      <DoneNotice done={page.done} />
      <div class="admin-columns">
        {topics.map((topic) => (
          <section class="panel" aria-labelledby={`topic-${topic}`} key={topic}>
            <div class="panel-head">
              <h2 id={`topic-${topic}`}>{TOPICS[topic]}</h2>
              <TopicState topic={topic} settings={page.settings} />
            </div>
            <ul class="day-list">
              {TOPIC_REPLIES[topic].map((id) => (
                <li key={id}>
                  <a href={`/staff/topics/${id}`}>{REPLY_TITLES[id] ?? id}</a>
                  {page.settings.replies[id] === undefined ? null : (
                    <span class="badge present">{TOPIC_PAGES.own}</span>
                  )}
                </li>
              ))}
            </ul>
            <TopicSwitch page={page} topic={topic} />
          </section>
        ))}
      </div>
    </>,
  );
}

/** What became of the change before this page. */
export function DoneNotice({ done }: { readonly done: keyof typeof TOPIC_PAGES.notices | null }) {
  return done === null ? null : (
    <p class={`notice ${done === 'stale' ? 'bad' : 'good'}`} role={done === 'stale' ? 'alert' : 'status'}>
      {TOPIC_PAGES.notices[done]}
    </p>
  );
}

function TopicState({ topic, settings }: { readonly topic: Topic; readonly settings: TopicSettings }) {
  if (settings.off.includes(topic)) return <span class="badge state-one-time">{TOPIC_PAGES.off}</span>;
  return <span class="badge state-active">{isSwitchable(topic) ? TOPIC_PAGES.on : TOPIC_PAGES.fixed}</span>;
}

/** Stands behind a summary that says what follows, so that nothing is switched by one slip. */
function TopicSwitch(props: { readonly page: Parameters<typeof renderTopicListPage>[0]; readonly topic: Topic }) {
  const { page, topic } = props;
  if (!isSwitchable(topic)) return <p class="rule">{TOPIC_PAGES.whyFixed}</p>;
  const to = page.settings.off.includes(topic) ? 'on' : 'off';
  const words = to === 'off' ? TOPIC_PAGES.turnOff : TOPIC_PAGES.turnOn;
  return (
    <details class="advice-details">
      <summary>{words}</summary>
      <form method="post" action="/staff/topics/switch">
        <p class="rule">{to === 'off' ? TOPIC_PAGES.effectOff : TOPIC_PAGES.effectOn}</p>
        <FormToken signedIn={page.signedIn} />
        <input type="hidden" name="seen" value={page.seen} autocomplete="off" />
        <input type="hidden" name="topic" value={topic} autocomplete="off" />
        <input type="hidden" name="to" value={to} autocomplete="off" />
        <button class="button" type="submit" aria-label={`${words}: ${TOPICS[topic]}`}>
          {words}
        </button>
      </form>
    </details>
  );
}

function isSwitchable(topic: Topic): boolean {
  return SWITCHABLE_TOPICS.some((one) => one === topic);
}
