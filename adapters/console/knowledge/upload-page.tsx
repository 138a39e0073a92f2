import type { ComponentChildren } from 'preact';
import type { PageReading } from '../../../ingest/blocks.ts';
import { nameOf } from '../../../knowledge/document-links.ts';
import type { EndedIngest, RunningIngest } from '../../ingesting/upload-ingests.ts';
import type { UploadedFile } from '../../ingesting/uploads.ts';
import type { IngestLine } from '../../snapshots/ingest-record.ts';
import { mayEdit } from '../access.ts';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { dayInWords, momentInWords } from '../time-words.ts';
import type { AcceptedFile } from './accept-file.ts';
import { type KnowledgeNotice, Problem, renderKnowledgePage } from './knowledge-layout.tsx';
import type { StudiedUpload } from './upload-results.ts';
import { DOCUMENT_PAGE, PAGE_WAYS, UPLOADS } from './vietnamese.ts';

/** Pages that were read with a lower score should be compared with the original. */
const DOUBTFUL_BELOW = 0.75;
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
  const editable = mayEdit(page.signedIn.account.role);
  return renderKnowledgePage({
    title: UPLOADS.title,
    signedIn: page.signedIn,
    view: 'uploads',
    notice: page.notice,
    modules: ['/assets/console/uploads.js'],
    children: (
      <>
        <h1>{UPLOADS.title}</h1>
        <p class="lead">{editable ? UPLOADS.lead : `${UPLOADS.lead} ${DOCUMENT_PAGE.readOnly}`}</p>
        {page.problem === null ? null : <Problem>{page.problem}</Problem>}
        {page.accepted.length === 0 ? null : <Accepted accepted={page.accepted} />}
        {editable ? <UploadFiles signedIn={page.signedIn} /> : null}
        <div data-live="progress" data-busy={page.running === null ? undefined : 'yes'}>
          <Progress running={page.running} ended={page.ended} />
        </div>
        <div data-live="uploads">
          <section class="panel uploads" aria-labelledby="uploads-title">
            <h2 id="uploads-title">{UPLOADS.listTitle(page.uploads.length)}</h2>
            {page.uploads.length === 0 ? <p class="rule">{UPLOADS.none}</p> : null}
            <ul>
              {page.uploads.map((upload) => (
                <Upload key={upload.name} upload={upload} signedIn={page.signedIn} />
              ))}
            </ul>
          </section>
          {page.removed.length === 0 || !editable ? null : (
            <section class="panel uploads" aria-labelledby="removed-title">
              <h2 id="removed-title">{UPLOADS.removedTitle}</h2>
              <ul>
                {page.removed.map(({ name }) => (
                  <li key={name} class="removed">
                    <span>{name}</span>
                    <FileForm signedIn={page.signedIn} action="bring-back" name={name}>
                      <button class="button small" type="submit" aria-label={UPLOADS.bringBackFile(name)}>
                        {UPLOADS.bringBack}
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
  return (
    <form
      class="panel upload"
      method="post"
      action="/staff/uploads"
      encType="multipart/form-data"
      data-largest={25 * MEGABYTE}
      data-too-large={UPLOADS.problems.size}
    >
      <FormToken signedIn={signedIn} />
      <label for="files">{UPLOADS.files}</label>
      <input id="files" name="files" type="file" multiple required aria-describedby="files-rule" />
      <p class="rule" id="files-rule">
        {UPLOADS.rule}
      </p>
      <button class="button button-primary" type="submit">
        {UPLOADS.submit}
      </button>
    </form>
  );
}

function Accepted({ accepted }: { readonly accepted: readonly AcceptedFile[] }) {
  return (
    <section class="panel" role="status" aria-labelledby="accepted-title">
      <h2 id="accepted-title">{UPLOADS.resultsTitle}</h2>
      <ul class="accepted">
        {accepted.map(({ name, kept, words }) => (
          <li key={name} class={kept === null ? 'wrong' : undefined}>
            <strong>{name}</strong>: {words}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Progress({ running, ended }: { readonly running: RunningIngest | null; readonly ended: EndedIngest | null }) {
  if (running !== null) {
    const { progress, waits } = running;
    return (
      <section class="panel progress" aria-labelledby="progress-title">
        <h2 id="progress-title">{UPLOADS.running}</h2>
        {progress === null ? (
          <p>{waits ? UPLOADS.waiting : UPLOADS.starting}</p>
        ) : (
          <>
            <p>
              {UPLOADS.steps[progress.step](progress.done, progress.total)}
              <span class="origin"> {progress.label}</span>
            </p>
            <progress max={progress.total} value={progress.done} aria-labelledby="progress-title" />
          </>
        )}
        <noscript>
          <p>
            <a href="/staff/uploads">{UPLOADS.reload}</a>
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
          ? UPLOADS.failed
          : `${UPLOADS.ended(momentInWords(ended.at))} ${UPLOADS.outcomes[report.outcome](report.documents, report.passages)}`}
      </p>
      {report?.notes.map((note) => (
        <p key={note} class="rule">
          {note}
        </p>
      ))}
    </section>
  );
}

function Upload({ upload, signedIn }: { readonly upload: StudiedUpload; readonly signedIn: SignedIn }) {
  const { name, size, modifiedMs, lines } = upload;
  return (
    <li>
      <p>
        <strong>{name}</strong>{' '}
        <span class="origin">
          {UPLOADS.size(inMegabytes(size))}, {dayInWords(modifiedMs)}
        </span>{' '}
        {lines.length === 0 ? <span class="badge">{UPLOADS.statuses.pending}</span> : null}
      </p>
      {lines.map(({ line, document }) => (
        <div key={line.file} class="upload-line">
          <p>
            <span class={`badge ${TONES[line.status]}`}>{UPLOADS.statuses[line.status]}</span>{' '}
            {line.file === name ? null : `${line.file} `}
            {document === null ? null : <a href={`/staff/documents/${document.id}`}>{nameOf(document)}</a>}
          </p>
          {notesOn(line).map((note) => (
            <p key={note} class="rule">
              {note}
            </p>
          ))}
        </div>
      ))}
      {mayEdit(signedIn.account.role) ? (
        <details class="fold" data-key={name}>
          <summary>
            {UPLOADS.remove} <span class="visually-hidden">{name}</span>
          </summary>
          <FileForm signedIn={signedIn} action="remove" name={name}>
            <p class="rule">{UPLOADS.removeLead}</p>
            <button class="button" type="submit" aria-label={`${UPLOADS.confirmRemove} ${name}`}>
              {UPLOADS.confirmRemove}
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

function notesOn(line: IngestLine): readonly string[] {
  const read = [
    ...(line.status === 'indexed' ? [UPLOADS.passages(line.passages)] : []),
    ...(line.pages.length > 0 ? [pagesInWords(line.pages)] : []),
  ];
  const doubtful = line.pages.filter(({ score }) => score < DOUBTFUL_BELOW).map(({ page }) => page);
  return [
    ...(line.message === null ? [] : [line.message]),
    ...(read.length > 0 ? [read.join(', ')] : []),
    ...(doubtful.length > 0 ? [UPLOADS.doubtfulPages(doubtful.join(', '))] : []),
    ...line.notes,
  ];
}

/** «12 trang: 10 có lớp chữ, 2 nhận dạng chữ». */
function pagesInWords(pages: readonly PageReading[]): string {
  const ways = new Map<PageReading['way'], number>();
  for (const { way } of pages) ways.set(way, (ways.get(way) ?? 0) + 1);
  const each = [...ways].map(([way, count]) => UPLOADS.pagesOf(count, PAGE_WAYS[way]));
  return ways.size === 1 ? each.join('') : `${UPLOADS.pages(pages.length)}: ${each.join(', ')}`;
}

function inMegabytes(bytes: number): string {
  return Math.max(0.01, bytes / MEGABYTE)
    .toFixed(2)
    .replace('.', ',');
}
