import type { Request, Response } from 'express';
import { z } from 'zod';
import type { UploadIngests } from '../../ingesting/upload-ingests.ts';
import { bringBackUpload, listRemoved, listUploads, removeUpload, uploadsFolder } from '../../ingesting/uploads.ts';
import type { createGuard } from '../guard.tsx';
import { wordsIn } from '../languages/words-in.ts';
import type { SignedIn } from '../sessions.ts';
import { type AcceptedFile, acceptFile, isRefused } from './accept-file.ts';
import type { DocumentRoutesDependencies } from './document-routes.tsx';
import type { KnowledgeNotice } from './knowledge-layout.tsx';
import { readUploadForm } from './upload-form.ts';
import { renderUploadPage } from './upload-page.tsx';
import { studyUploads } from './upload-results.ts';
import type { UPLOADS } from './upload-words.ts';
import { KNOWLEDGE_NOTICES } from './vietnamese.ts';

const noticeQuery = z.object({
  notice: z
    .enum(Object.keys(KNOWLEDGE_NOTICES) as [KnowledgeNotice, ...KnowledgeNotice[]])
    .nullable()
    .catch(null),
});
const fileForm = z.object({ file: z.string().max(500).catch('') });
const uploadBody = z.object({ files: z.array(z.instanceof(File)) });

/** What the pages for files need beside those on documents. */
export interface UploadRoutesDependencies extends DocumentRoutesDependencies {
  readonly ingests: UploadIngests;
}

/** Files that staff upload: the form, what became of each, taking one out and bringing it back. */
export function addUploadRoutes(guard: ReturnType<typeof createGuard>, deps: UploadRoutesDependencies): void {
  const { dataDir, ingests } = deps;

  guard.staff('GET /staff/uploads', (request, response, signedIn) => {
    show(response, signedIn, { notice: noticeQuery.parse(request.query).notice, accepted: [], problem: null });
  });

  guard.staff(
    'POST /staff/uploads',
    async (request, response, signedIn) => {
      const { files } = uploadBody.parse(request.body);
      if (files.length === 0) return refuse(response, signedIn, 400, 'none');
      const accepted: AcceptedFile[] = [];
      try {
        for (const file of files) {
          accepted.push(acceptFile(dataDir, file.name, new Uint8Array(await file.arrayBuffer())));
        }
      } catch (error) {
        if (!isDiskFull(error)) throw error;
        return refuse(response, signedIn, 507, 'full');
      } finally {
        const stored = accepted.filter((file) => !isRefused(file)).filter(({ became }) => became !== 'same');
        for (const { name } of stored) deps.onAudit(signedIn.account.name, 'upload.add', name);
        if (stored.length > 0) ingests.start();
      }
      response.status(accepted.every(isRefused) ? 400 : 200);
      show(response, signedIn, { notice: null, accepted, problem: null });
    },
    async (request: Request, response: Response, signedIn: SignedIn) => {
      const form = await readUploadForm(request);
      if (form.ok) request.body = { token: form.token, files: form.files };
      else refuse(response, signedIn, form.status, form.problem);
      return form.ok;
    },
  );

  guard.staff('POST /staff/uploads/remove', (request, response, signedIn) =>
    change(request, response, signedIn, { act: removeUpload, action: 'upload.remove', notice: 'removed' }),
  );
  guard.staff('POST /staff/uploads/bring-back', (request, response, signedIn) =>
    change(request, response, signedIn, { act: bringBackUpload, action: 'upload.bring-back', notice: 'brought-back' }),
  );

  /** Only names that lie in the folder are found, so a name of a form reaches no other file. */
  function change(
    request: Request,
    response: Response,
    { account }: SignedIn,
    step: {
      readonly act: (dataDir: string, name: string) => boolean;
      readonly action: 'upload.remove' | 'upload.bring-back';
      readonly notice: KnowledgeNotice;
    },
  ): void {
    const { file } = fileForm.parse(request.body);
    const done = step.act(dataDir, file);
    if (done) {
      deps.onAudit(account.name, step.action, file);
      ingests.start();
    }
    response.redirect(303, `/staff/uploads?notice=${done ? step.notice : 'no-file'}`);
  }

  function refuse(
    response: Response,
    signedIn: SignedIn,
    status: number,
    problem: keyof typeof UPLOADS.problems,
  ): void {
    response.status(status);
    show(response, signedIn, {
      notice: null,
      accepted: [],
      problem: wordsIn(signedIn.preferences.language).uploads.problems[problem],
    });
  }

  function show(
    response: Response,
    signedIn: SignedIn,
    told: {
      readonly notice: KnowledgeNotice | null;
      readonly accepted: readonly AcceptedFile[];
      readonly problem: string | null;
    },
  ): void {
    const base = deps.knowledge.current();
    const uploads = studyUploads(listUploads(dataDir), uploadsFolder(dataDir), deps.knowledge.record(), base);
    response.send(
      renderUploadPage({
        signedIn,
        uploads,
        removed: listRemoved(dataDir),
        running: ingests.running(),
        ended: ingests.ended(),
        ...told,
      }),
    );
  }
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
