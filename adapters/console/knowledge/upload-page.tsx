import type { ComponentChildren } from 'preact';
import { nameOf } from '../../../knowledge/document-links.ts';
import type { EndedIngest, RunningIngest } from '../../ingesting/upload-ingests.ts';
import type { UploadedFile } from '../../ingesting/uploads.ts';
import { mayEdit } from '../access.ts';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { dayInWords, momentInWords } from '../time-words.ts';
import { type AcceptedFile, isRefused } from './accept-file.ts';
import { type KnowledgeNotice, Problem, renderKnowledgePage } from './knowledge-layout.tsx';
import { notesOn } from './upload-notes.ts';
import type { StudiedUpload } from './upload-results.ts';

const MEGABYTE = 1024 * 1024;

/** The page on uploaded files. */
export interface UploadPage {
  readonly signedIn: SignedIn;
  readonly uploads: readonly StudiedUpload[];
  readonly removed: readonly UploadedFile[];
  readonly running: RunningIngest | null;
  readonly ended: EndedIngest | null;
  /** What became of the files just sent. */
  readonly accepted: readonly AcceptedFile[];
  readonly problem: string | null;
  readonly notice: KnowledgeNotice | null;
}

/** The form for files, how far reading them is, and what became of each. Parts marked `data-live` are refreshed in place. */
export function renderUploadPage(page: UploadPage): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const editable = mayEdit(page.signedIn.account.role);
  return renderKnowledgePage({
    title: words.uploads.title,
    signedIn: page.signedIn,
    view: 'uploads',
    notice: page.notice,
    modules: ['/assets/console/uploads.js'],
    children: (
      <>
        <h1>{words.uploads.title}</h1>
        <p class="lead">{editable ? words.uploads.lead : `${words.uploads.lead} ${words.documentPage.readOnly}`}</p>
        {page.problem === null ? null : <Problem>{page.problem}</Problem>}
        {page.accepted.length === 0 ? null : <Accepted accepted={page.accepted} />}
        {editable ? <UploadFiles signedIn={page.signedIn} /> : null}
        <div data-live="progress" data-busy={page.running === null ? undefined : 'yes'}>
          <Progress running={page.running} ended={page.ended} />
        </div>
        <div data-live="uploads">
          <section class="panel uploads" aria-labelledby="uploads-title">
            <h2 id="uploads-title">{words.uploads.listTitle(page.uploads.length)}</h2>
            {page.uploads.length === 0 ? <p class="rule">{words.uploads.none}</p> : null}
            <ul>
              {page.uploads.map((upload) => (
                <Upload key={upload.name} upload={upload} signedIn={page.signedIn} />
              ))}
            </ul>
          </section>
          {page.removed.length === 0 || !editable ? null : (
            <section class="panel uploads" aria-labelledby="removed-title">
              <h2 id="removed-title">{words.uploads.removedTitle}</h2>
              <ul>
                {page.removed.map(({ name }) => (
                  <li key={name} class="removed">
                    <span>{name}</span>
                    <FileForm signedIn={page.signedIn} action="bring-back" name={name}>
                      <button class="button small" type="submit" aria-label={words.uploads.bringBackFile(name)}>
                        {words.uploads.bringBack}
                      </button>
                    </FileForm>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </>
    ),
  });
}

function UploadFiles({ signedIn }: { readonly signedIn: SignedIn }) {
  const words = useWords();
  return (
    <form
      class="panel upload"
      method="post"
      action="/staff/uploads"
      encType="multipart/form-data"
      data-largest={25 * MEGABYTE}
      data-too-large={words.uploadResults.size}
    >
      <FormToken signedIn={signedIn} />
      <label for="files">{words.uploads.files}</label>
      <input id="files" name="files" type="file" multiple required aria-describedby="files-rule" />
      <p class="rule" id="files-rule">
        {words.uploads.rule}
      </p>
      <button class="button button-primary" type="submit">
        {words.uploads.submit}
      </button>
    </form>
  );
}

function Accepted({ accepted }: { readonly accepted: readonly AcceptedFile[] }) {
  const words = useWords();
  return (
    <section class="panel" role="status" aria-labelledby="accepted-title">
      <h2 id="accepted-title">{words.uploads.resultsTitle}</h2>
      <ul class="accepted">
        {accepted.map((file) => (
          <li key={file.name} class={isRefused(file) ? 'wrong' : undefined}>
            <strong>{file.name ?? words.uploads.unnamed}</strong>: {words.uploadResults[file.became]}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Progress({ running, ended }: { readonly running: RunningIngest | null; readonly ended: EndedIngest | null }) {
  const words = useWords();
  if (running !== null) {
    const { progress, waits } = running;
    return (
      <section class="panel progress" aria-labelledby="progress-title">
        <h2 id="progress-title">{words.uploads.running}</h2>
        {progress === null ? (
          <p>{waits ? words.uploads.waiting : words.uploads.starting}</p>
        ) : (
          <>
            <p>
              {words.uploads.steps[progress.step](progress.done, progress.total)}
              {progress.step === 'encode' ? null : <span class="origin"> {progress.label}</span>}
            </p>
            <progress max={progress.total} value={progress.done} aria-labelledby="progress-title" />
          </>
        )}
        <noscript>
          <p>
            <a href="/staff/uploads">{words.uploads.reload}</a>
          </p>
        </noscript>
      </section>
    );
  }
  if (ended === null) return null;
  const { report } = ended;
  return (
    <section class="panel progress" role="status">
      <p>
        {report === null
          ? words.uploads.failed
          : `${words.uploads.ended(momentInWords(ended.at, words.times))} ${words.uploads.outcomes[report.outcome](report.documents, report.passages)}`}
      </p>
      {report?.notes.map((note) => (
        <p key={note} class="rule">
          {words.said.reading(note, null)}
        </p>
      ))}
    </section>
  );
}

function Upload({ upload, signedIn }: { readonly upload: StudiedUpload; readonly signedIn: SignedIn }) {
  const words = useWords();
  const { name, size, modifiedMs, lines } = upload;
  return (
    <li>
      <p>
        <strong>{name}</strong>{' '}
        <span class="origin">
          {words.uploads.size(words.figure(Math.max(0.01, size / MEGABYTE)))}, {dayInWords(modifiedMs)}
        </span>{' '}
        {lines.length === 0 ? <span class="badge">{words.uploads.statuses.pending}</span> : null}
      </p>
      {lines.map(({ line, document }) => (
        <div key={line.file} class="upload-line">
          <p>
            <span class={`badge ${TONES[line.status]}`}>{words.uploads.statuses[line.status]}</span>{' '}
            {line.file === name ? null : `${line.file} `}
            {document === null ? null : <a href={`/staff/documents/${document.id}`}>{nameOf(document)}</a>}
          </p>
          {notesOn(line, words).map((note) => (
            <p key={note} class="rule">
              {note}
            </p>
          ))}
        </div>
      ))}
      {mayEdit(signedIn.account.role) ? (
        <details class="fold" data-key={name}>
          <summary>
            {words.uploads.remove} <span class="visually-hidden">{name}</span>
          </summary>
          <FileForm signedIn={signedIn} action="remove" name={name}>
            <p class="rule">{words.uploads.removeLead}</p>
            <button class="button" type="submit" aria-label={`${words.uploads.confirmRemove} ${name}`}>
              {words.uploads.confirmRemove}
            </button>
          </FileForm>
        </details>
      ) : null}
    </li>
  );
}

function FileForm(props: {
  readonly signedIn: SignedIn;
  readonly action: 'remove' | 'bring-back';
  readonly name: string;
  readonly children: ComponentChildren;
}) {
  return (
    <form method="post" action={`/staff/uploads/${props.action}`}>
      <FormToken signedIn={props.signedIn} />
      <input type="hidden" name="file" value={props.name} autocomplete="off" />
      {props.children}
    </form>
  );
}

const TONES = { indexed: 'sound', duplicate: '', skipped: 'urgent' } as const;
