import { anonymousQuestion } from '../../../bot/gaps/anonymous-question.ts';
import { useWords } from '../languages/use-words.tsx';
import { mayUse } from '../may-use.ts';
import { titleOf } from './gap-list-page.tsx';
import { type GapPage, StepForm } from './gap-step-form.tsx';

/** Gaps and questions among which people choose. */
const MOST_CHOICES = 60;

/** Putting a gap into another one, taking questions out of it, and taking that back. */
export function Sorting({ page }: { readonly page: GapPage }) {
  const words = useWords();
  const { gap } = page.row;
  if (!mayUse(page.signedIn, 'POST /staff/gaps/:id/merge')) return null;
  if (gap.merged != null) {
    return (
      <>
        <p class="notice">
          {words.gaps.mergedInto}{' '}
          <a href={`/staff/gaps/${encodeURIComponent(gap.merged.into)}`}>{words.gaps.openTarget}</a>
        </p>
        <StepForm page={page} step="unmerge">
          <button class="button" type="submit">
            {words.gaps.unmerge}
          </button>
        </StepForm>
      </>
    );
  }
  const own = page.own.filter(({ text }) => text !== '').slice(-MOST_CHOICES);
  return (
    <>
      {page.parts.length === 0 ? null : (
        <>
          <h3>{words.gaps.parts}</h3>
          <ul class="day-list">
            {page.parts.map((row) => (
              <li key={row.gap.id}>
                <a href={`/staff/gaps/${encodeURIComponent(row.gap.id)}`}>{titleOf(row, words)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {page.others.length === 0 ? null : (
        <details class="advice-details">
          <summary>{words.gaps.merge}</summary>
          <StepForm page={page} step="merge">
            <label for="into">{words.gaps.mergeInto}</label>
            <select id="into" name="into" required autocomplete="off">
              <option value="">{words.gaps.choose}</option>
              {page.others.slice(0, MOST_CHOICES).map((row) => (
                <option key={row.gap.id} value={row.gap.id}>
                  {titleOf(row, words)}
                </option>
              ))}
            </select>
            <p class="rule">{words.gaps.mergeRule}</p>
            <button class="button" type="submit">
              {words.gaps.merge}
            </button>
          </StepForm>
        </details>
      )}
      {own.length < 2 ? null : (
        <details class="advice-details">
          <summary>{words.gaps.split}</summary>
          <StepForm page={page} step="split">
            <fieldset class="choices">
              <legend>{words.gaps.splitChoose}</legend>
              {own.map(({ id, text }) => (
                <label class="choice" key={id} lang="vi">
                  <input type="checkbox" name="question" value={id} autocomplete="off" />
                  {anonymousQuestion(text)}
                </label>
              ))}
            </fieldset>
            <p class="rule">{words.gaps.splitRule}</p>
            <button class="button" type="submit">
              {words.gaps.split}
            </button>
          </StepForm>
        </details>
      )}
    </>
  );
}
