import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { dayInVietnam } from '../../knowledge/vietnam-day.ts';
import type { BotSwitch } from '../bot-switch.ts';
import type { Corrections } from '../ports/corrections.ts';
import { type RepeatedWork, repeatWork } from '../repeated-work.ts';
import { createTeller, type TellerDependencies } from '../telling-once.ts';
import type { RuleCorrection } from './correction.ts';
import { finished } from './correction-changes.ts';
import { correctionMessage } from './correction-words.ts';
import { findCorrections } from './find-corrections.ts';
import { countPeople, listPeople, type ToldPerson } from './people.ts';
import { createChangeFinder } from './what-changed.ts';

const EVERY_MS = 10_000;
/** So long after a change answers that were on their way before it may still go out, so what was told is compared again. */
const SETTLING_MS = 10 * 60_000;
const COMPARE_AGAIN_MS = 60_000;
/** Citizens who could not be written to are looked at again after this. */
const LOOK_AGAIN_MS = 60_000;
/** Put on their way at one look: answers to citizens who wait go out between them. */
const MOST_AT_ONCE = 100;

export interface CorrectionWorkDependencies extends TellerDependencies {
  readonly corrections: Corrections;
  /** What the assistant answers from now. */
  readonly knowledge: { readonly current: () => KnowledgeBase };
  /** The office's own place, for example `Hà Nội › Ba Đình`. */
  readonly territory: string;
  readonly botSwitch: Pick<BotSwitch, 'state'>;
  readonly onFault: (error: unknown) => void;
}

/**
 * Looks after corrections, in one process at a time: finds what citizens were told and no longer holds whenever the
 * documents, or the day, are others than before; and tells it to each of them once when a second person has approved the
 * words, as soon as they can be written to. While the bot is switched off nobody is told anything. Every step is stored
 * before the next, so that after a crash it goes on where it was.
 */
export function startCorrectionWork(dependencies: CorrectionWorkDependencies): RepeatedWork {
  const { corrections, knowledge, territory, botSwitch, channels, now, onFault } = dependencies;
  const tell = createTeller(dependencies);
  let compared: { readonly documents: unknown; readonly day: string; readonly changedAt: number; readonly at: number } =
    {
      documents: null,
      day: '',
      changedAt: Number.NEGATIVE_INFINITY,
      at: Number.NEGATIVE_INFINITY,
    };
  /** Of each correction those still to be told, as they were found at `at`. */
  const queues = new Map<string, { readonly at: number; readonly people: ToldPerson[] }>();

  const isOpen = ({
    channel,
    lastInboundAt,
  }: Pick<ToldPerson, 'channel'> & { readonly lastInboundAt: number | null }) =>
    channels.get(channel)?.window('bot', lastInboundAt, now()).open === true;

  async function compare(): Promise<void> {
    const base = knowledge.current();
    const day = dayInVietnam(now());
    const changed = base.documents !== compared.documents || day !== compared.day;
    const changedAt = changed ? now() : compared.changedAt;
    const isSettled = now() - changedAt > SETTLING_MS;
    if (!changed && (isSettled || now() - compared.at < COMPARE_AGAIN_MS)) return;
    await findCorrections(corrections, createChangeFinder(base, { day, territory }), now());
    compared = { documents: base.documents, day, changedAt, at: now() };
  }

  async function look(): Promise<void> {
    await compare();
    const all = await corrections.list();
    const due = all.filter(({ state }) => state === 'approved');
    for (const id of queues.keys()) if (!due.some((one) => one.id === id)) queues.delete(id);
    if (due.length === 0 || (await botSwitch.state()).off) return;
    for (const correction of due) await carryOn(correction, all).catch(onFault);
  }

  async function carryOn(correction: RuleCorrection, all: readonly RuleCorrection[]): Promise<void> {
    const queue = queues.get(correction.id);
    if (queue === undefined || (queue.people.length === 0 && now() - queue.at >= LOOK_AGAIN_MS)) {
      const people = await listPeople(corrections, correction, all, isOpen);
      const counts = countPeople(people);
      if (counts.open + counts.waiting + counts.sending === 0) {
        await corrections.save(finished(correction, counts));
        queues.delete(correction.id);
        return;
      }
      queues.set(correction.id, { at: now(), people: people.filter(({ standing }) => standing === 'open') });
    }
    for (const person of queues.get(correction.id)?.people.splice(0, MOST_AT_ONCE) ?? []) {
      await tellPerson(correction, person).catch(onFault);
    }
  }

  async function tellPerson(correction: RuleCorrection, { conversationId, untold }: ToldPerson): Promise<void> {
    const changes = correction.changes.filter((_change, index) => untold.includes(index));
    const text = correctionMessage(correction, changes);
    const citations = changes.flatMap((change) => change.now ?? []);
    await tell(conversationId, (at) =>
      corrections.tell({ correctionId: correction.id, conversationId, text, citations, at }),
    );
  }

  return repeatWork(look, EVERY_MS, onFault);
}
