import type { Request } from 'express';
import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import { useWords } from './languages/use-words.tsx';

/** Words of a form that was refused before anything was done with them. */
export interface UnsentDraft {
  /** Under what the device keeps them, as of {@link DraftArea}. */
  readonly draft: string;
  readonly text: string;
}

const named = z.object({ draft: z.string().regex(/^\w+ [\w-]+:[\w.-]+:[\w-]+$/) });

/**
 * A box whose words last until they have done their work: the device keeps them under `draft`, which names purpose,
 * account and subject, until the page tells one of the notices `clearedBy`; the form says which box that is, so that a
 * refusal can give them back. One in a form.
 */
export function DraftArea({
  draft,
  clearedBy,
  name,
  children,
  ...rest
}: {
  readonly draft: string;
  readonly clearedBy: string;
  readonly id: string;
  readonly name: string;
  readonly rows: number;
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly 'aria-describedby'?: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <>
      <input type="hidden" name="draft" value={`${name} ${draft}`} autocomplete="off" />
      <textarea {...rest} name={name} data-draft={draft} data-cleared-by={clearedBy}>
        {children}
      </textarea>
    </>
  );
}

/** What stood in the {@link DraftArea} of a posted form; `null` where it had none or nothing was in it. */
export function unsentDraft({ body }: Pick<Request, 'body'>): UnsentDraft | null {
  const form = named.safeParse(body);
  if (!form.success) return null;
  const [name = '', draft = ''] = form.data.draft.split(' ');
  const text = z.string().safeParse(body[name]);
  return text.success && text.data.trim() !== '' ? { draft, text: text.data } : null;
}

/** Shows words that were not sent, and lets the device keep them for the box that they are from. */
export function UnsentWords({ unsent }: { readonly unsent: UnsentDraft | null }) {
  const { shell } = useWords();
  return unsent === null ? null : (
    <>
      <label for="unsent">{shell.unsent}</label>
      <textarea id="unsent" rows={5} readOnly aria-describedby="unsent-rule" data-draft={unsent.draft}>
        {unsent.text}
      </textarea>
      <p class="rule" id="unsent-rule">
        {shell.unsentRule}
      </p>
    </>
  );
}
