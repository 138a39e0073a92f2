import { APPROVAL_MODES, type ApprovalSettings, readApprovalSettings } from '../../../bot/approval.ts';
import { contentsOf } from '../../../bot/kept-contents.ts';
import { type KeptStanding, newestNumber } from '../../../bot/kept-versions.ts';
import { renderAdminPage } from '../admin-page.tsx';
import type { ConsoleWords } from '../languages/words.ts';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { momentInWords } from '../time-words.ts';
import { UnreadableNotice, unreadableIn } from '../unreadable-notice.tsx';
import type { APPROVAL_PAGE } from './vietnamese.ts';

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
  readonly standing: KeptStanding<ApprovalSettings>;
  readonly written: WrittenApproval;
  readonly done: keyof typeof APPROVAL_PAGE.notices | null;
}): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { standing, written, done } = page;
  const { value: settings, versions } = standing;
  return renderAdminPage(
    page.signedIn,
    words.approval.title,
    <>
      <h1>{words.approval.title}</h1>
      <p class="lead">{words.approval.lead}</p>
      <UnreadableNotice kinds={unreadableIn('approval', standing)} />
      {done === null ? null : (
        <p class={`notice ${done === 'stale' ? 'bad' : 'good'}`} role={done === 'stale' ? 'alert' : 'status'}>
          {words.approval.notices[done]}
        </p>
      )}
      <div class="admin-columns">
        <section class="panel" aria-labelledby="approval-now">
          <h2 id="approval-now">{words.approval.now}</h2>
          <p>{stateInWords(settings, words)}</p>
          <form method="post" action="/staff/approval" autocomplete="off">
            <FormToken signedIn={page.signedIn} />
            <input type="hidden" name="seen" value={newestNumber(versions)} autocomplete="off" />
            {written.problem === null ? null : (
              <p class="notice bad" role="alert">
                {words.approval.problems[written.problem]}
              </p>
            )}
            <fieldset class="choices">
              <legend>{words.approval.mode}</legend>
              {APPROVAL_MODES.map((mode) => (
                <label class="choice" key={mode}>
                  <input type="radio" name="mode" value={mode} checked={written.mode === mode} />
                  {words.approval.modes[mode]}
                </label>
              ))}
            </fieldset>
            <label for="approval-words">{words.approval.words}</label>
            <textarea id="approval-words" name="words" rows={5} aria-describedby="approval-words-rule" lang="vi">
              {written.words}
            </textarea>
            <p class="rule" id="approval-words-rule">
              {words.approval.wordsRule}
            </p>
            <label for="approval-minutes">{words.approval.minutes}</label>
            <input
              id="approval-minutes"
              name="minutes"
              inputMode="numeric"
              value={written.minutes}
              autocomplete="off"
              aria-describedby="approval-minutes-rule"
            />
            <p class="rule" id="approval-minutes-rule">
              {words.approval.minutesRule}
            </p>
            <button class="button button-primary" type="submit">
              {words.approval.save}
            </button>
          </form>
        </section>
        <section class="panel" aria-labelledby="approval-history">
          <h2 id="approval-history">{words.approval.history}</h2>
          {versions.length === 0 ? <p class="rule">{words.approval.noHistory}</p> : null}
          <ul class="day-list">
            {versions.map((version) => (
              <li key={version.number}>
                {momentInWords(version.at, words.times)} · {version.by}: {snapshotInWords(version.snapshot, words)}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>,
    { translated: true },
  );
}

function snapshotInWords(snapshot: string, words: ConsoleWords): string {
  const settings = contentsOf<ApprovalSettings | null>(snapshot, { parse: readApprovalSettings, usual: null }).value;
  return settings === null ? words.versionHistory.unreadable : stateInWords(settings, words);
}

function stateInWords({ mode, words: listed, sendAfterMinutes }: ApprovalSettings, words: ConsoleWords): string {
  if (mode === 'off') return words.approval.states.off;
  const which = mode === 'all' ? words.approval.states.all : words.approval.states.words(listed.length);
  const when = sendAfterMinutes === 0 ? words.approval.never : words.approval.afterMinutes(sendAfterMinutes);
  return `${which} ${when}`;
}
