import { useWords } from '../languages/use-words.tsx';
import { mayUse } from '../may-use.ts';
import { momentInWords } from '../time-words.ts';
import { type GapPage, StepForm } from './gap-step-form.tsx';

/** Replies of staff of which an editor may make an answer; nothing of them is said to anybody before that is approved. */
export function Drafts({ page }: { readonly page: GapPage }) {
  const words = useWords();
  const { gap } = page.row;
  const drafts = gap.drafts ?? [];
  if (drafts.length === 0) return null;
  const mayWrite = mayUse(page.signedIn, 'POST /staff/gaps/:id/answer');
  return (
    <section aria-labelledby="drafts">
      <h3 id="drafts">{words.gaps.drafts}</h3>
      <p class="rule">{words.gaps.draftsRule}</p>
      {drafts.toReversed().map(({ ticketId, question, text, by, at }) => (
        <article class="gap-answer" key={ticketId}>
          <p class="rule">{words.gaps.draftBy(by ?? words.gaps.staff, momentInWords(at, words.times))}</p>
          <p>
            <strong>{question}</strong>
          </p>
          <p class="said">{text}</p>
          {mayWrite ? (
            <div class="actions">
              <a
                class="button"
                href={`/staff/gaps/${encodeURIComponent(gap.id)}?${new URLSearchParams({ draft: ticketId })}#question`}
              >
                {words.gaps.useDraft}
              </a>
              <StepForm page={page} step="drop-draft">
                <input type="hidden" name="draft" value={ticketId} autocomplete="off" />
                <button class="button" type="submit">
                  {words.gaps.dropDraft}
                </button>
              </StepForm>
            </div>
          ) : null}
        </article>
      ))}
    </section>
  );
}
