import express, { Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { EditedOfficeTime } from '../../bot/office-hours/kept-calendar.ts';
import type { AuditLog } from '../../bot/ports/audit.ts';
import type { KeptValues } from '../../bot/ports/kept-values.ts';
import type { Links } from '../../bot/ports/links.ts';
import type { LiveEvent } from '../../bot/ports/live-events.ts';
import type { StaffFactors } from '../../bot/ports/staff-factors.ts';
import { openEventStream } from '../http/event-stream.ts';
import { createSealing } from '../sealing/sealing.ts';
import { addAccountRoutes, loginLimit } from './account-routes.tsx';
import { type AdmissionRoutesDependencies, addAdmissionRoutes } from './admission/admission-routes.ts';
import { type ApprovalRoutesDependencies, addApprovalRoutes } from './approval/approval-routes.ts';
import type { OnAudit } from './audit.ts';
import { addAuditRoutes } from './audit-log/audit-routes.ts';
import { addCalendarRoutes, type CalendarRoutesDependencies } from './calendar/calendar-routes.ts';
import { addCorrectionRoutes, type CorrectionRoutesDependencies } from './corrections/correction-routes.ts';
import { createWaitingCount } from './count-waiting.ts';
import { addAbuseRoutes } from './desk/abuse-routes.ts';
import { createCannedReplies } from './desk/canned-replies.ts';
import { addCannedRoutes } from './desk/canned-routes.ts';
import { addDeskRoutes } from './desk/desk-routes.ts';
import { addHoldRoutes, type HoldRoutesDependencies } from './desk/hold-routes.ts';
import { addNoteRoutes } from './desk/note-routes.ts';
import { createTicketView } from './desk/ticket-view.tsx';
import { addGapRoutes, type GapRoutesDependencies } from './gaps/gap-routes.ts';
import { createGuard } from './guard.tsx';
import { addHealthRoutes } from './health/health-routes.ts';
import type { HealthSources } from './health/read-health.ts';
import { addInboxRoutes, type InboxDependencies } from './inbox/inbox-routes.tsx';
import { addIncidentRoutes, type IncidentRoutesDependencies } from './incidents/incident-routes.ts';
import { addDocumentRoutes } from './knowledge/document-routes.tsx';
import { addTrialRoutes } from './knowledge/trial-routes.tsx';
import { addUploadRoutes, type UploadRoutesDependencies } from './knowledge/upload-routes.tsx';
import { addSessionRoutes } from './own-sessions/session-routes.ts';
import type { Passwords } from './passwords.ts';
import { addPreferenceRoutes } from './preference-routes.ts';
import { addRegisterRoutes } from './press-register/register-routes.ts';
import { addRadarRoutes, type RadarRoutesDependencies } from './radar/radar-routes.ts';
import { createReadableEvents } from './readable-events.ts';
import { addReportRoutes, type ReportRoutesDependencies } from './reports/report-routes.ts';
import { addFactorRoutes } from './second-factor/factor-routes.tsx';
import { createSecondFactor, type SecondFactorMode } from './second-factor/second-factor.ts';
import { createSessions } from './sessions.ts';
import { addStatementRoutes, type StatementRoutesDependencies } from './statements/statement-routes.ts';
import { addSwitchRoutes } from './switch-routes.tsx';
import { addTicketRoutes, type TicketRoutesDependencies } from './ticket-routes.tsx';
import { addTopicRoutes, type TopicRoutesDependencies } from './topics/topic-routes.ts';
import { addUserRoutes } from './users/user-routes.tsx';

const HEARTBEAT_MS = 20_000;
/** A reply of 2,000 Vietnamese characters, percent-encoded, with room to spare. */
const LARGEST_FORM = '64kb';

/** What the console needs from the rest of the product. */
export interface ConsoleDependencies
  extends Omit<TicketRoutesDependencies, 'ticketView'>,
    InboxDependencies,
    UploadRoutesDependencies,
    CalendarRoutesDependencies,
    ApprovalRoutesDependencies,
    AdmissionRoutesDependencies,
    TopicRoutesDependencies,
    GapRoutesDependencies,
    CorrectionRoutesDependencies,
    ReportRoutesDependencies,
    RadarRoutesDependencies,
    IncidentRoutesDependencies,
    HoldRoutesDependencies,
    StatementRoutesDependencies,
    Omit<HealthSources, 'records' | 'knowledge'> {
  readonly kept: KeptValues;
  readonly newId: () => string;
  readonly audit: AuditLog;
  readonly links: Links;
  readonly office: EditedOfficeTime;
  readonly factors: StaffFactors;
  readonly secondFactorMode: SecondFactorMode;
  /** Keys that encrypt second factors, 32 bytes each; the first seals. */
  readonly factorKeys: readonly [Buffer, ...Buffer[]];
  /** Under this name authenticator apps list the accounts. */
  readonly officeName: string;
  readonly onAudit: OnAudit;
  readonly randomBytes: (size: number) => Buffer;
  readonly passwords: Passwords;
  readonly secureCookies: boolean;
}

/** The staff console under `/staff`; mount it at the root. Faults go on to the application's handler. */
export function createConsoleRoutes(deps: ConsoleDependencies): Router {
  const router = Router();
  const sessions = createSessions(deps);
  const secondFactor = createSecondFactor({
    ...deps,
    mode: deps.secondFactorMode,
    sealing: createSealing(deps.factorKeys, deps.randomBytes),
    issuer: deps.officeName,
  });
  const accountDeps = { ...deps, sessions, secondFactor };
  const guard = createGuard(router, sessions, createWaitingCount(deps));
  const mayRead = createReadableEvents(deps.records);

  router.use('/staff', (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.post('/staff/login', loginLimit(rateLimit));
  router.use('/staff', express.urlencoded({ extended: false, limit: LARGEST_FORM }));

  addAccountRoutes(guard, accountDeps);
  addFactorRoutes(guard, accountDeps);
  addSessionRoutes(guard, deps);
  addUserRoutes(guard, accountDeps);
  addPreferenceRoutes(guard, deps);
  addInboxRoutes(guard, deps);
  addAuditRoutes(guard, deps);
  addCalendarRoutes(guard, deps);
  addApprovalRoutes(guard, deps);
  addTopicRoutes(guard, deps);
  addAdmissionRoutes(guard, deps);
  addHealthRoutes(guard, deps);
  addRegisterRoutes(guard, deps);
  addGapRoutes(guard, deps);
  addCorrectionRoutes(guard, deps);
  addReportRoutes(guard, deps);
  addRadarRoutes(guard, deps);
  addIncidentRoutes(guard, deps);
  addStatementRoutes(guard, deps);
  const cannedReplies = createCannedReplies(deps.kept);
  const ticketView = createTicketView({ ...deps, cannedReplies });
  addTicketRoutes(guard, { ...deps, ticketView });
  addDeskRoutes(guard, { ...deps, cannedReplies, ticketView });
  addNoteRoutes(guard, { ...deps, ticketView });
  addHoldRoutes(guard, { ...deps, ticketView });
  addAbuseRoutes(guard, { ...deps, ticketView });
  addCannedRoutes(guard, { ...deps, cannedReplies });
  addSwitchRoutes(guard, deps);
  addDocumentRoutes(guard, deps);
  addUploadRoutes(guard, deps);
  addTrialRoutes(guard, deps);

  guard.staff('GET /staff/events', (request, response, { account }) => {
    const stream = openEventStream(response, {
      heartbeatMs: HEARTBEAT_MS,
      // The stream never renews the session and ends with it.
      onHeartbeat: () => {
        sessions.current(request, response, { renew: false }).then(
          (signedIn) => {
            if (signedIn === null) stream.close();
          },
          () => stream.close(),
        );
      },
      onClose: () => unsubscribe(),
    });
    // One after the other, so that events keep their order.
    let told = Promise.resolve();
    const unsubscribe = deps.live.subscribe((event) => {
      told = told.then(async () => {
        if (await mayRead(event, account)) tell(event);
        // Lists are looked at anew all the same: what became a matter of the press leaves them.
        else if (event.kind === 'tickets') tell({ ...event, ticketId: null });
      });
      told.catch(() => stream.close());
    });
    const tell = (event: LiveEvent) => {
      if (event.kind === 'tickets') stream.send('tickets', { ticketId: event.ticketId });
      else if (event.kind === 'presence' && event.name !== account.name) stream.send('presence', { ...event });
      else if (event.kind === 'transcript') stream.send('transcript', { conversationId: event.conversationId });
    };
  });

  return router;
}
