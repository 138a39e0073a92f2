import type { SwitchState } from '../../bot/bot-switch.ts';
import { FormToken, renderConsolePage } from './layout.tsx';
import type { SignedIn } from './sessions.ts';
import { momentInWords } from './time-words.ts';
import { type NOTICES, SWITCH } from './vietnamese.ts';

/** The page of the switch that silences the bot. `asked`: what to confirm now; `null`: nothing yet. */
export function renderSwitchPage(page: {
  readonly signedIn: SignedIn;
  readonly state: SwitchState;
  /** Display name of who threw it last. */
  readonly by: string | null;
  readonly asked: 'off' | 'on' | null;
  readonly notice: keyof typeof NOTICES | null;
}): string {
  const { state, asked } = page;
  const to = state.off ? 'on' : 'off';
  return renderConsolePage({
    title: SWITCH.title,
    signedIn: page.signedIn,
    unread: 0,
    notice: page.notice,
    live: false,
    part: null,
    children: (
      <div class="panel narrow">
        <h1>{SWITCH.title}</h1>
        <p class={`notice ${state.off ? 'bad' : 'good'}`}>{state.off ? SWITCH.off : SWITCH.on}</p>
        {state.thrown === null ? null : (
          <dl class="facts">
            <div>
              <dt>{SWITCH.by}</dt>
              <dd>{page.by ?? state.thrown.by}</dd>
            </div>
            <div>
              <dt>{SWITCH.at}</dt>
              <dd>{momentInWords(state.thrown.at)}</dd>
            </div>
            <div class="long">
              <dt>{SWITCH.reason}</dt>
              <dd>{state.thrown.reason}</dd>
            </div>
          </dl>
        )}
        {asked === to ? (
          <form method="post" action="/staff/switch" autocomplete="off">
            <h2>{SWITCH.confirm[to].title}</h2>
            <p class="lead">{SWITCH.confirm[to].effect}</p>
            <FormToken signedIn={page.signedIn} />
            <input type="hidden" name="to" value={to} autocomplete="off" />
            <label for="reason">{SWITCH.reason}</label>
            <textarea id="reason" name="reason" rows={2} required maxLength={300} aria-describedby="reason-rule" />
            <p class="rule" id="reason-rule">
              {SWITCH.reasonRule}
            </p>
            <button class="button button-primary wide" type="submit">
              {SWITCH.confirm[to].submit}
            </button>
            <p class="back">
              <a href="/staff/switch">{SWITCH.cancel}</a>
            </p>
          </form>
        ) : (
          <a class="button wide" href={`/staff/switch?to=${to}`}>
            {SWITCH.ask[to]}
          </a>
        )}
      </div>
    ),
  });
}

/** Tells on other pages that the bot is silent now. */
export function SwitchBanner({ state }: { readonly state: SwitchState }) {
  return <div data-live="switch">{state.off ? <p class="notice bad">{SWITCH.banner}</p> : null}</div>;
}
