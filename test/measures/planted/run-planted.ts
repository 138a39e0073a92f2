import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stores } from '../../../adapters/stores/engine.ts';
import { createRadarFindings } from '../../../bot/radar/radar-state.ts';
import { createRadar } from '../../../bot/radar/watch-traffic.ts';
import { createPublishedDates } from '../../../bot/reminders/published-dates.ts';
import { dayInVietnam } from '../../../knowledge/vietnam-day.ts';
import { ZALO, zaloSettings } from '../../builders/accounts.ts';
import { keepSpans } from '../../builders/kept-spans.ts';
import { linkTwo } from '../../builders/links.ts';
import { type MessengerProduct, runMessenger } from '../../builders/messenger-product.ts';
import { createPageVisitor } from '../../builders/page-visitor.ts';
import { ADMIN_PASSWORD, sampleIndex, until } from '../../builders/product.ts';
import type { RedisServer } from '../../builders/redis-server.ts';
import { signIn } from '../../builders/staff-visitor.ts';
import { startWebhookReceiver } from '../../builders/webhook-receiver.ts';
import { CHAT_KEY, CHAT_MODEL, startChatSimulator } from '../../simulators/openai-chat.ts';
import { startZaloSimulator } from '../../simulators/zalo.ts';
import { everythingKept, everythingShown } from './look-everywhere.ts';
import { createPlantedOffice, type PlantedOffice } from './office-planted.ts';
import { type PlantedMessage, plantedMessage } from './planted-messages.ts';
import { type Leak, leaksIn, type Place } from './planted-pieces.ts';
import { createPlantedCitizens } from './say-planted.ts';
import { workWithPlanted } from './work-planted.ts';

const LOOK_MS = 300_000;
const DAY_MS = 24 * 3_600_000;
/** Staff work on one open matter for so many messages. */
const MESSAGES_A_MATTER = 20;
/** Another deadline than the one that citizens agreed to be reminded of. */
const FIRST_DAYS = 20;
const MOVED_DAYS = 25;

/** What was planted and looked for. */
export interface PlantedRun {
  readonly planted: number;
  readonly looked: number;
  readonly leaks: readonly Leak[];
  /** How much of each flow came about, so that nothing is found clean because nothing went through. */
  readonly flows: Readonly<Record<string, number>>;
}

/**
 * Lets citizens write `count` messages with planted personal data to the whole product on every channel and staff repeat
 * such data to each other, then looks for every planted piece in all it stored, backed up, logged, traced, counted,
 * showed, exported and sent: to the platforms, a model and the duty officer. What was stored must not hold it even where
 * it was sealed.
 * @param redis where the state lies; `null`: in a file
 * @param given `spoil` breaks something before the look, so that a test sees what it finds; `onStep` is told what is done now
 */
export async function runPlanted(
  count: number,
  redis: RedisServer | null,
  {
    spoil = async () => {},
    onStep = () => {},
  }: {
    readonly spoil?: (state: { readonly dataDir: string; readonly stores: Stores }) => Promise<void>;
    readonly onStep?: (step: string) => void;
  } = {},
): Promise<PlantedRun> {
  const spans = keepSpans();
  const model = await startChatSimulator();
  model.play(() => ({ kind: 'text', text: '{}' }));
  const zalo = await startZaloSimulator(ZALO);
  const duty = await startWebhookReceiver();
  const dataDir = mkdtempSync(join(tmpdir(), 'assistant-planted-'));
  cpSync(await sampleIndex(), dataDir, { recursive: true });
  const settings = {
    ...zaloSettings(zalo.url),
    CHAT_MODEL,
    OPENAI_API_KEY: CHAT_KEY,
    OPENAI_BASE_URL: model.baseUrl,
    PUBLIC_URL: 'https://hoidap.example.vn',
    ALARM_WEBHOOK_URL: duty.url,
    ALARM_WEBHOOK_SECRET: 'secret-of-the-duty-officer',
    DATA_DIR: dataDir,
    ...(redis === null ? {} : { REDIS_URL: redis.url }),
  };
  const product = await runMessenger(settings, {}, dataDir);
  try {
    const { stores, running } = product;
    const matters = Math.ceil(count / MESSAGES_A_MATTER);
    let used = count;
    const told = () => {
      used += 1;
      return plantedMessage(used);
    };
    const admin = createPageVisitor(running.url);
    await admin.submit('/staff/login', { name: 'admin', password: ADMIN_PASSWORD });
    const door = { staff: stores.staff, url: running.url };
    const second = await signIn(door, { name: 'minh', role: 'admin' });
    const spokesperson = await signIn(door, { name: 'hoa', role: 'spokesperson' });
    const office = createPlantedOffice({ admin, second, spokesperson }, stores, told);
    await office.publishDates(FIRST_DAYS);
    await office.holdMatter();

    onStep('citizens write');
    const messages = Array.from({ length: count }, (_, index) => plantedMessage(index));
    const citizens = createPlantedCitizens(product, zalo);
    for (const [index, message] of messages.entries()) await citizens.say(index, message);
    await settled(product);
    for (const [index, { afterwards, ...message }] of messages.entries()) {
      if (afterwards !== undefined) await citizens.say(index, { ...message, text: afterwards });
    }
    const files = await citizens.sendFiles(told);
    await settled(product);

    const worked = await workInOffice(office, product, matters, told, onStep);
    const { month, alarms, flows } = worked;
    onStep('looking');
    await until(() => duty.received.length > 0, LOOK_MS);
    await spoil({ dataDir, stores });

    const sent = [...product.graph.sent, ...zalo.sent].map((message) => JSON.stringify(message));
    const open: readonly Place[] = [
      ...(await everythingShown(admin, stores, month)),
      ...running.logged.map((words, line) => ({ name: `log line ${line + 1}`, words })),
      { name: 'metrics', words: await (await fetch(`${running.url}/metrics`)).text() },
      { name: 'gaps', words: JSON.stringify(await stores.gaps.list()) },
      ...model.bodies.map((words) => ({ name: 'asked of the model', words })),
      ...duty.received.map(({ bytes }) => ({ name: 'told the duty officer', words: bytes.toString('utf8') })),
      ...alarms.map((words) => ({ name: 'alarm of the radar', words })),
      { name: 'spans', words: JSON.stringify(spans.kept) },
    ];
    const closed: readonly Place[] = [
      ...(await everythingKept(dataDir, redis)),
      ...sent.map((words) => ({ name: 'sent to a platform', words })),
    ];
    const pieces = (said: readonly PlantedMessage[]) => [...new Set(said.flatMap((message) => message.planted))];
    const everywhere = pieces([...messages, ...files, ...office.written, ...worked.written]);
    const contacts = pieces(office.contacts);
    const replies = pieces(office.replied);
    return {
      planted: everywhere.length + contacts.length + replies.length,
      looked: open.length + closed.length,
      flows,
      leaks: [
        // Names come again: one that stands in a reply lies there, and is looked for where replies may not stand.
        ...leaksIn(
          [...open, ...closed],
          everywhere.filter((piece) => !replies.includes(piece)),
        ),
        ...leaksIn(
          [...open.filter(({ name }) => !name.startsWith('/staff/incidents/')), ...closed],
          contacts.filter((piece) => !replies.includes(piece)),
        ),
        ...leaksIn(
          open.filter(({ name }) => !name.startsWith('/staff/tickets/')),
          replies.filter((piece) => !contacts.includes(piece)),
        ),
      ],
    };
  } finally {
    await product.stop();
    await duty.stop();
    await zalo.stop();
    await model.stop();
    spans.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Everything that people of the office do once citizens have written. */
async function workInOffice(
  office: PlantedOffice,
  product: MessengerProduct,
  matters: number,
  told: () => PlantedMessage,
  onStep: (step: string) => void,
) {
  const { stores } = product;
  onStep('a statement ends');
  await office.endHolding();
  onStep('gaps');
  await office.workOnGaps();
  await office.publishDates(MOVED_DAYS);
  onStep('corrections');
  await office.withdrawDocuments();
  onStep('incidents');
  await office.fileIncidents(Math.min(matters, 10));
  onStep('tickets');
  const answered = await office.workOnTickets(Math.min(matters, 10));
  onStep('notes and incidents');
  const written = await workWithPlanted(stores, matters, told, Date.now());
  onStep('links');
  const linked = await linkMatters(stores, Math.min(matters, 10));
  onStep('radar');
  const alarms = await lookAtTraffic(stores);
  await office.throwSwitch();
  onStep('drafts');
  if (answered > 0) await office.draftsLaid();
  const month = dayInVietnam(Date.now()).slice(0, 7);
  onStep('report');
  await office.draftReport(month);
  onStep('reminders');
  const moved = dayInVietnam(Date.now() + MOVED_DAYS * DAY_MS);
  const remembered = await until(async () => {
    const lists = await stores.reminders.due(Number.MAX_SAFE_INTEGER);
    const reminders = lists.flatMap((list) => list.reminders);
    return reminders.some(({ last, movedFrom }) => last === moved && movedFrom === null) && reminders;
  }, LOOK_MS);
  await settled(product);

  const [corrections, gaps, rumours] = await Promise.all([
    stores.corrections.list(),
    stores.gaps.list(),
    createRadarFindings({ kept: stores.kept, lock: (work) => work() }).read(),
  ]);
  const flows = {
    'corrections found': corrections.length,
    reminders: remembered.length,
    'questions held by a statement': (await stores.gaps.questions(0)).filter(({ gapId }) =>
      gapId?.startsWith('statement:'),
    ).length,
    'rumours found': rumours.value.rumours.length,
    'matters answered by staff': answered,
    'matters of linked conversations': linked,
    'drafts made of replies': gaps.reduce((sum, { drafts = [] }) => sum + drafts.length, 0),
  };
  return { written, alarms, month, flows };
}

/** Links the conversations of open matters in pairs, as if each pair were one person's; gives how many are linked. */
async function linkMatters(stores: Stores, most: number): Promise<number> {
  const ids = (await stores.records.tickets('open', '', most)).map(({ conversationId }) => conversationId);
  for (let at = 1; at < ids.length; at += 2) await linkTwo(stores, ids[at - 1] ?? '', ids[at] ?? '', Date.now());
  return ids.length - (ids.length % 2);
}

/** One look of the radar, which of itself looks every five minutes; gives what it told the duty officer. */
async function lookAtTraffic(stores: Stores): Promise<readonly string[]> {
  const raised: string[] = [];
  const radar = createRadar({
    ...stores,
    dates: createPublishedDates(stores.kept),
    findings: createRadarFindings({ kept: stores.kept, lock: (work) => work() }),
    alarms: {
      async raise(alarm) {
        raised.push(JSON.stringify(alarm));
        return { delivered: [], failed: [], suppressed: [] };
      },
    },
    now: Date.now,
  });
  await radar.look();
  return raised;
}

function settled({ stores }: MessengerProduct): Promise<unknown> {
  return until(async () => {
    const [inbox, outbox] = await Promise.all([stores.inbox.depth(Date.now()), stores.outbox.depth(Date.now())]);
    return inbox.waiting === 0 && outbox.pending === 0;
  }, LOOK_MS);
}
