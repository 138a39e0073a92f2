import type { ReplyId } from '../../../bot/policy/replies.ts';
import { SWITCHABLE_TOPICS, TOPIC_REPLIES, type TopicSettings } from '../../../bot/topic-settings.ts';
import type { Topic } from '../../../bot/topics.ts';
import type { KeptKind } from '../../kept/kept-catalogue.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { useWords } from '../languages/use-words.tsx';
import type { ConsoleWords } from '../languages/words.ts';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { UnreadableNotice } from '../unreadable-notice.tsx';
import type { TOPIC_PAGES } from './vietnamese.ts';

/** Every topic with its replies, and the switch of those that have one. */
export function renderTopicListPage(page: {
  readonly signedIn: SignedIn;
  readonly settings: TopicSettings;
  readonly unreadable: readonly KeptKind[];
  readonly seen: number;
  readonly done: keyof typeof TOPIC_PAGES.notices | null;
}): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const topics = Object.keys(TOPIC_REPLIES) as Topic[]; // its keys
  return renderAdminPage(
    page.signedIn,
    words.topicPages.title,
    <>
      <h1>{words.topicPages.title}</h1>
      <p class="lead">{words.topicPages.lead}</p>
      <UnreadableNotice kinds={page.unreadable} />
      <DoneNotice done={page.done} />
      <div class="admin-columns">
        {topics.map((topic) => (
          <section class="panel" aria-labelledby={`topic-${topic}`} key={topic}>
            <div class="panel-head">
              <h2 id={`topic-${topic}`}>{words.topics[topic]}</h2>
              <TopicState topic={topic} settings={page.settings} />
            </div>
            <ul class="day-list">
              {TOPIC_REPLIES[topic].map((id) => (
                <li key={id}>
                  <a href={`/staff/topics/${id}`}>{replyTitle(id, words)}</a>
                  {page.settings.replies[id] === undefined ? null : (
                    <span class="badge present">{words.topicPages.own}</span>
                  )}
                </li>
              ))}
            </ul>
            <TopicSwitch page={page} topic={topic} />
          </section>
        ))}
      </div>
    </>,
    { translated: true },
  );
}

/** What a fixed reply is called. */
export function replyTitle(id: ReplyId, words: ConsoleWords): string {
  const titles: Readonly<Partial<Record<ReplyId, string>>> = words.fixedReplies;
  return titles[id] ?? id;
}

/** What became of the change before this page. */
export function DoneNotice({ done }: { readonly done: keyof typeof TOPIC_PAGES.notices | null }) {
  const words = useWords();
  return done === null ? null : (
    <p class={`notice ${done === 'stale' ? 'bad' : 'good'}`} role={done === 'stale' ? 'alert' : 'status'}>
      {words.topicPages.notices[done]}
    </p>
  );
}

function TopicState({ topic, settings }: { readonly topic: Topic; readonly settings: TopicSettings }) {
  const words = useWords();
  if (settings.off.includes(topic)) return <span class="badge state-one-time">{words.topicPages.off}</span>;
  return <span class="badge state-active">{isSwitchable(topic) ? words.topicPages.on : words.topicPages.fixed}</span>;
}

/** Stands behind a summary that says what follows, so that nothing is switched by one slip. */
function TopicSwitch(props: { readonly page: Parameters<typeof renderTopicListPage>[0]; readonly topic: Topic }) {
  const words = useWords();
  const { page, topic } = props;
  if (!isSwitchable(topic)) return <p class="rule">{words.topicPages.whyFixed}</p>;
  const to = page.settings.off.includes(topic) ? 'on' : 'off';
  const turn = to === 'off' ? words.topicPages.turnOff : words.topicPages.turnOn;
  return (
    <details class="advice-details">
      <summary>{turn}</summary>
      <form method="post" action="/staff/topics/switch">
        <p class="rule">{to === 'off' ? words.topicPages.effectOff : words.topicPages.effectOn}</p>
        <FormToken signedIn={page.signedIn} />
        <input type="hidden" name="seen" value={page.seen} autocomplete="off" />
        <input type="hidden" name="topic" value={topic} autocomplete="off" />
        <input type="hidden" name="to" value={to} autocomplete="off" />
        <button class="button" type="submit" aria-label={`${turn}: ${words.topics[topic]}`}>
          {turn}
        </button>
      </form>
    </details>
  );
}

function isSwitchable(topic: Topic): boolean {
  return SWITCHABLE_TOPICS.some((one) => one === topic);
}
