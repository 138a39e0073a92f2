import { writtenMoment } from '../../../adapters/console/incidents/incident-form.ts';
import { openOfficeSettings } from '../../../adapters/office-settings.ts';
import type { Stores } from '../../../adapters/stores/engine.ts';
import { createAdmissionPublishing } from '../../../bot/admission/publish-table.ts';
import type { RuleCorrection } from '../../../bot/corrections/correction.ts';
import { proposed } from '../../../bot/corrections/correction-changes.ts';
import { newestNumber } from '../../../bot/kept-versions.ts';
import { dayInVietnam } from '../../../knowledge/vietnam-day.ts';
import { aTable } from '../../builders/admission-table.ts';
import type { PageVisitor } from '../../builders/page-visitor.ts';
import { until } from '../../builders/product.ts';
import { aDate } from '../../builders/reminders.ts';
import { hiddenField } from '../../builders/staff-visitor.ts';
import { type PlantedMessage, STATED_MATTER } from './planted-messages.ts';

const DAY_MS = 24 * 3_600_000;
const MOST_OPEN = 5_000;
/** Work in the background is done again within half a minute. */
const LOOK_MS = 90_000;

/** People of the office at the console, who tell each other and citizens what they were told. */
export interface PlantedOffice {
  /** Publishes the dates that citizens are reminded of; `days` from today. */
  publishDates(days: number): Promise<void>;
  /** Has the office say that people should wait about {@link STATED_MATTER}, with the reason why. */
  holdMatter(): Promise<void>;
  /** Ends it, with the reason why. */
  endHolding(): Promise<void>;
  /** Takes documents out that citizens were answered from, and has one correction told, another put aside. */
  withdrawDocuments(): Promise<void>;
  /** Puts questions that nothing answers aside, and sends an answer to one back, with the reasons. */
  workOnGaps(): Promise<void>;
  fileIncidents(count: number): Promise<void>;
  /** Tags matters, searches them, answers and closes some; gives how many were closed. */
  workOnTickets(count: number): Promise<number>;
  /** Silences the bot and lets it speak again, with the reasons. */
  throwSwitch(): Promise<void>;
  /** Waits until what staff answered lies as a draft for everybody. */
  draftsLaid(): Promise<void>;
  draftReport(month: string): Promise<void>;
  /** What was told among people of the office. */
  readonly written: readonly PlantedMessage[];
  /** What citizens were written, which lies as it was sent and may stand nowhere else. */
  readonly replied: readonly PlantedMessage[];
  /** Whom to call at a school, which those who must call read. */
  readonly contacts: readonly PlantedMessage[];
}

/** @param told what they were told, one piece of work after the other */
export function createPlantedOffice(
  { admin, second, spokesperson }: Readonly<Record<'admin' | 'second' | 'spokesperson', PageVisitor>>,
  stores: Stores,
  told: () => PlantedMessage,
): PlantedOffice {
  const written: PlantedMessage[] = [];
  const replied: PlantedMessage[] = [];
  const contacts: PlantedMessage[] = [];
  const say = (into: PlantedMessage[]): string => {
    const message = told();
    into.push(message);
    return message.text;
  };

  /** Fills in a form of a page; `path` where it goes. */
  async function submit(page: string, path: string, fields: Record<string, string>, by = admin): Promise<void> {
    const html = await (await by.get(page)).text();
    const hidden = ['token', 'seen', 'version'].map((name) => [name, hiddenField(html, name)] as const);
    const response = await by.submit(path, {
      ...Object.fromEntries(hidden.filter(([, value]) => value !== '')),
      ...fields,
    });
    if (response.status !== 303) throw new Error(`${path} was answered with ${response.status}.`);
    if (/=(?:stale|empty|bad)/.test(response.headers.get('location') ?? '')) throw new Error(`${path} was stale.`);
  }

  async function tellCorrection(correction: RuleCorrection): Promise<void> {
    const words = { intro: correction.intro, words: correction.changes.map((change) => change.words) };
    const wait = proposed(correction, 'admin', words, Date.now());
    if (!wait.ok) throw new Error(`No correction: ${wait.problem.kind}.`);
    await stores.corrections.save(wait.correction);
    await submit(`/staff/corrections/${correction.id}`, `/staff/corrections/${correction.id}/approve`, {}, second);
    await until(async () => (await stores.corrections.told(correction.id)).length > 0, LOOK_MS);
  }

  return {
    written,
    replied,
    contacts,

    async publishDates(days) {
      const lock = <T>(work: () => Promise<T>) => work();
      const onFault = (error: unknown) => {
        throw error;
      };
      const { admissionVersions } = openOfficeSettings({ ...stores, now: Date.now, lock, onFault });
      const publishing = createAdmissionPublishing(stores.kept, admissionVersions);
      const date = aDate({ first: dayInVietnam(Date.now()), last: dayInVietnam(Date.now() + days * DAY_MS) });
      const seen = newestNumber(await admissionVersions.list());
      await publishing.publish({ by: 'admin', seen, table: aTable({ dates: [date] }) });
    },

    async holdMatter() {
      const text = 'Dạ, cơ quan đang kiểm tra việc này, xin anh/chị chờ thông báo ạ.';
      const when = { until: writtenMoment(Date.now() + DAY_MS), seen: '0', release: '1' };
      const statement = { kind: 'holding', phrases: STATED_MATTER, text, why: say(written), ...when };
      await submit('/staff/statements/new', '/staff/statements', statement, spokesperson);
    },

    async endHolding() {
      const list = await (await admin.get('/staff/statements')).text();
      const page = /\/staff\/statements\/[0-9a-f]{8}-[\w-]+/.exec(list)?.[0] ?? '';
      await submit(page, `${page}/lift`, { why: say(written) });
      const text = 'Dạ, nội dung anh/chị hỏi nay đã có thông tin ạ.';
      await submit(page, `${page}/farewell`, { text }, spokesperson);
    },

    async withdrawDocuments() {
      for (const id of (await stores.corrections.documents()).slice(0, 2)) {
        const known = (await stores.corrections.list()).length;
        await submit(`/staff/documents/${id}`, `/staff/documents/${id}/withdraw`, { reason: say(written) });
        const found = await until(async () => (await stores.corrections.list())[known], LOOK_MS);
        if (known === 0) await tellCorrection(found);
        else {
          const page = `/staff/corrections/${found.id}`;
          await submit(page, `${page}/dismiss`, { reason: say(written) });
        }
      }
    },

    async workOnGaps() {
      const gaps = await until(async () => {
        const list = await stores.gaps.list();
        return list.length > 1 && list;
      }, LOOK_MS);
      for (const [index, { id }] of gaps.slice(0, 4).entries()) {
        const page = `/staff/gaps/${encodeURIComponent(id)}`;
        if (index % 2 === 0) await submit(page, `${page}/dismiss`, { reason: say(written) });
        else {
          const expiresOn = dayInVietnam(Date.now() + 90 * DAY_MS);
          const answer = { question: 'Học bơi ở đâu?', text: 'Ở trường.', source: 'Công văn 1/GDĐT', expiresOn };
          await submit(page, `${page}/answer`, answer);
          await submit(page, `${page}/return`, { reason: say(written) }, second);
        }
      }
    },

    async fileIncidents(count) {
      for (let index = 0; index < count; index += 1) {
        const happened = writtenMoment(Date.now());
        const urgency = index % 2 === 0 ? 'urgent' : 'normal';
        const what = { kind: 'accident', urgency, happened, description: say(written), contact: say(contacts) };
        const school = `Trường Kim Đồng: ${say(written)}`.slice(0, 120);
        const html = await (await admin.get('/staff/incidents/new')).text();
        const id = hiddenField(html, 'id');
        await submit('/staff/incidents/new', '/staff/incidents/new', { id, school, ...what });
        if (urgency === 'normal') {
          await submit(`/staff/incidents/${id}`, `/staff/incidents/${id}`, { to: 'handled', result: say(written) });
        }
      }
    },

    async workOnTickets(count) {
      const open = (await stores.records.tickets('open', '', MOST_OPEN)).filter(
        ({ topic, assignee, channel }) =>
          assignee === null && channel === 'web' && (topic === null || topic === 'human_request'),
      );
      for (const { id } of open.slice(0, count)) {
        const page = `/staff/tickets/${id}`;
        const words = say(written);
        await submit(page, `${page}/tags`, { tags: words.replace(/[,;]/g, ' ').slice(-30) });
        const found = await admin.get(`/staff/tickets?q=${encodeURIComponent(words)}`);
        if (found.status !== 200) throw new Error(`The search was answered with ${found.status}.`);
        await submit(page, `${page}/claim`, {});
        const html = await (await admin.get(page)).text();
        const text = `Dạ vâng, ${say(replied)}. Hồ sơ gồm đơn xin học, bản sao giấy khai sinh và giấy tờ cư trú, anh/chị nộp tại trường ạ.`;
        await submit(page, `${page}/reply`, { text, replyKey: hiddenField(html, 'replyKey') });
        await submit(page, `${page}/close`, { outcome: 'answered', note: say(written) });
      }
      return Math.min(open.length, count);
    },

    async throwSwitch() {
      for (const to of ['off', 'on']) {
        await submit(`/staff/switch?to=${to}`, '/staff/switch', { to, reason: say(written) });
      }
    },

    draftsLaid: async () => {
      await until(async () => (await stores.gaps.list()).some(({ drafts = [] }) => drafts.length > 0), LOOK_MS);
    },

    draftReport: (month) => submit('/staff/reports', '/staff/reports', { month }),
  };
}
