import type { SwitchState } from '../../bot/bot-switch.ts';
import { useWords } from './languages/use-words.tsx';
import { wordsIn } from './languages/words-in.ts';
import { FormToken, renderConsolePage } from './layout.tsx';
import type { SignedIn } from './sessions.ts';
import { momentInWords } from './time-words.ts';
import { UnreadableNotice } from './unreadable-notice.tsx';
import type { NOTICES } from './vietnamese.ts';

/** The page of the switch that silences the bot. `asked`: what to confirm now; `null`: nothing yet. */
export function renderSwitchPage(page: {
  readonly signedIn: SignedIn;
  readonly state: SwitchState;
  /** Display name of who threw it last. */
  readonly by: string | null;
  readonly asked: 'off' | 'on' | null;
  readonly notice: keyof typeof NOTICES | null;
}): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { state, asked } = page;
  const to = state.off ? 'on' : 'off';
  return renderConsolePage({
    title: words.botSwitch.title,
    signedIn: page.signedIn,
    unread: 0,
    notice: page.notice,
    live: false,
    part: null,
    translated: true,
    children: (
      <div class="panel narrow">
        <h1>{words.botSwitch.title}</h1>
        <UnreadableNotice kinds={state.unreadable ? ['switch'] : []} />
        <p class={`notice ${state.off ? 'bad' : 'good'}`}>{state.off ? words.botSwitch.off : words.botSwitch.on}</p>
        {state.thrown === null ? null : (
          <dl class="facts">
            <div>
              <dt>{words.botSwitch.by}</dt>
              <dd>{page.by ?? state.thrown.by}</dd>
            </div>
            <div>
              <dt>{words.botSwitch.at}</dt>
              <dd>{momentInWords(state.thrown.at, words.times)}</dd>
            </div>
            <div class="long">
              <dt>{words.botSwitch.reason}</dt>
              <dd lang="vi">{state.thrown.reason}</dd>
            </div>
          </dl>
        )}
        {asked === to ? (
          <form method="post" action="/staff/switch" autocomplete="off">
            <h2>{words.botSwitch.confirm[to].title}</h2>
            <p class="lead">{words.botSwitch.confirm[to].effect}</p>
            <FormToken signedIn={page.signedIn} />
            <input type="hidden" name="to" value={to} autocomplete="off" />
            <label for="reason">{words.botSwitch.reason}</label>
            <textarea
              id="reason"
              name="reason"
              rows={2}
              required
              maxLength={300}
              aria-describedby="reason-rule"
              lang="vi"
            />
            <p class="rule" id="reason-rule">
              {words.botSwitch.reasonRule}
            </p>
            <button class="button button-primary wide" type="submit">
              {words.botSwitch.confirm[to].submit}
            </button>
            <p class="back">
              <a href="/staff/switch">{words.botSwitch.cancel}</a>
            </p>
          </form>
        ) : (
          <a class="button wide" href={`/staff/switch?to=${to}`}>
            {words.botSwitch.ask[to]}
          </a>
        )}
      </div>
    ),
  });
}

/** Tells on other pages that the bot is silent now. */
export function SwitchBanner({ state }: { readonly state: SwitchState }) {
  const words = useWords();
  const told = state.unreadable ? words.unreadable.switch : words.botSwitch.banner;
  return <div data-live="switch">{state.off ? <p class="notice bad">{told}</p> : null}</div>;
}
