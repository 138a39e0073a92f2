import { APPROVAL_MODES, type ApprovalSettings, readApprovalSettings } from '../../../bot/approval.ts';
import type { KeptVersion } from '../../../bot/kept-versions.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { momentInWords } from '../time-words.ts';
import { APPROVAL_PAGE } from './vietnamese.ts';

/** What stands in the form, as it was typed. */
export interface WrittenApproval {
  readonly mode: ApprovalSettings['mode'];
  readonly words: string;
  readonly minutes: string;
  readonly problem: keyof typeof APPROVAL_PAGE.problems | null;
}

/** The page that says which answers wait for a person's yes. */
export function renderApprovalPage(page: {
  readonly signedIn: SignedIn;
  readonly settings: ApprovalSettings;
  readonly written: WrittenApproval;
  /** Newest first. */
  readonly versions: readonly KeptVersion[];
  readonly seen: number;
  readonly done: keyof typeof APPROVAL_PAGE.notices | null;
}): string {
  const { settings, written, done } = page;
  return renderAdminPage(
    page.signedIn,
    APPROVAL_PAGE.title,
    <>
      <h1>{APPROVAL_PAGE.title}</h1>
      <p class="lead">{APPROVAL_PAGE.lead}</p>
      {done === null ? null : (
        <p class={`notice ${done === 'stale' ? 'bad' : 'good'}`} role={done === 'stale' ? 'alert' : 'status'}>
          {APPROVAL_PAGE.notices[done]}
        </p>
      )}
      <div class="admin-columns">
        <section class="panel" aria-labelledby="approval-now">
          <h2 id="approval-now">{APPROVAL_PAGE.now}</h2>
          <p>{stateInWords(settings)}</p>
          <form method="post" action="/staff/approval" autocomplete="off">
            <FormToken signedIn={page.signedIn} />
            <input type="hidden" name="seen" value={page.seen} autocomplete="off" />
            {written.problem === null ? null : (
              <p class="notice bad" role="alert">
                {APPROVAL_PAGE.problems[written.problem]}
              </p>
            )}
            <fieldset class="choices">
              <legend>{APPROVAL_PAGE.mode}</legend>
              {APPROVAL_MODES.map((mode) => (
                <label class="choice" key={mode}>
                  <input type="radio" name="mode" value={mode} checked={written.mode === mode} />
                  {APPROVAL_PAGE.modes[mode]}
                </label>
              ))}
            </fieldset>
            <label for="approval-words">{APPROVAL_PAGE.words}</label>
            <textarea id="approval-words" name="words" rows={5} aria-describedby="approval-words-rule">
              {written.words}
            </textarea>
            <p class="rule" id="approval-words-rule">
              {APPROVAL_PAGE.wordsRule}
            </p>
            <label for="approval-minutes">{APPROVAL_PAGE.minutes}</label>
            <input
              id="approval-minutes"
              name="minutes"
              inputMode="numeric"
              value={written.minutes}
              autocomplete="off"
              aria-describedby="approval-minutes-rule"
            />
            <p class="rule" id="approval-minutes-rule">
              {APPROVAL_PAGE.minutesRule}
            </p>
            <button class="button button-primary" type="submit">
              {APPROVAL_PAGE.save}
            </button>
          </form>
        </section>
        <section class="panel" aria-labelledby="approval-history">
          <h2 id="approval-history">{APPROVAL_PAGE.history}</h2>
          {page.versions.length === 0 ? <p class="rule">{APPROVAL_PAGE.noHistory}</p> : null}
          <ul class="day-list">
            {page.versions.map((version) => (
              <li key={version.number}>
                {momentInWords(version.at)} · {version.by}: {stateInWords(readApprovalSettings(version.snapshot))}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>,
  );
}

function stateInWords({ mode, words, sendAfterMinutes }: ApprovalSettings): string {
  if (mode === 'off') return APPROVAL_PAGE.states.off;
  const which = mode === 'all' ? APPROVAL_PAGE.states.all : APPROVAL_PAGE.states.words(words.length);
  const when = sendAfterMinutes === 0 ? APPROVAL_PAGE.never : APPROVAL_PAGE.afterMinutes(sendAfterMinutes);
  return `${which} ${when}`;
}
