import type { Request, Response } from 'express';
import { z } from 'zod';
import { tryFamily } from '../../../bot/admission/guide-family.ts';
import { type AdmissionPublishing, createAdmissionPublishing } from '../../../bot/admission/publish-table.ts';
import type { EditedAdmissionTables } from '../../../bot/admission/published-tables.ts';
import type { TableYears } from '../../../bot/admission/table-json.ts';
import { type KeptVersions, newestNumber } from '../../../bot/kept-versions.ts';
import type { KeptValues } from '../../../bot/ports/kept-values.ts';
import { LARGEST_WORKBOOK_BYTES, readAdmissionWorkbook } from '../../../ingest/admission/read-workbook.ts';
import { dayInVietnam } from '../../../knowledge/vietnam-day.ts';
import type { createGuard } from '../guard.tsx';
import { readUploadForm } from '../knowledge/upload-form.ts';
import type { ConsoleWords } from '../languages/words.ts';
import { wordsIn } from '../languages/words-in.ts';
import type { SignedIn } from '../sessions.ts';
import { unreadableIn } from '../unreadable-notice.tsx';
import { type AdmissionPage, renderAdmissionPage } from './admission-page.tsx';
import { ADMISSION } from './vietnamese.ts';

const NOTICES = Object.keys(ADMISSION.notices) as (keyof typeof ADMISSION.notices)[]; // keys of a record by those keys
const pageQuery = z.object({ done: z.enum(NOTICES).nullable().catch(null) });
const seen = z.coerce.number().int().min(0).catch(-1);
const schoolYear = z.string().max(20).catch('');
const publishForm = z.object({ seen, digest: z.string().max(64).catch('') });
const withdrawForm = z.object({ seen, year: schoolYear });
const restoreForm = z.object({ seen, version: z.coerce.number().int().min(0).catch(-1) });
const tryForm = z.object({ words: z.string().max(300).catch('') });
const workbookQuery = z.object({ year: schoolYear });
const uploadBody = z.object({ files: z.array(z.instanceof(File)) });
/** The part that writes workbooks is large and seldom asked for. */
const writing = () => import('../../../ingest/admission/write-workbook.ts');
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the page on admission tables needs. */
export interface AdmissionRoutesDependencies {
  readonly kept: KeptValues;
  readonly admission: EditedAdmissionTables;
  readonly admissionVersions: KeptVersions<TableYears>;
  readonly now: () => number;
}

/** Uploading a workbook, looking at its conflicts and holes, publishing it, and bringing an earlier one back. */
export function addAdmissionRoutes(guard: ReturnType<typeof createGuard>, deps: AdmissionRoutesDependencies): void {
  const { admission, admissionVersions, now } = deps;
  const publishing: AdmissionPublishing = createAdmissionPublishing(deps.kept, admissionVersions);

  guard.staff('GET /staff/admission', (request, response, signedIn) =>
    show(response, signedIn, { done: pageQuery.parse(request.query).done }),
  );

  guard.staff(
    'POST /staff/admission',
    async (request, response, signedIn) => {
      const [file] = uploadBody.parse(request.body).files;
      if (file === undefined) return refuse(response, signedIn, 400, [speech(signedIn).admission.none]);
      if (file.size > LARGEST_WORKBOOK_BYTES)
        return refuse(response, signedIn, 413, [speech(signedIn).admission.large]);
      const read = readAdmissionWorkbook(new Uint8Array(await file.arrayBuffer()), speech(signedIn).workbookProblems);
      if (!read.ok) return refuse(response, signedIn, 400, read.problems);
      await publishing.draft(signedIn.account.name, read.table);
      response.redirect(303, '/staff/admission');
    },
    async (request: Request, response: Response, signedIn: SignedIn) => {
      const form = await readUploadForm(request);
      if (form.ok) request.body = { token: form.token, files: form.files };
      else await refuse(response, signedIn, form.status, [speech(signedIn).uploads.problems[form.problem]]);
      return form.ok;
    },
  );

  guard.staff('POST /staff/admission/publish', async (request, response, { account }) => {
    const form = publishForm.parse(request.body);
    const { value: draft } = await publishing.drafted(account.name);
    if (draft === null || draft.digest !== form.digest) return leave(response, 'outdated');
    const done = await publishing.publish({ by: account.name, seen: form.seen, table: draft.table });
    if (done !== 'stale') await publishing.dropDraft(account.name);
    leave(response, done);
  });

  guard.staff('POST /staff/admission/drop', async (_request, response, { account }) => {
    await publishing.dropDraft(account.name);
    leave(response, 'dropped');
  });

  guard.staff('POST /staff/admission/withdraw', async (request, response, { account }) => {
    const form = withdrawForm.parse(request.body);
    leave(response, await publishing.withdraw({ by: account.name, seen: form.seen, schoolYear: form.year }));
  });

  guard.staff('POST /staff/admission/restore', async (request, response, { account }) => {
    leave(response, await publishing.restore({ by: account.name, ...restoreForm.parse(request.body) }));
  });

  guard.staff('POST /staff/admission/try', async (request, response, signedIn) => {
    const { words } = tryForm.parse(request.body);
    const { value: draft } = await publishing.drafted(signedIn.account.name);
    const published = draft ?? (await admission.tableOn(dayInVietnam(now())));
    const answer = published === null ? speech(signedIn).admission.try.noTable : tryFamily(published, words, now());
    await show(response, signedIn, { tried: { words, answer } });
  });

  guard.staff('GET /staff/admission/template', async (_request, response) => {
    const year = Number(dayInVietnam(now()).slice(0, 4));
    const { writeTemplate } = await writing();
    send(response, `mau-tuyen-sinh-${year}-${year + 1}.xlsx`, await writeTemplate(`${year}-${year + 1}`));
  });

  guard.staff('GET /staff/admission/sample', async (_request, response) => {
    const { writeSample } = await writing();
    send(response, 'MAU-bang-tuyen-sinh.xlsx', await writeSample());
  });

  guard.staff('GET /staff/admission/workbook', async (request, response, signedIn) => {
    const { year } = workbookQuery.parse(request.query);
    const table = await admission.tableOf(year);
    if (table === null) {
      response.status(404);
      return show(response, signedIn, { done: 'gone' });
    }
    const { writeTable } = await writing();
    send(response, `bang-tuyen-sinh-${year}.xlsx`, await writeTable(table));
  });

  /** Only words of our own reach the address. */
  function leave(response: Response, done: keyof typeof ADMISSION.notices): void {
    admission.forget();
    response.redirect(303, `/staff/admission?done=${done}`);
  }

  async function refuse(
    response: Response,
    signedIn: SignedIn,
    status: number,
    problems: readonly string[],
  ): Promise<void> {
    response.status(status);
    await show(response, signedIn, { problems });
  }

  async function show(
    response: Response,
    signedIn: SignedIn,
    told: Partial<Pick<AdmissionPage, 'done' | 'problems' | 'tried'>>,
  ): Promise<void> {
    const [draft, { tables, unreadableYears }, standing] = await Promise.all([
      publishing.drafted(signedIn.account.name),
      publishing.tables(),
      admissionVersions.standing(),
    ]);
    const { versions } = standing;
    response.send(
      renderAdmissionPage({
        signedIn,
        draft: draft.value,
        published: tables,
        unreadable: [
          ...unreadableIn('admission', standing),
          ...(unreadableYears.length > 0 ? (['admissionTable'] as const) : []),
          ...(draft.unreadable ? (['admissionDraft'] as const) : []),
        ],
        versions,
        seen: newestNumber(versions),
        done: null,
        problems: [],
        tried: null,
        ...told,
      }),
    );
  }
}

function speech({ preferences }: SignedIn): ConsoleWords {
  return wordsIn(preferences.language);
}

function send(response: Response, name: string, bytes: Uint8Array): void {
  response.attachment(name).type(XLSX).send(Buffer.from(bytes));
}
