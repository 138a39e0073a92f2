import { z } from 'zod';
import type { EditedAdmissionTables } from '../../../bot/admission/published-tables.ts';
import { handledIncident, type Incident, newIncident, reopenedIncident } from '../../../bot/incidents/incident.ts';
import type { Alarm } from '../../../bot/ports/alarms.ts';
import type { Incidents } from '../../../bot/ports/incidents.ts';
import type { StaffAccount, StaffStore } from '../../../bot/ports/staff.ts';
import { schoolIncidentAlarm } from '../../../bot/raised-alarms.ts';
import { placeKey } from '../../../knowledge/admission/names.ts';
import { dayInVietnam } from '../../../knowledge/vietnam-day.ts';
import type { OnAudit } from '../audit.ts';
import type { createGuard } from '../guard.tsx';
import { LONGEST, readIncidentForm, type WrittenIncident, writtenIncident, writtenMoment } from './incident-form.ts';
import { renderIncidentPage } from './incident-page.tsx';
import { renderIncidentList } from './list-page.tsx';
import { renderNewIncident } from './new-page.tsx';

const DAY_MS = 24 * 3_600_000;
const HANDLED_SHOWN_MS = 90 * DAY_MS;
/** Incidents that a page lists; an office has some a day. */
const MOST_LISTED = 500;

const pageQuery = z.object({ done: z.enum(['filed', 'handled', 'reopened', 'stale', 'empty']).nullable().catch(null) });
const handlingForm = z.object({
  seen: z.coerce.number().int().catch(-1),
  to: z.enum(['handled', 'open']).catch('handled'),
  result: z
    .string()
    .catch('')
    .transform((words) => words.trim()),
});

/** What the pages of incidents need. */
export interface IncidentRoutesDependencies {
  readonly incidents: Incidents;
  readonly admission: EditedAdmissionTables;
  readonly staff: StaffStore;
  readonly onAudit: OnAudit;
  /** Wakes the duty officer. */
  readonly raise: (alarm: Alarm) => void;
  readonly now: () => number;
  readonly newId: () => string;
}

/** The form by which a school's incident is filed within a minute, the list of incidents, and what came of each. */
export function addIncidentRoutes(guard: ReturnType<typeof createGuard>, deps: IncidentRoutesDependencies): void {
  const { incidents, onAudit, raise, now, newId } = deps;

  guard.staff('GET /staff/incidents', async (_request, response, signedIn) => {
    const at = now();
    const filed = await incidents.filed({ from: 0, until: at + 1 }, MOST_LISTED);
    const seen = filed.filter((incident) => maySee(signedIn.account, incident));
    const open = seen.filter(({ state }) => state === 'open');
    const handled = seen.filter(({ state, filedAt }) => state === 'handled' && filedAt > at - HANDLED_SHOWN_MS);
    response.send(renderIncidentList({ signedIn, open, handled }));
  });

  guard.staff('GET /staff/incidents/new', async (_request, response, signedIn) => {
    const written: WrittenIncident = {
      id: newId(),
      school: signedIn.account.group ?? '',
      kind: '',
      urgency: '',
      happened: writtenMoment(now()),
      description: '',
      contact: '',
    };
    response.send(renderNewIncident({ signedIn, written, schools: await schoolNames(deps), problems: [] }));
  });

  guard.staff('POST /staff/incidents/new', async (request, response, signedIn) => {
    const written = writtenIncident.parse(request.body ?? {});
    const read = readIncidentForm(written, now());
    if (!read.ok) {
      const page = { signedIn, written: { ...written, id: newId() }, schools: await schoolNames(deps) };
      response.status(400).send(renderNewIncident({ ...page, problems: read.problems }));
      return;
    }
    const { ok: _ok, ...said } = read;
    const { name } = signedIn.account;
    const incident = newIncident({ ...said, id: written.id || newId(), filedAt: now(), filedBy: name });
    // A form that is posted again files nothing anew.
    if (await incidents.save(incident)) {
      onAudit(name, 'incident.file', `${incident.id} ${incident.kind} ${incident.urgency}`);
      if (incident.urgency !== 'normal') raise(schoolIncidentAlarm(incident));
    }
    response.redirect(303, `/staff/incidents/${incident.id}?done=filed`);
  });

  guard.staff('GET /staff/incidents/:id', async (request, response, signedIn) => {
    const incident = await incidents.find(String(request.params['id']));
    if (incident === null || !maySee(signedIn.account, incident))
      return void response.redirect(303, '/staff/incidents');
    const names = new Map((await deps.staff.list()).map(({ account }) => [account.name, account.displayName]));
    const nameOf = (name: string) => names.get(name) ?? name;
    response.send(renderIncidentPage({ signedIn, incident, nameOf, done: pageQuery.parse(request.query).done }));
  });

  guard.staff('POST /staff/incidents/:id', async (request, response, signedIn) => {
    const { seen, to, result } = handlingForm.parse(request.body ?? {});
    const incident = await incidents.find(String(request.params['id']));
    if (incident === null) return void response.redirect(303, '/staff/incidents');
    const leave = (done: string) => response.redirect(303, `/staff/incidents/${incident.id}?done=${done}`);
    if (seen !== incident.version) return void leave('stale');
    if (to === 'handled' && (result === '' || result.length > LONGEST.result)) return void leave('empty');
    const { name } = signedIn.account;
    const changed = to === 'open' ? reopenedIncident(incident) : handledIncident(incident, name, result, now());
    if (!(await incidents.save(changed))) return void leave('stale');
    onAudit(name, to === 'open' ? 'incident.reopen' : 'incident.handle', incident.id);
    leave(to === 'open' ? 'reopened' : 'handled');
  });
}

/** Those in charge and the spokesperson see all; everybody else what they filed, or what their own school did. */
function maySee({ name, role, group }: StaffAccount, { filedBy, school }: Incident): boolean {
  if (role !== 'agent') return true;
  return filedBy === name || (group !== null && placeKey(group) === placeKey(school));
}

/** Schools of the published admission table, and those that accounts belong to. */
async function schoolNames({ admission, staff, now }: IncidentRoutesDependencies): Promise<readonly string[]> {
  const published = await admission.tableOn(dayInVietnam(now()));
  const groups = (await staff.list()).flatMap(({ account }) => account.group ?? []);
  const names = [...(published?.table.zones.flatMap(({ schools }) => schools) ?? []), ...groups];
  const byKey = new Map(names.map((name) => [placeKey(name), name]));
  return [...byKey.values()].sort((one, other) => one.localeCompare(other, 'vi'));
}
