import type { Request, Response } from 'express';
import { z } from 'zod';
import { anonymousQuestion } from '../../../bot/gaps/anonymous-question.ts';
import { type KeptVersions, newestNumber } from '../../../bot/kept-versions.ts';
import type { Alarm } from '../../../bot/ports/alarms.ts';
import type { Gaps } from '../../../bot/ports/gaps.ts';
import type { ReportRows } from '../../../bot/ports/report-rows.ts';
import type { StaffStore } from '../../../bot/ports/staff.ts';
import type { RadarFindings, WatchedRumour } from '../../../bot/radar/radar-state.ts';
import { statementWaitsAlarm } from '../../../bot/raised-alarms.ts';
import { isAbout } from '../../../bot/statements/find-statement.ts';
import { type KeptStatements, type Statement, writeStatements } from '../../../bot/statements/statement.ts';
import {
  drafted,
  lifted,
  released,
  type StatementChange,
  type StatementProblem,
  type WrittenStatement,
  withFarewell,
} from '../../../bot/statements/statement-changes.ts';
import { heldGap } from '../../../bot/statements/statement-ledger.ts';
import { eachTurn } from '../../reporting/take-snapshot.ts';
import type { createGuard } from '../guard.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { renderRefusal } from '../layout.tsx';
import { mayUse } from '../may-use.ts';
import type { SignedIn } from '../sessions.ts';
import { unreadableIn } from '../unreadable-notice.tsx';
import { begunStatement, canBeStated } from './begin-statement.ts';
import { renderStatementForm } from './form-page.tsx';
import { renderStatementList } from './list-page.tsx';
import { type Reach, renderStatementPreview } from './preview-page.tsx';
import { readNewQuery, readStatementForm, type StatedAbout } from './statement-form.ts';
import { renderStatementPage } from './statement-page.tsx';
import { STATEMENTS } from './vietnamese.ts';

const DAY_MS = 24 * 3_600_000;
/** Turns of the last day that a preview looks through, and shows. */
const MOST_LOOKED = 2_000;
const MOST_EXAMPLES = 6;

type Done = keyof typeof STATEMENTS.notices;
const done = z
  .enum(Object.keys(STATEMENTS.notices) as [Done, ...Done[]]) // keys of a record by those keys
  .nullable()
  .catch(null);
const pageQuery = z.object({ done });
const stepForm = z.object({
  seen: z.coerce.number().int().min(0).catch(-1),
  release: z.literal('1').optional().catch(undefined),
  edit: z.literal('1').optional().catch(undefined),
  why: z
    .string()
    .catch('')
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 300)),
  text: z
    .string()
    .catch('')
    .transform((text) => text.replaceAll('\r\n', '\n').normalize('NFC').trim()),
});

/** What the pages of statements need. */
export interface StatementRoutesDependencies {
  readonly statements: KeptStatements;
  readonly statementVersions: KeptVersions<readonly Statement[]>;
  readonly radar: RadarFindings;
  readonly reportRows: ReportRows;
  readonly gaps: Gaps;
  readonly staff: StaffStore;
  readonly publicUrl: string | null;
  readonly raise: (alarm: Alarm) => void;
  readonly newId: () => string;
  readonly now: () => number;
}

/** The pages on which the office words what is said in place of the documents; only a spokesperson lets it out. */
export function addStatementRoutes(guard: ReturnType<typeof createGuard>, deps: StatementRoutesDependencies): void {
  const { statements, statementVersions, radar, gaps, now, publicUrl } = deps;

  guard.staff('GET /staff/statements', async (request, response, signedIn) => {
    const [standing, names] = await Promise.all([statementVersions.standing(), namesOfStaff()]);
    const unreadable = unreadableIn('statements', standing);
    const { done } = pageQuery.parse(request.query);
    response.send(renderStatementList({ signedIn, statements: standing.value, unreadable, names, done, now: now() }));
  });

  guard.staff('GET /staff/statements/new', async (request, response, signedIn) => {
    const { kind, stream, rumour: id } = readNewQuery(request.query);
    const rumour = await rumourOf(id);
    const known = stream !== null && canBeStated(stream) ? stream : null;
    const written = begunStatement(kind, { stream: known, rumour }, now());
    response.send(renderStatementForm({ signedIn, written, rumour, problem: null }));
  });

  guard.staff('POST /staff/statements/preview', async (request, response, signedIn) => {
    const written = readStatementForm(request.body);
    const changed = draftOf(written, signedIn);
    if (stepForm.parse(request.body).edit !== undefined) return showForm(response, signedIn, written, null);
    if (!changed.ok) return showForm(response, signedIn, written, changed.problem);
    const seen = newestNumber(await statementVersions.list());
    response.send(renderStatementPreview({ signedIn, written, reach: await reachOf(written), seen, now: now() }));
  });

  guard.staff('POST /staff/statements', async (request, response, signedIn) => {
    const written = readStatementForm(request.body);
    const { seen, release } = stepForm.parse(request.body);
    const draft = draftOf(written, signedIn);
    if (!draft.ok) return showForm(response, signedIn, written, draft.problem);
    const mayRelease = release !== undefined && mayUse(signedIn, 'POST /staff/statements/:id/release');
    const change = mayRelease ? released(draft.statement, signedIn.account.name, now()) : draft;
    if (!change.ok) return showForm(response, signedIn, written, change.problem);
    const result = mayRelease ? 'released' : 'drafted';
    const kept = await keep(signedIn, mayRelease ? 'statement.release' : 'statement.draft', seen, change.statement);
    if (kept && mayRelease) await markRumour(change.statement);
    if (kept && !mayRelease) deps.raise(statementWaitsAlarm(change.statement));
    response.redirect(303, `/staff/statements?done=${kept ? result : 'stale'}`);
  });

  guard.staff('GET /staff/statements/:id', async (request, response, signedIn) => {
    const found = await find(request);
    if (found === null) return refuseUnknown(response, signedIn);
    await show(response, signedIn, found, pageQuery.parse(request.query).done, null);
  });

  guard.staff('POST /staff/statements/:id/release', (request, response, signedIn) =>
    step(request, response, signedIn, 'release', (one, by) => released(one, by, now())),
  );
  guard.staff('POST /staff/statements/:id/lift', (request, response, signedIn) =>
    step(request, response, signedIn, 'lift', (one, by, { why }) => lifted(one, by, why, now())),
  );
  guard.staff('POST /staff/statements/:id/farewell', (request, response, signedIn) =>
    step(request, response, signedIn, 'farewell', (one, by, { text }) => withFarewell(one, by, text, now(), publicUrl)),
  );

  const DONE = { release: 'released', lift: 'lifted', farewell: 'told' } as const satisfies Record<string, Done>;

  async function step(
    request: Request,
    response: Response,
    signedIn: SignedIn,
    name: keyof typeof DONE,
    rule: (statement: Statement, by: string, form: z.infer<typeof stepForm>) => StatementChange,
  ): Promise<void> {
    const found = await find(request);
    if (found === null) return refuseUnknown(response, signedIn);
    const form = stepForm.parse(request.body);
    const change = rule(found, signedIn.account.name, form);
    if (!change.ok) {
      response.status(400);
      return show(response, signedIn, found, null, change.problem);
    }
    const kept = await keep(signedIn, `statement.${name}`, form.seen, change.statement);
    if (kept && name === 'release') await markRumour(change.statement);
    response.redirect(303, `/staff/statements/${encodeURIComponent(found.id)}?done=${kept ? DONE[name] : 'stale'}`);
  }

  /** Puts a statement in the place of its version before; `false`: somebody changed one meanwhile. */
  async function keep(signedIn: SignedIn, action: string, seen: number, statement: Statement): Promise<boolean> {
    const { id, kind, why, ended, until, text } = statement;
    const done = await statementVersions.change({
      by: signedIn.account.name,
      action,
      subject: id,
      seen,
      facts: { kind, reason: ended?.why ?? why, until: new Date(until).toISOString() },
      next: (current) => {
        const others = current.filter((one) => one.id !== id);
        return { value: writeStatements([statement, ...others]), snapshot: text };
      },
    });
    statements.forget();
    return done === 'changed';
  }

  /** A finding settles what became of the words that went round. */
  async function markRumour({ kind, rumourId }: Statement): Promise<void> {
    if (rumourId !== null) await radar.setStatus(rumourId, kind === 'holding' ? 'checking' : 'answered');
  }

  function draftOf(written: WrittenStatement, signedIn: SignedIn): StatementChange {
    return drafted(written, deps.newId(), signedIn.account.name, now(), publicUrl);
  }

  async function showForm(
    response: Response,
    signedIn: SignedIn,
    written: WrittenStatement,
    problem: StatementProblem | null,
  ): Promise<void> {
    if (problem !== null) response.status(400);
    const rumour = await rumourOf(written.rumourId);
    response.send(renderStatementForm({ signedIn, written, rumour, problem }));
  }

  async function show(
    response: Response,
    signedIn: SignedIn,
    statement: Statement,
    done: Done | null,
    problem: StatementProblem | null,
  ): Promise<void> {
    const [asked, names, versions] = await Promise.all([
      gaps.questionsIn(heldGap(statement.id)),
      namesOfStaff(),
      statementVersions.list(),
    ]);
    const seen = newestNumber(versions);
    response.send(renderStatementPage({ signedIn, statement, asked, names, seen, done, problem, now: now() }));
  }

  async function reachOf(about: StatedAbout): Promise<Reach> {
    const examples = new Set<string>();
    let looked = 0;
    let count = 0;
    const at = now();
    for await (const { question, topic } of eachTurn(deps.reportRows, { from: at - DAY_MS, until: at + 1 })) {
      if (question === '') continue;
      if (looked === MOST_LOOKED) break;
      looked += 1;
      if (!isAbout(about, question, topic)) continue;
      count += 1;
      if (examples.size < MOST_EXAMPLES) examples.add(anonymousQuestion(question));
    }
    return { looked, count, examples: [...examples] };
  }

  async function find(request: Request): Promise<Statement | null> {
    const { value } = await statementVersions.standing();
    return value.find(({ id }) => id === request.params['id']) ?? null;
  }

  async function rumourOf(id: string | null): Promise<WatchedRumour | null> {
    return id === null ? null : ((await radar.read()).value.rumours.find((one) => one.id === id) ?? null);
  }

  async function namesOfStaff(): Promise<ReadonlyMap<string, string>> {
    return new Map((await deps.staff.list()).map(({ account }) => [account.name, account.displayName]));
  }

  function refuseUnknown(response: Response, signedIn: SignedIn): void {
    const { unknown, back } = wordsIn(signedIn.preferences.language).statements;
    response
      .status(404)
      .send(renderRefusal(signedIn, unknown, { href: '/staff/statements', words: back }, { translated: true }));
  }
}
