import type { KeptVersion } from '../../../bot/kept-versions.ts';
import { checkTable } from '../../../knowledge/admission/check-table.ts';
import { SHEET_NAMES } from '../../../knowledge/admission/sheet-names.ts';
import type { AdmissionTable, SheetId } from '../../../knowledge/admission/table.ts';
import type { TableProblem } from '../../../knowledge/admission/table-problem.ts';
import { problemInWords } from '../../admission/problem-words.ts';
import type { KeptKind } from '../../kept/kept-catalogue.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { UnreadableNotice } from '../unreadable-notice.tsx';
import { VersionHistory } from '../version-history.tsx';
import type { ADMISSION } from './vietnamese.ts';

/** The tables that answer now, one that waits to be published, and what became of the last step. */
export interface AdmissionPage {
  readonly signedIn: SignedIn;
  readonly draft: { readonly table: AdmissionTable; readonly digest: string } | null;
  readonly published: readonly AdmissionTable[];
  readonly unreadable: readonly KeptKind[];
  readonly versions: readonly KeptVersion[];
  /** Number of the newest version, which every form carries. */
  readonly seen: number;
  readonly done: keyof typeof ADMISSION.notices | null;
  /** Why the uploaded file was refused. */
  readonly problems: readonly string[];
  readonly tried: { readonly words: string; readonly answer: string } | null;
}

const GOOD: readonly (keyof typeof ADMISSION.notices)[] = ['changed', 'same', 'dropped'];
const SHEET_IDS = Object.keys(SHEET_NAMES) as SheetId[]; // keys of a record by those keys

/** The page of the admission tables. */
export function renderAdmissionPage(page: AdmissionPage): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { done, draft, signedIn, seen, problems } = page;
  return renderAdminPage(
    signedIn,
    words.admission.title,
    <>
      <h1>{words.admission.title}</h1>
      <p class="lead">{words.admission.lead}</p>
      <UnreadableNotice kinds={page.unreadable} />
      {done === null ? null : (
        <p class={`notice ${GOOD.includes(done) ? 'good' : 'bad'}`} role={GOOD.includes(done) ? 'status' : 'alert'}>
          {words.admission.notices[done]}
        </p>
      )}
      {problems.length === 0 ? null : (
        <section class="notice bad" role="alert">
          <p>{words.admission.refused}</p>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </section>
      )}
      {draft === null ? null : <Preview page={page} table={draft.table} digest={draft.digest} />}
      <div class="admin-columns">
        <Upload signedIn={signedIn} />
        <Published page={page} />
        <Try page={page} />
        <VersionHistory versions={page.versions}>
          {(version, before) => (
            <form method="post" action="/staff/admission/restore">
              <FormToken signedIn={signedIn} />
              <input type="hidden" name="seen" value={seen} autocomplete="off" />
              <input type="hidden" name="version" value={before} autocomplete="off" />
              <button class="button" type="submit">
                {version.number === seen ? words.admission.history.undo : words.admission.history.restore}
              </button>
            </form>
          )}
        </VersionHistory>
      </div>
    </>,
    { translated: true },
  );
}

function Preview(props: { readonly page: AdmissionPage; readonly table: AdmissionTable; readonly digest: string }) {
  const words = useWords();
  const { page, table, digest } = props;
  const { preview } = words.admission;
  const problems = checkTable(table);
  const conflicts = problems.filter(({ severity }) => severity === 'conflict');
  const holes = problems.filter(({ severity }) => severity === 'hole');
  const replaces = page.published.some(({ schoolYear }) => schoolYear === table.schoolYear);
  return (
    <section class="panel" aria-labelledby="preview">
      <h2 id="preview">{preview.title(table.schoolYear)}</h2>
      {table.isSample ? <p class="rule">{preview.sample}</p> : null}
      <p>
        {preview.counts}: {SHEET_IDS.map((id) => `${preview.sheets[id]} ${table[id].length}`).join(', ')}.
      </p>
      <Problems title={preview.conflicts(conflicts.length)} none={preview.noConflicts} problems={conflicts} />
      <Problems title={preview.holes(holes.length)} none={preview.noHoles} problems={holes} />
      {problems.length === 0 ? null : <p class="rule">{preview.rule}</p>}
      {replaces ? <p class="rule">{preview.replaces}</p> : null}
      <div class="inline-form">
        <form method="post" action="/staff/admission/publish">
          <FormToken signedIn={page.signedIn} />
          <input type="hidden" name="seen" value={page.seen} autocomplete="off" />
          <input type="hidden" name="digest" value={digest} autocomplete="off" />
          <button class="button button-primary" type="submit">
            {preview.publish}
          </button>
        </form>
        <form method="post" action="/staff/admission/drop">
          <FormToken signedIn={page.signedIn} />
          <button class="button" type="submit">
            {preview.drop}
          </button>
        </form>
      </div>
    </section>
  );
}

function Problems(props: {
  readonly title: string;
  readonly none: string;
  readonly problems: readonly TableProblem[];
}) {
  const { tableProblems } = useWords();
  const sentences = [...new Set(props.problems.map((problem) => problemInWords(problem, tableProblems)))];
  return (
    <>
      <h3>{props.title}</h3>
      {sentences.length === 0 ? (
        <p class="rule">{props.none}</p>
      ) : (
        <ul class="day-list">
          {sentences.map((each) => (
            <li key={each}>
              <span>{each}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Upload({ signedIn }: { readonly signedIn: SignedIn }) {
  const words = useWords();
  const { upload } = words.admission;
  return (
    <section class="panel" aria-labelledby="upload">
      <h2 id="upload">{upload.title}</h2>
      <form method="post" action="/staff/admission" encType="multipart/form-data">
        <FormToken signedIn={signedIn} />
        <label>
          {upload.file}
          <input name="files" type="file" accept=".xlsx" required aria-describedby="upload-rule" />
        </label>
        <p class="rule" id="upload-rule">
          {upload.rule}
        </p>
        <button class="button button-primary" type="submit">
          {upload.submit}
        </button>
      </form>
      <ul class="day-list">
        <li>
          <a href="/staff/admission/template">{upload.template}</a>
        </li>
        <li>
          <a href="/staff/admission/sample">{upload.sample}</a>
        </li>
      </ul>
    </section>
  );
}

function Published({ page }: { readonly page: AdmissionPage }) {
  const words = useWords();
  const { published } = words.admission;
  return (
    <section class="panel" aria-labelledby="published">
      <h2 id="published">{published.title}</h2>
      {page.published.length === 0 ? <p class="rule">{published.none}</p> : null}
      <ul class="day-list">
        {page.published.map(({ schoolYear, isSample, zones, ages }) => (
          <li key={schoolYear}>
            <span>
              <a href={`/van-ban/tuyen-sinh-${schoolYear}`}>{published.year(schoolYear)}</a>{' '}
              {isSample ? <span class="badge">{published.sample}</span> : null}
              <span class="rule"> {published.facts(zones.length, ages.length)}</span>
            </span>
            <a href={`/staff/admission/workbook?year=${schoolYear}`}>{published.download}</a>
            <form method="post" action="/staff/admission/withdraw">
              <FormToken signedIn={page.signedIn} />
              <input type="hidden" name="seen" value={page.seen} autocomplete="off" />
              <input type="hidden" name="year" value={schoolYear} autocomplete="off" />
              <button class="button" type="submit" aria-label={`${published.withdraw} ${published.year(schoolYear)}`}>
                {published.withdraw}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Try({ page }: { readonly page: AdmissionPage }) {
  const own = useWords().admission.try;
  const { tried } = page;
  return (
    <section class="panel" aria-labelledby="try">
      <h2 id="try">{own.title}</h2>
      <p class="rule">{own.rule}</p>
      <form method="post" action="/staff/admission/try" autocomplete="off">
        <FormToken signedIn={page.signedIn} />
        <label>
          {own.words}
          <input name="words" value={tried?.words ?? ''} maxLength={300} required autocomplete="off" />
        </label>
        <button class="button" type="submit">
          {own.submit}
        </button>
      </form>
      {tried === null ? null : (
        <p class="said" role="status" lang="vi">
          {tried.answer}
        </p>
      )}
    </section>
  );
}
