import type { Citation } from '../conversation.ts';
import type { ChannelId } from '../ports/channel.ts';
import type { Corrections, ToldReader } from '../ports/corrections.ts';
import { neverLeft } from '../telling-once.ts';
import { type CorrectionCounts, type DocumentReader, type RuleCorrection, toldKey } from './correction.ts';
import { toldAsRule } from './what-changed.ts';

/** People who are read together. */
const STEP = 500;

/**
 * Where somebody stands who was told the old rule: the correction was sent, is on its way, was refused by the platform;
 * they were told the new rule otherwise; could be told now; a person speaks with them; or the window is closed.
 */
export type PersonStanding = 'sent' | 'sending' | 'failed' | 'already-told' | 'open' | 'with-staff' | 'waiting';

/** Somebody who was told the old rule. */
export interface ToldPerson {
  readonly conversationId: string;
  readonly channel: ChannelId;
  /** When they were first and last told it. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** All passages that they were told, as places in `RuleCorrection.changes`. */
  readonly passages: readonly number[];
  /** Those of which they were not told since what holds now. */
  readonly untold: readonly number[];
  readonly standing: PersonStanding;
  /** When the correction was put on its way to them. */
  readonly toldAt: number | null;
}

/** What tells whether a citizen can be written to now. */
export type IsOpen = (person: Pick<DocumentReader, 'channel' | 'lastInboundAt'>) => boolean;

/**
 * Everybody who was sent words of the bot that told the old rule, once each.
 * @param all every correction: what another one of the same edition told somebody needs not be told again
 */
export async function listPeople(
  corrections: Pick<Corrections, 'readers' | 'told'>,
  correction: RuleCorrection,
  all: readonly RuleCorrection[],
  isOpen: IsOpen,
): Promise<readonly ToldPerson[]> {
  const told = byPerson(await corrections.told(correction.id));
  const news = await readNews(corrections, correction);
  const others = await Promise.all(
    all
      .filter(({ id, documentId }) => documentId === correction.documentId && id !== correction.id)
      .map(async ({ id, changes }) => ({
        told: byPerson(await corrections.told(id)),
        keys: new Set(changes.map(keyOf)),
      })),
  );
  const people: ToldPerson[] = [];
  for await (const reader of readersOf(corrections, correction.documentId)) {
    const covered = others.flatMap((other) => {
      const row = other.told.get(reader.conversationId);
      return row === undefined || neverLeft(row.delivery) ? [] : [{ at: row.at, keys: other.keys }];
    });
    const person = personOf(correction, reader, {
      told: told.get(reader.conversationId) ?? null,
      news: news.get(reader.conversationId) ?? [],
      covered,
      isOpen,
    });
    if (person !== null) people.push(person);
  }
  return people;
}

/** Counts of {@link listPeople}. */
export function countPeople(people: readonly ToldPerson[]): CorrectionCounts {
  const count = (...standings: readonly PersonStanding[]) =>
    people.filter(({ standing }) => standings.includes(standing)).length;
  return {
    people: people.length,
    sent: count('sent'),
    sending: count('sending'),
    failed: count('failed'),
    alreadyTold: count('already-told'),
    open: count('open'),
    waiting: count('waiting', 'with-staff'),
  };
}

/** All readers of a document, step by step. */
export async function* readersOf(
  corrections: Pick<Corrections, 'readers'>,
  documentId: string,
): AsyncGenerator<DocumentReader> {
  for (let after: string | null = null; ; ) {
    const page: readonly DocumentReader[] = await corrections.readers(documentId, after, STEP);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.conversationId;
  }
}

/** When somebody was last told a passage. */
interface News {
  readonly at: number;
  readonly digest: string;
}

/** `null`: they were not told the old rule. */
function personOf(
  correction: RuleCorrection,
  reader: DocumentReader,
  known: {
    readonly told: ToldReader | null;
    readonly news: readonly News[];
    readonly covered: readonly { readonly at: number; readonly keys: ReadonlySet<string> }[];
    readonly isOpen: IsOpen;
  },
): ToldPerson | null {
  const tellings = reader.messages
    .filter((message) => toldAsRule(message, correction))
    .flatMap(({ at, citations }) => citations.map((citation) => ({ at, key: toldKey(citation) })));
  const passages = correction.changes.flatMap((change, index) => {
    const times = tellings.filter(({ key }) => key === keyOf(change)).map(({ at }) => at);
    return times.length === 0 ? [] : [{ index, change, first: Math.min(...times), last: Math.max(...times) }];
  });
  if (passages.length === 0) return null;
  const untold = passages.filter(({ change, last }) => {
    const heard = known.news.some(({ at, digest }) => at > last && digest === change.now?.passageDigest);
    return !heard && !known.covered.some(({ at, keys }) => at > last && keys.has(keyOf(change)));
  });
  const { conversationId, channel } = reader;
  return {
    conversationId,
    channel,
    firstAt: Math.min(...passages.map(({ first }) => first)),
    lastAt: Math.max(...passages.map(({ last }) => last)),
    passages: passages.map(({ index }) => index),
    untold: untold.map(({ index }) => index),
    standing: standingOf(reader, untold.length === 0, known.told, known.isOpen),
    toldAt: known.told?.at ?? null,
  };
}

function standingOf(reader: DocumentReader, isTold: boolean, told: ToldReader | null, isOpen: IsOpen): PersonStanding {
  if (told !== null && !neverLeft(told.delivery)) {
    return told.delivery === 'sent' ? 'sent' : told.delivery === 'failed' ? 'failed' : 'sending';
  }
  if (isTold) return 'already-told';
  if (reader.owner !== 'bot') return 'with-staff';
  return isOpen(reader) ? 'open' : 'waiting';
}

/** Who was told what holds now, by answers. */
async function readNews(
  corrections: Pick<Corrections, 'readers'>,
  { changes }: RuleCorrection,
): Promise<ReadonlyMap<string, readonly News[]>> {
  const wanted = new Map<string, Set<string>>();
  for (const { now } of changes) {
    if (now !== null) wanted.set(now.documentId, (wanted.get(now.documentId) ?? new Set()).add(now.passageDigest));
  }
  const news = new Map<string, News[]>();
  for (const [documentId, digests] of wanted) {
    for await (const { conversationId, messages } of readersOf(corrections, documentId)) {
      const heard = messages.flatMap(({ at, citations }) =>
        citations.flatMap(({ passageDigest: digest }) => (digests.has(digest) ? [{ at, digest }] : [])),
      );
      if (heard.length > 0) news.set(conversationId, [...(news.get(conversationId) ?? []), ...heard]);
    }
  }
  return news;
}

function keyOf({ told }: { readonly told: Citation }): string {
  return toldKey(told);
}

function byPerson(told: readonly ToldReader[]): ReadonlyMap<string, ToldReader> {
  return new Map(told.map((row) => [row.conversationId, row]));
}
