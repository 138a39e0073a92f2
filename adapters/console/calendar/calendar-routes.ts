import type { Request, Response } from 'express';
import { z } from 'zod';
import { contentsOf } from '../../../bot/kept-contents.ts';
import { type KeptVersions, newestNumber } from '../../../bot/kept-versions.ts';
import { type OfficeCalendar, USUAL_CALENDAR } from '../../../bot/office-hours/calendar.ts';
import { type EditedOfficeTime, readCalendar } from '../../../bot/office-hours/kept-calendar.ts';
import type { createGuard } from '../guard.tsx';
import { wordsIn } from '../languages/words-in.ts';
import type { SignedIn } from '../sessions.ts';
import { unreadableIn } from '../unreadable-notice.tsx';
import {
  type AskedEdit,
  readCloseForm,
  readHolidaysForm,
  readHoursForm,
  readOpenForm,
  readRemoveForm,
} from './calendar-forms.ts';
import { renderCalendarPage } from './calendar-page.tsx';
import { problemsInWords, readMoment, yearsShown } from './calendar-view.ts';

const pageQuery = z.object({
  at: z.string().max(20).catch(''),
  done: z.enum(['changed', 'same', 'stale']).nullable().catch(null),
});
const seenForm = z.object({ seen: z.coerce.number().int().min(0).catch(-1) });
const restoreForm = z.object({ version: z.coerce.number().int().min(0).catch(-1) });

/** What the calendar page needs. */
export interface CalendarRoutesDependencies {
  readonly office: EditedOfficeTime;
  readonly calendarVersions: KeptVersions<OfficeCalendar>;
  readonly now: () => number;
}

/** The page of the office's hours and holidays. Each change is checked as a whole calendar before anything is kept. */
export function addCalendarRoutes(guard: ReturnType<typeof createGuard>, deps: CalendarRoutesDependencies): void {
  const { office, calendarVersions, now } = deps;

  guard.staff('GET /staff/calendar', async (request, response, signedIn) => {
    const { at, done } = pageQuery.parse(request.query);
    await show(response, signedIn, { at, done, problems: [] });
  });

  const edits = [
    ['POST /staff/calendar/hours', 'calendar.hours', readHoursForm],
    [
      'POST /staff/calendar/holidays',
      'calendar.holidays',
      (body: unknown) => readHolidaysForm(body, yearsShown(now())),
    ],
    ['POST /staff/calendar/close', 'calendar.close', readCloseForm],
    ['POST /staff/calendar/open', 'calendar.open', readOpenForm],
    ['POST /staff/calendar/remove', 'calendar.remove-day', readRemoveForm],
  ] as const;
  for (const [route, action, read] of edits) {
    guard.staff(route, (request, response, signedIn) =>
      change(request, response, signedIn, action, read(request.body)),
    );
  }

  guard.staff('POST /staff/calendar/restore', async (request, response, signedIn) => {
    const { version } = restoreForm.parse(request.body);
    const past = (await calendarVersions.list()).find(({ number }) => number === version);
    const before = version === 0 ? USUAL_CALENDAR : past === undefined ? null : restorable(past.snapshot);
    const asked: AskedEdit =
      before === null
        ? { problem: ({ calendar }) => calendar.unusable }
        : { edit: () => before, subject: `version ${version}` };
    await change(request, response, signedIn, 'calendar.restore', asked);
  });

  async function change(
    request: Request,
    response: Response,
    signedIn: SignedIn,
    action: string,
    asked: AskedEdit,
  ): Promise<void> {
    const words = wordsIn(signedIn.preferences.language);
    if ('problem' in asked) return refuse(response, signedIn, [asked.problem(words)]);
    const { edit, subject } = asked;
    const { value: present } = await calendarVersions.standing();
    const problems = problemsInWords(edit(present), words);
    if (problems.length > 0) return refuse(response, signedIn, problems);
    const done = await calendarVersions.change({
      by: signedIn.account.name,
      action,
      subject,
      seen: seenForm.parse(request.body).seen,
      next(current) {
        const value = JSON.stringify(edit(current));
        return { value, snapshot: value };
      },
    });
    office.forget();
    response.redirect(303, `/staff/calendar?done=${done}`);
  }

  async function refuse(response: Response, signedIn: SignedIn, problems: readonly string[]): Promise<void> {
    response.status(400);
    await show(response, signedIn, { at: '', done: null, problems });
  }

  async function show(
    response: Response,
    signedIn: SignedIn,
    state: {
      readonly at: string;
      readonly done: 'changed' | 'same' | 'stale' | null;
      readonly problems: readonly string[];
    },
  ): Promise<void> {
    const standing = await calendarVersions.standing();
    const { value: calendar, versions } = standing;
    response.send(
      renderCalendarPage({
        signedIn,
        calendar,
        unreadable: unreadableIn('calendar', standing),
        versions,
        seen: newestNumber(versions),
        now: now(),
        tried: readMoment(state.at),
        triedAt: state.at,
        done: state.done,
        problems: state.problems,
      }),
    );
  }
}

function restorable(snapshot: string): OfficeCalendar | null {
  return contentsOf<OfficeCalendar | null>(snapshot, { parse: readCalendar, usual: null }).value;
}
