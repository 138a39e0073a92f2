import type { Request, Response } from 'express';
import type { Decision } from '../../../knowledge/corrections.ts';
import type { RelationKind } from '../../../knowledge/document.ts';
import { dayInVietnam } from '../../../knowledge/vietnam-day.ts';
import { addCorrection, readCorrections } from '../../corrections/correction-log.ts';
import { correctionOf, readRelation, readUnrelation } from '../../corrections/document-collection.ts';
import { FIELDS, readFields } from '../../corrections/document-values.ts';
import { RELATION_WORDS } from '../../corrections/vietnamese.ts';
import { describeValidity } from '../../http/validity-line.ts';
import type { KnowledgeSource } from '../../knowledge-source.ts';
import type { OnAudit } from '../audit.ts';
import type { createGuard } from '../guard.tsx';
import type { ConsoleWords } from '../languages/words.ts';
import { wordsIn } from '../languages/words-in.ts';
import { renderRefusal } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { renderDocumentEditPage } from './document-edit-page.tsx';
import { filterRows, listDocuments, type StudiedDocument, studyDocument } from './document-facts.ts';
import { documentQuery, fieldsOf, listQuery, reasonForm, relationForm, versionForm } from './document-forms.ts';
import { renderDocumentListPage } from './document-list-page.tsx';
import { renderDocumentPage } from './document-page.tsx';
import type { TypedOnPage } from './document-view.ts';
import type { KnowledgeNotice } from './knowledge-layout.tsx';

/** What the pages on documents need. */
export interface DocumentRoutesDependencies {
  readonly knowledge: KnowledgeSource;
  readonly dataDir: string;
  /** The office's own place. */
  readonly territory: string;
  readonly now: () => number;
  /** Told of every change: who, what (`document.withdraw`), to which document or file. */
  readonly onAudit: OnAudit;
}

/** The list of documents, the page of one, and what editors decide about it. Every decision is obeyed at once. */
export function addDocumentRoutes(guard: ReturnType<typeof createGuard>, deps: DocumentRoutesDependencies): void {
  const { knowledge, dataDir, now } = deps;
  const circumstances = () => ({ day: dayInVietnam(now()), territory: deps.territory });
  const study = (request: Request) =>
    studyDocument(knowledge, String(request.params.id), readCorrections(dataDir), circumstances());

  guard.staff('GET /staff/documents', (request, response, signedIn) => {
    const { q, state, kind, territory, doubtful, notice } = listQuery.parse(request.query);
    const all = listDocuments(knowledge, readCorrections(dataDir), circumstances());
    const filter = { words: q, state, kind, territory, onlyDoubtful: doubtful !== null };
    response.send(renderDocumentListPage({ signedIn, rows: filterRows(all, filter), all, filter, notice }));
  });

  guard.staff('GET /staff/documents/:id', (request, response, signedIn) => {
    const studied = study(request);
    if (studied === null) return refuseUnknown(response, signedIn);
    const { q, notice } = documentQuery.parse(request.query);
    show(response, signedIn, studied, { words: q, notice, typed: null });
  });

  guard.staff('GET /staff/documents/:id/edit', (request, response, signedIn) => {
    const studied = study(request);
    if (studied === null) return refuseUnknown(response, signedIn);
    const nothing = { typed: {}, shown: null, problems: {}, stale: false };
    response.send(renderDocumentEditPage({ signedIn, studied, ...nothing }));
  });

  guard.staff('POST /staff/documents/:id/set', (request, response, signedIn) => {
    const studied = study(request);
    if (studied === null) return refuseUnknown(response, signedIn);
    const typed = fieldsOf(request.body, '');
    const shown = fieldsOf(request.body, 'shown.');
    const stale = versionForm.parse(request.body).version !== studied.version;
    const changed = Object.fromEntries(
      FIELDS.flatMap((field) => {
        const now = typed[field];
        return now === undefined || now === shown[field] ? [] : [[field, now] as const];
      }),
    );
    const read = readFields(changed, studied.document, wordsFor(signedIn).valueProblems);
    if (stale || !read.ok) {
      const problems = read.ok ? {} : read.problems;
      // Fields that the editor left alone show what a colleague made of them.
      const page = renderDocumentEditPage({ signedIn, studied, typed: changed, shown, problems, stale });
      response.status(stale ? 409 : 400).send(page);
      return;
    }
    if (Object.keys(read.value).length === 0) return goBack(response, studied, 'unchanged');
    record(signedIn, studied, { kind: 'set', values: read.value });
    goBack(response, studied, 'set');
  });

  guard.staff('POST /staff/documents/:id/relate', (request, response, signedIn) => {
    const relation = relationForm.parse(request.body);
    const kind = kindOf(relation.kind);
    decide(request, response, signedIn, { relation }, (studied, { documentPage, valueProblems }) =>
      kind === null
        ? { ok: false, problem: documentPage.chooseKind }
        : readRelation(
            {
              kind,
              other: relation.other,
              parts: relation.parts === '' ? null : relation.parts,
              from: relation.from === '' ? null : relation.from,
            },
            [...studied.base.documents.values()],
            valueProblems,
          ),
    );
  });

  guard.staff('POST /staff/documents/:id/unrelate', (request, response, signedIn) => {
    const { kind: typedKind, other } = relationForm.parse(request.body);
    const kind = kindOf(typedKind);
    decide(request, response, signedIn, {}, ({ document }, { documentPage, documents, valueProblems }) =>
      kind === null
        ? { ok: false, problem: documentPage.chooseKind }
        : readUnrelation(document, kind, other, { relations: documents.relations, problems: valueProblems }),
    );
  });

  guard.staff('POST /staff/documents/:id/withdraw', (request, response, signedIn) => {
    const { reason } = reasonForm.parse(request.body);
    decide(request, response, signedIn, { reason }, (_studied, { knowledgeNotices }) =>
      reason === ''
        ? { ok: false, problem: knowledgeNotices['no-reason'] }
        : { ok: true, value: { kind: 'withdraw', reason } },
    );
  });

  guard.staff('POST /staff/documents/:id/undo', (request, response, signedIn) =>
    decide(request, response, signedIn, {}, ({ standing }, { knowledgeNotices }) =>
      standing.length === 0
        ? { ok: false, problem: knowledgeNotices['nothing-to-undo'] }
        : { ok: true, value: { kind: 'undo' } },
    ),
  );
  guard.staff('POST /staff/documents/:id/confirm', (request, response, signedIn) =>
    decide(request, response, signedIn, {}, () => ({ ok: true, value: { kind: 'confirm', facts: '' } })),
  );
  guard.staff('POST /staff/documents/:id/restore', (request, response, signedIn) =>
    decide(request, response, signedIn, {}, () => ({ ok: true, value: { kind: 'restore' } })),
  );
  guard.staff('POST /staff/documents/:id/reset', (request, response, signedIn) =>
    decide(request, response, signedIn, {}, () => ({ ok: true, value: { kind: 'reset' } })),
  );

  /**
   * Records what an editor decided, unless the document is not the one that they looked at: then nothing is done, and
   * what they typed is shown again beside what stands there now. Nothing happens between the look and the record.
   */
  function decide(
    request: Request,
    response: Response,
    signedIn: SignedIn,
    typed: Omit<TypedOnPage, 'problem'>,
    read: (
      studied: StudiedDocument,
      words: ConsoleWords,
    ) => { readonly ok: true; readonly value: Decision } | { readonly ok: false; readonly problem: string },
  ): void {
    const studied = study(request);
    if (studied === null) {
      refuseUnknown(response, signedIn);
      return;
    }
    if (versionForm.parse(request.body).version !== studied.version) {
      again(response.status(409), signedIn, studied, { ...typed, problem: wordsFor(signedIn).knowledgeNotices.stale });
      return;
    }
    const decision = read(studied, wordsFor(signedIn));
    if (!decision.ok) {
      again(response.status(400), signedIn, studied, { ...typed, problem: decision.problem });
      return;
    }
    record(signedIn, studied, decision.value);
    goBack(response, studied, decision.value.kind);
  }

  function record({ account }: SignedIn, studied: StudiedDocument, decision: Decision): void {
    addCorrection(dataDir, correctionOf(studied, decision, account.name, now()));
    deps.onAudit(account.name, `document.${decision.kind}`, studied.document.number ?? studied.document.file);
  }

  function again(response: Response, signedIn: SignedIn, studied: StudiedDocument, typed: TypedOnPage): void {
    show(response, signedIn, studied, { words: '', notice: null, typed });
  }

  function show(
    response: Response,
    signedIn: SignedIn,
    studied: StudiedDocument,
    rest: { readonly words: string; readonly notice: KnowledgeNotice | null; readonly typed: TypedOnPage | null },
  ): void {
    const validityLine = describeValidity(
      studied.base.links,
      studied.document,
      circumstances(),
      wordsFor(signedIn).validity,
    );
    response.send(renderDocumentPage({ signedIn, studied, validityLine, ...rest }));
  }
}

function wordsFor({ preferences }: SignedIn): ConsoleWords {
  return wordsIn(preferences.language);
}

function kindOf(typed: string): RelationKind | null {
  const kinds = Object.keys(RELATION_WORDS) as RelationKind[]; // keys of a record by that type
  return kinds.find((kind) => kind === typed) ?? null;
}

function goBack(response: Response, { document }: StudiedDocument, notice: KnowledgeNotice): void {
  response.redirect(303, `/staff/documents/${document.id}?notice=${notice}`);
}

function refuseUnknown(response: Response, signedIn: SignedIn): void {
  const { documentPage, knowledgeRefusals } = wordsFor(signedIn);
  const link = { href: '/staff/documents', words: documentPage.back };
  response.status(404).send(renderRefusal(signedIn, knowledgeRefusals['no-document'], link, { translated: true }));
}
