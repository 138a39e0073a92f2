import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { messengerWindow } from '../../adapters/channels/messenger/window.ts';
import { openEngine } from '../../adapters/stores/open-engine.ts';
import type { Citation } from '../../bot/conversation.ts';
import { approved, proposed } from '../../bot/corrections/correction-changes.ts';
import { startCorrectionWork } from '../../bot/corrections/correction-work.ts';
import { listPeople } from '../../bot/corrections/people.ts';
import type { Channel } from '../../bot/ports/channel.ts';
import { buildKnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { aDocument, aPassage, aRelation } from '../builders/documents.ts';
import { aTurn, outgoing } from '../builders/turns.ts';
import { seededRandom } from './radar/season.ts';

/**
 * Measures corrections on a state file: `npm run measure:corrections -- [--answers 10000] [--documents 20] [--seed 1]
 * [--json]`. Citizens are answered from many documents, one of which is then replaced: some of its passages with other
 * words, some with the same. The people listed are compared with those counted while the answers were written; then the
 * correction is approved and sent, while part of the citizens' windows are closed until they write again.
 */

const options = new Command('measure:corrections')
  .option('--answers <number>', 'answers that quote a document', Number, 10_000)
  .option('--documents <number>', 'documents in the index', Number, 20)
  .option('--seed <number>', 'of the simulated answers', Number, 1)
  .option('--json', 'print JSON')
  .parse()
  .opts<{ answers: number; documents: number; seed: number; json?: boolean }>();

const START = Date.UTC(2026, 10, 20, 3);
const HOUR = 3_600_000;
const PASSAGES = 10;
const random = seededRandom(options.seed);
const upTo = (count: number) => Math.floor(random() * count);

const words = (document: number, place: number, amount: number) =>
  `Mức thu khoản ${place} của văn bản ${document} là ${amount}.000 đồng một học sinh một tháng.`;
const old = Array.from({ length: options.documents }, (_, index) =>
  aDocument({
    id: `doc${index}`,
    file: `doc${index}.txt`,
    number: `${index + 1}/2025/QĐ-UBND`,
    issuedOn: '2025-01-01',
  }),
);
const successor = aDocument({
  id: 'successor',
  file: 'moi.txt',
  number: '99/2026/QĐ-UBND',
  issuedOn: '2026-11-01',
  inForceFrom: '2026-11-15',
  relations: [aRelation({ number: '1/2025/QĐ-UBND' })],
});
const passageOf = (id: string, place: number, text: string) =>
  aPassage(text, { id: `${id}#${place}`, documentId: id, address: `Điều ${place}`, digest: `${id} ${place}` });
const places = Array.from({ length: PASSAGES }, (_, place) => place + 1);
const oldPassages = old.flatMap(({ id }, index) =>
  places.map((place) => passageOf(id, place, words(index, place, 30 + place))),
);
/** Every second passage of the successor repeats the old words. */
const isChanged = (place: number) => place % 2 === 0;
const newPassages = places.map((place) =>
  passageOf('successor', place, words(0, place, isChanged(place) ? 60 + place : 30 + place)),
);

const folder = mkdtempSync(join(tmpdir(), 'measure-corrections-'));
const engine = await openEngine({ dataDir: folder, redisUrl: null });
let now = START;
let knowledge = buildKnowledgeBase(old, oldPassages);
const channel: Channel = {
  id: 'messenger',
  window: messengerWindow,
  async deliver() {
    throw new Error('The rows are handed over by hand.');
  },
};

/** Everything on its way leaves; a closed window is what the measure looks for. */
const deliveries = new Map<string, number>();
let outsideWindows = 0;
async function sendAll(): Promise<void> {
  for (;;) {
    const rows = await engine.outbox.due(now, ['messenger'], 500);
    if (rows.length === 0) return;
    for (const row of rows) {
      await engine.outbox.begin(row.id, now, now + 1);
      await engine.outbox.sent(row.id, null, now);
      if (!row.correlationId.startsWith('correction:')) continue;
      deliveries.set(row.conversationId, (deliveries.get(row.conversationId) ?? 0) + 1);
      if (!messengerWindow('bot', row.lastInboundAt, now).open) outsideWindows += 1;
    }
  }
}

async function look(): Promise<void> {
  const { stop } = startCorrectionWork({
    ...engine,
    corrections: engine.corrections,
    knowledge: { current: () => knowledge },
    territory: 'Hà Nội › Ba Đình',
    botSwitch: { state: async () => ({ off: false, thrown: null, unreadable: false }) },
    channels: new Map([['messenger', channel]]),
    now: () => now,
    onFault(error) {
      throw error;
    },
    wakeSender: () => {},
  });
  await stop();
}

const people = Array.from({ length: Math.ceil(options.answers * 0.7) }, (_, index) => `messenger:page:${index}`);
const expected = new Set<string>();
const lastWrote = new Map<string, number>();
const writtenAt = performance.now();
for (let answer = 0; answer < options.answers; answer += 1) {
  const conversationId = people[upTo(people.length)] ?? '';
  const document = upTo(options.documents);
  const place = places[upTo(PASSAGES)] ?? 1;
  const passage = oldPassages[document * PASSAGES + place - 1];
  const of = old[document];
  if (passage === undefined || of === undefined) throw new Error('no such passage');
  now = START + answer * 10_000;
  const citation: Citation = {
    documentId: of.id,
    passageId: passage.id,
    passageDigest: passage.digest,
    number: of.number,
    title: of.title,
    file: of.file,
    address: passage.address,
    quote: passage.text,
    inForceFrom: of.inForceFrom,
  };
  const said = [outgoing(`Dạ: ${passage.text}`, { citations: [citation] })];
  await engine.records.commit(
    aTurn({ conversationId, channel: 'messenger', at: now, lastInboundAt: now, outgoing: said }),
  );
  const [row] = await engine.outbox.due(now, ['messenger'], 1);
  const fails = random() < 0.05;
  await engine.outbox.begin(row?.id ?? 0, now, now + 1);
  if (fails) await engine.outbox.end(row?.id ?? 0, random() < 0.5 ? 'failed' : 'held', 'thử', now);
  else await engine.outbox.sent(row?.id ?? 0, null, now);
  lastWrote.set(conversationId, now);
  if (!fails && document === 0 && isChanged(place)) expected.add(conversationId);
}
const writing = performance.now() - writtenAt;

knowledge = buildKnowledgeBase([...old, successor], [...oldPassages, ...newPassages]);
const foundAt = performance.now();
await look();
const finding = performance.now() - foundAt;
const [draft, ...others] = await engine.corrections.list();
if (draft === undefined || others.length > 0) throw new Error('not exactly one correction was drafted');
const listedAt = performance.now();
const listed = await listPeople(engine.corrections, draft, [draft], () => true);
const listing = performance.now() - listedAt;
const listedIds = new Set(listed.map(({ conversationId }) => conversationId));
const missing = [...expected].filter((id) => !listedIds.has(id)).length;
const tooMany = [...listedIds].filter((id) => !expected.has(id)).length;

const written = proposed(draft, 'lan', { intro: draft.intro, words: draft.changes.map((change) => change.words) }, now);
if (!written.ok) throw new Error(`the draft was refused: ${written.problem.kind}`);
await engine.corrections.save(written.correction);
const yes = approved(written.correction, 'minh', now);
if (yes.ok) await engine.corrections.save(yes.correction);
const sentAt = performance.now();
const looksFor = (count: number) => Math.ceil(count / 100) + 1;
for (let turn = 0; turn < looksFor(expected.size); turn += 1) await look();
await sendAll();
const atOnce = deliveries.size;
const openAtFirst = [...expected].filter((id) => now - (lastWrote.get(id) ?? 0) < 24 * HOUR).length;
now += 2 * HOUR;
for (const conversationId of expected) {
  await engine.records.commit(aTurn({ conversationId, channel: 'messenger', at: now, lastInboundAt: now }));
}
for (let turn = 0; turn < looksFor(expected.size); turn += 1) await look();
await sendAll();
for (let turn = 0; turn < 2; turn += 1) await look();
await sendAll();
const sending = performance.now() - sentAt;
const after = await engine.corrections.find(draft.id);

const result = {
  answers: options.answers,
  people: lastWrote.size,
  changedPassages: draft.changes.length,
  expected: expected.size,
  listed: listedIds.size,
  missing,
  tooMany,
  openAtFirst,
  sentAtOnce: atOnce,
  sentOnce: [...expected].filter((id) => deliveries.get(id) === 1).length,
  sentTwice: [...deliveries.values()].filter((count) => count > 1).length,
  sentToOthers: [...deliveries.keys()].filter((id) => !expected.has(id)).length,
  outsideWindows,
  state: after?.state ?? null,
  secondsToWriteAnswers: Math.round(writing / 100) / 10,
  msToFind: Math.round(finding),
  msToList: Math.round(listing),
  secondsToSend: Math.round(sending / 100) / 10,
};
await engine.close();
rmSync(folder, { recursive: true, force: true });
const lines = [
  `${result.answers} answers to ${result.people} people from ${options.documents} documents; one is superseded, ${result.changedPassages} quoted passages say something else now`,
  `told the old rule: listed ${result.listed}, counted independently ${result.expected} (missing ${missing}, too many ${tooMany})`,
  `corrected: ${result.sentOnce} once, ${result.sentTwice} twice, ${result.sentToOthers} not concerned; at once ${result.sentAtOnce} of ${openAtFirst} open windows, the others after their next message; outside windows ${outsideWindows}`,
  `the correction is ${result.state}`,
  `time: answers ${result.secondsToWriteAnswers} s, finding ${result.msToFind} ms, listing ${result.msToList} ms, sending ${result.secondsToSend} s`,
];
process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${lines.join('\n')}\n`);
const isRight = missing + tooMany + result.sentTwice + result.sentToOthers + outsideWindows === 0;
process.exitCode = isRight && result.sentOnce === expected.size ? 0 : 1;
