import { createLiveEvents } from '../../../adapters/live-events.ts';
import { createAssistantBot } from '../../../bot/assistant-bot.ts';
import { createFloodWatch } from '../../../bot/flood.ts';
import { giveUpMail } from '../../../bot/give-up.ts';
import type { Loop, Pace } from '../../../bot/loop.ts';
import type { ChannelId } from '../../../bot/ports/channel.ts';
import { createSender } from '../../../bot/sender.ts';
import { startTicketWatch } from '../../../bot/watch-tickets.ts';
import { createWorker } from '../../../bot/worker.ts';
import { NO_APPROVAL, SWITCHED_ON, USUAL_OFFICE, USUAL_TOPICS } from '../../builders/office.ts';
import { seededRandom } from '../retrieval/seeded-random.ts';
import { openDoor } from './arrivals.ts';
import type { WalkEngine, WalkStores } from './engines.ts';
import { conversationOf, count, type Model, maySend } from './model.ts';
import { type Platforms, WalkChannel } from './platforms.ts';
import { type Part, STAFF, type Step } from './steps.ts';
import { Crashed, createTurnstile, type Life } from './turnstile.ts';
import { watched } from './watched-stores.ts';
import { SearchBroken, SMALL_KNOWLEDGE } from './words.ts';

/** Citizens, platforms, staff and the real bot around one store. */
export interface Town {
  now(): number;
  /** Does one step of a walk. */
  take(step: Step): Promise<void>;
  /** Lets everything come to rest in good weather: all mail is worked off, all words leave or end. */
  rest(): Promise<void>;
}

const STARTS_AT = Date.UTC(2026, 8, 7, 1);
const CONFIRM_MS = 15_000;
const FAREWELL = 'Cán bộ đã kết thúc phần trả lời.';
const HOUR_MS = 3_600_000;
const PATIENCE = { remindBeforeMs: 2 * HOUR_MS, unattendedDays: 1, quietMs: 20 * HOUR_MS };
const NO_PACE: Pace = { turn: async () => undefined };
/** Rounds of work and pauses in which everything must have come to rest. */
const MOST_ROUNDS = 300;

export function buildTown(engine: WalkEngine, model: Model, newId: () => string): Town {
  let now = STARTS_AT;
  const clock = () => now;
  const turnstile = createTurnstile();
  const platforms: Platforms = { weather: new Map(), echoes: [] };
  const door = openDoor();
  const live = createLiveEvents(onFault);
  const channels = new Map(
    (['messenger', 'zalo', 'web'] as const).map((id): [ChannelId, WalkChannel] => [
      id,
      new WalkChannel(id, platforms, newId, judgeCall),
    ]),
  );

  function onFault(error: unknown): void {
    if (error instanceof Crashed || error instanceof SearchBroken) return;
    model.faults.push(`a fault: ${error instanceof Error ? error.stack : String(error)}`);
  }

  /** Nothing may reach a citizen that a person has overtaken, that comes too late, twice or out of order. */
  function judgeCall(call: Parameters<ConstructorParameters<typeof WalkChannel>[3]>[0], taken: boolean): void {
    const conversation = conversationOf(model, call.conversationId);
    const [head] = conversation.rows;
    const fault = (words: string) => model.faults.push(`${words}: «${call.text}» to ${call.conversationId}`);
    count(model, `call as ${call.author}`);
    if (head === undefined || head.text !== call.text || head.author !== call.author) return void fault('out of order');
    if (head.taken) fault('sent twice');
    if (call.author === 'bot' && conversation.owner === 'staff') {
      count(model, 'hotlines while staff own');
      if (!head.overStaff) fault('the bot speaks over staff');
    }
    if (!maySend(conversation.channel, call.author, conversation.lastActAt, now)) fault('outside the window');
    // Pages of the web chat show the transcript, so that nothing is sent there, once or twice.
    if (taken && conversation.channel !== 'web') head.taken = true;
  }

  let program = startProgram();

  /** One run of the program: its workers and its two senders. */
  function startProgram() {
    const life: Life = { dead: false };
    const stores = watched(
      engine.stopped((call) => turnstile.pass(life, call)),
      model,
      (ticketId) => engine.stores().records.ticket(ticketId),
    );
    const bot = createAssistantBot({
      records: stores.records,
      knowledge: SMALL_KNOWLEDGE,
      flood: createFloodWatch(),
      reopenDays: 7,
      live,
      now: clock,
      newId,
      onTurn: () => undefined,
      onAccountAlarm: () => undefined,
      botSwitch: SWITCHED_ON,
      office: USUAL_OFFICE,
      topics: USUAL_TOPICS,
      approval: NO_APPROVAL,
    });

    /** Starts a loop and stops it as soon as it has looked for work, so that it does one job at most. */
    async function once(start: (looked: () => void) => Loop): Promise<void> {
      let looked = (): void => undefined;
      const hasLooked = new Promise<void>((resolve) => {
        looked = resolve;
      });
      const loop = start(looked);
      loop.start();
      await hasLooked;
      await loop.stop();
    }

    const work = (inbox: WalkStores['inbox']) =>
      once((looked) =>
        createWorker({
          inbox: {
            ...inbox,
            claim(...values) {
              looked();
              return inbox.claim(...values);
            },
          },
          quietMs: 0,
          pace: NO_PACE,
          now: clock,
          giveUp: (source) => giveUpMail(source, { records: stores.records, office: USUAL_OFFICE, live, now: clock }),
          onParked: () => count(model, 'given up'),
          onFault,
          async process(channel, activity, source) {
            const adapter = channels.get(channel);
            if (adapter === undefined) throw new TypeError(`no channel ${channel}`);
            return adapter.receive(activity, source, (context) => bot.run(context));
          },
        }),
      );

    const senders = [0, 1].map(() => {
      let onDue = (): void => undefined;
      const loop = createSender({
        outbox: {
          ...stores.outbox,
          due(...values) {
            onDue();
            return stores.outbox.due(...values);
          },
        },
        channels,
        live,
        pace: NO_PACE,
        now: clock,
        random: () => 0.5,
        confirmMs: CONFIRM_MS,
        onDelivery: () => undefined,
        onFault,
      });
      return {
        busy: false,
        start(looked: () => void): Loop {
          onDue = looked;
          return loop;
        },
      };
    });

    async function send(): Promise<void> {
      const sender = senders.find(({ busy }) => !busy);
      if (sender === undefined) return;
      sender.busy = true;
      await once(sender.start);
      sender.busy = false;
    }

    /** Looks once after the tickets, as the leader does. */
    const watch = () =>
      startTicketWatch({
        records: stores.records,
        botSwitch: SWITCHED_ON,
        inbox: stores.inbox,
        channels,
        alarms: { raise: async () => ({ delivered: [], suppressed: [], failed: [] }) },
        office: USUAL_OFFICE,
        patience: PATIENCE,
        nameOf: async (name) => name,
        async route(open) {
          const ticket = open.find(({ assignee, routedTo }) => assignee === null && routedTo === null);
          const routed = { kind: 'routed', at: now, to: 'role:agent', assignee: STAFF[0] } as const;
          if (ticket !== undefined) await stores.records.lapse(ticket.id, routed, null);
        },
        live,
        now: clock,
        onFault,
        wakeSender: () => undefined,
      }).stop();

    return { life, stores, work, send, watch };
  }

  async function crash(): Promise<void> {
    program.life.dead = true;
    await engine.reopen();
    if (engine.forgetsClaims) model.claims.clear();
    program = startProgram();
    count(model, 'crash');
  }

  /** What staff and the platforms' doors do is judged as the worker's calls are. */
  function actor(part: Part, key: string): () => Promise<void> {
    const { stores, work, send, watch } = program;
    const { records, inbox, stealing, outbox } = stores;
    switch (part.kind) {
      case 'work':
        return () => work(inbox);
      case 'steal':
        return () => work(stealing);
      case 'send':
        return send;
      case 'watch':
        return watch;
      case 'echo':
        return async () => {
          const echo = platforms.echoes.shift();
          if (echo === undefined) return;
          try {
            await outbox.confirm(echo, now);
          } catch (error) {
            // Whoever ended before the echo was acknowledged is told of it again.
            platforms.echoes.unshift(echo);
            throw error;
          }
        };
      case 'claim':
      case 'reply':
      case 'ask':
      case 'transfer':
      case 'close': {
        const staffName = STAFF[part.staff] ?? STAFF[0];
        const tickets = [...model.tickets.values()].toReversed();
        const open = tickets.filter((one) => one.state !== 'closed');
        // Now and then somebody acts on a page that was opened long ago.
        const ticket = part.pick === 7 ? tickets[1] : open[part.pick % open.length];
        if (ticket === undefined) return async () => undefined;
        if (part.kind === 'claim') return async () => void (await records.claim(ticket.id, staffName, now));
        if (part.kind === 'close') {
          const closing = { staffName, note: 'Xong.', farewell: part.pick % 2 === 0 ? FAREWELL : null, at: now };
          return async () => void (await records.close(ticket.id, closing));
        }
        if (part.kind === 'transfer') {
          const assignee = part.to === null ? null : (STAFF[part.to] ?? STAFF[0]);
          const to = assignee === null ? 'role:agent' : `person:${assignee}`;
          const transfer = { staffName, inCharge: part.pick === 3, to, assignee, note: '', at: now };
          return async () => void (await records.transfer(ticket.id, transfer));
        }
        const waits = part.kind === 'ask';
        const reply = { staffName, authorName: staffName, text: `Trả lời ${key}.`, replyKey: key, at: now, waits };
        return async () => {
          await records.reply(ticket.id, reply);
          // Browsers post a form again now and then.
          if (part.pick === 0) await records.reply(ticket.id, reply);
        };
      }
      default: {
        const arrival = door.arrive(part, key, now);
        return arrival === null ? async () => undefined : async () => void (await inbox.put([arrival], now));
      }
    }
  }

  /** Only worker and sender need more than one call, and what is alone finds every claim abandoned. */
  function alone(part: Part): Part {
    return part.kind === 'work' ? { kind: 'steal' } : part;
  }

  async function wait(ms: number): Promise<void> {
    // Platforms echo within the time that the sender waits for it.
    const echoes = platforms.echoes.splice(0);
    await turnstile.run(
      [
        async () => {
          for (const echo of echoes) await program.stores.outbox.confirm(echo, now);
        },
      ],
      () => 0,
    );
    now += ms;
  }

  return {
    now: clock,

    async take(step) {
      const random = seededRandom(step.salt);
      now += 10;
      switch (step.kind) {
        case 'one':
          return turnstile.run([actor(alone(step.part), `e${step.id}`)], random);
        case 'race': {
          const actors = step.parts.map((part, index) => actor(part, `e${step.id}-${index}`));
          const { crashAfter } = step;
          const { life } = program;
          await turnstile.run(actors, random, crashAfter === null ? undefined : { life, after: crashAfter });
          if (life.dead) await crash();
          return;
        }
        case 'clock':
          await wait(step.ms);
          // The leader looks every few seconds, so that it looks after every pause.
          return turnstile.run([actor({ kind: 'watch' }, `e${step.id}`)], random);
        case 'weather':
          platforms.weather.set(step.channel, step.weather);
          return;
        case 'crash':
          return crash();
      }
    },

    async rest() {
      platforms.weather.clear();
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const { mail, words } = await unfinished();
        if (mail === 0 && words === 0) return;
        await turnstile.run([mail > 0 ? actor({ kind: 'steal' }, 'rest') : actor({ kind: 'send' }, 'rest')], () => 0);
        if (round % 10 === 9) await wait(30_000);
      }
      const { mail, words } = await unfinished();
      model.faults.push(`nothing comes to rest: ${mail} messages and ${words} words to be sent are left`);
    },
  };

  async function unfinished(): Promise<{ readonly mail: number; readonly words: number }> {
    const { inbox, outbox } = engine.stores();
    const [{ waiting }, { pending }] = await Promise.all([inbox.depth(now), outbox.depth(now)]);
    return { mail: waiting, words: pending };
  }
}
