import type { Request, Response } from 'express';
import { z } from 'zod';
import type { RuleCorrection } from '../../../bot/corrections/correction.ts';
import {
  approved,
  type CorrectionChange,
  type CorrectionProblem,
  dismissed,
  proposed,
  takenUp,
  type WrittenCorrection,
} from '../../../bot/corrections/correction-changes.ts';
import { type IsOpen, listPeople, type ToldPerson } from '../../../bot/corrections/people.ts';
import type { AuditLog } from '../../../bot/ports/audit.ts';
import type { ChannelId, SendWindow } from '../../../bot/ports/channel.ts';
import type { Corrections } from '../../../bot/ports/corrections.ts';
import type { StaffStore } from '../../../bot/ports/staff.ts';
import type { createGuard } from '../guard.tsx';
import { VIETNAMESE } from '../languages/words.ts';
import { wordsIn } from '../languages/words-in.ts';
import { renderRefusal } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import {
  CORRECTION_TABS,
  type CorrectionRow,
  renderCorrectionListPage,
  tabOf,
  titleOf,
} from './correction-list-page.tsx';
import { type CorrectionNotice, renderCorrectionPage } from './correction-page.tsx';

const listQuery = z.object({ show: z.enum(CORRECTION_TABS).catch('waiting') });
const pageQuery = z.object({ done: z.enum(['changed', 'stale']).nullable().catch(null) });
/** Counting reads every answer that quoted a document; of a longer list each page tells its own. */
const MOST_COUNTED = 20;
/** Browsers send line breaks of a text area as CR LF. */
const line = z.string().transform((text) => text.replaceAll('\r\n', '\n').normalize('NFC').trim());
const form = z.object({
  seen: z.coerce.number().int().catch(-1),
  intro: line.catch(''),
  /** One text area sends one text, several send a list. */
  words: z.union([z.array(line), line.transform((text) => [text])]).catch([]),
  reason: line.transform((text) => text.slice(0, 300)).catch(''),
});

/** What the pages on corrections need. */
export interface CorrectionRoutesDependencies {
  readonly corrections: Corrections;
  readonly staff: StaffStore;
  readonly audit: AuditLog;
  /** Whether the bot may write to a citizen at a time. */
  readonly botWindow: (channel: ChannelId, lastInboundAt: number | null, now: number) => SendWindow;
  /** How long words are kept (days); 0 = for ever. */
  readonly retentionDays: number;
  readonly now: () => number;
}

/** What was told and no longer holds, whom it concerns, and what they are told. Every change is audited. */
export function addCorrectionRoutes(guard: ReturnType<typeof createGuard>, deps: CorrectionRoutesDependencies): void {
  const { corrections, staff, audit, botWindow, retentionDays, now } = deps;
  const isOpen: IsOpen = ({ channel, lastInboundAt }) => botWindow(channel, lastInboundAt, now()).open;

  guard.staff('GET /staff/corrections', async (request, response, signedIn) => {
    const tab = listQuery.parse(request.query).show;
    const all = await corrections.list();
    const shown = all.filter((correction) => tabOf(correction) === tab).toReversed();
    const rows: CorrectionRow[] = [];
    for (const correction of shown) {
      const isCounted = tab !== 'done' && rows.length < MOST_COUNTED;
      const people = isCounted ? (await peopleOf(correction, all)).length : (correction.counts?.people ?? null);
      rows.push({ correction, people });
    }
    const count = (name: (typeof CORRECTION_TABS)[number]) => all.filter((one) => tabOf(one) === name).length;
    const counts = { waiting: count('waiting'), approved: count('approved'), done: count('done') };
    response.send(renderCorrectionListPage({ signedIn, tab, counts, rows, retentionDays, now: now() }));
  });

  guard.staff('GET /staff/corrections/:id', async (request, response, signedIn) => {
    const correction = await corrections.find(String(request.params['id']));
    if (correction === null) return refuseUnknown(response, signedIn);
    await show(response, signedIn, correction, { done: pageQuery.parse(request.query).done });
  });

  guard.staff('POST /staff/corrections/:id/write', (request, response, signedIn) =>
    change(request, response, signedIn, 'write', (correction, { by, at, written }) =>
      proposed(correction, by, written, at),
    ),
  );
  guard.staff('POST /staff/corrections/:id/approve', (request, response, signedIn) =>
    change(request, response, signedIn, 'approve', (correction, { by, at }) => approved(correction, by, at)),
  );
  guard.staff('POST /staff/corrections/:id/dismiss', (request, response, signedIn) =>
    change(request, response, signedIn, 'dismiss', (correction, { by, at, written }) =>
      dismissed(correction, by, written.reason, at),
    ),
  );
  guard.staff('POST /staff/corrections/:id/take-up', (request, response, signedIn) =>
    change(request, response, signedIn, 'take-up', (correction) => takenUp(correction)),
  );

  /** What was decided on another version is not carried out: the words approved are the words that were read. */
  async function change(
    request: Request,
    response: Response,
    signedIn: SignedIn,
    action: string,
    rule: (
      correction: RuleCorrection,
      by: { readonly by: string; readonly at: number; readonly written: z.infer<typeof form> },
    ) => CorrectionChange,
  ): Promise<void> {
    const correction = await corrections.find(String(request.params['id']));
    if (correction === null) return refuseUnknown(response, signedIn);
    const written = form.parse(request.body);
    const at = now();
    const by = signedIn.account.name;
    const changed = rule(correction, { by, at, written });
    if (!changed.ok) {
      response.status(400);
      const again = action === 'write' ? written : null;
      return show(response, signedIn, correction, { problem: changed.problem, written: again });
    }
    const isSaved = written.seen === correction.version && (await corrections.save(changed.correction));
    if (isSaved) {
      const facts = { document: titleOf(correction, VIETNAMESE), author: changed.correction.author };
      await audit.append({ at, actor: by, action: `correction.${action}`, subject: correction.id, facts });
    }
    response.redirect(
      303,
      `/staff/corrections/${encodeURIComponent(correction.id)}?done=${isSaved ? 'changed' : 'stale'}`,
    );
  }

  async function show(
    response: Response,
    signedIn: SignedIn,
    correction: RuleCorrection,
    said: {
      readonly done?: CorrectionNotice | null;
      readonly problem?: CorrectionProblem;
      readonly written?: WrittenCorrection | null;
    },
  ): Promise<void> {
    const { done = null, problem = null, written = null } = said;
    const people = await peopleOf(correction, await corrections.list());
    const names = new Map((await staff.list()).map(({ account }) => [account.name, account.displayName]));
    response.send(renderCorrectionPage({ signedIn, correction, people, names, done, problem, written }));
  }

  function peopleOf(correction: RuleCorrection, all: readonly RuleCorrection[]): Promise<readonly ToldPerson[]> {
    return listPeople(corrections, correction, all, isOpen);
  }

  function refuseUnknown(response: Response, signedIn: SignedIn): void {
    const { unknown, back } = wordsIn(signedIn.preferences.language).corrections;
    response
      .status(404)
      .send(renderRefusal(signedIn, unknown, { href: '/staff/corrections', words: back }, { translated: true }));
  }
}
