import { Command } from 'commander';
import { openKnowledge } from '../../adapters/knowledge-source.ts';
import { verifySentence } from '../../knowledge/writing/verify-sentence.ts';
import { falseRead, findPassages, type JudgedCase, type JudgedOutput, judgeCase } from './writing/judge-cases.ts';
import { judgeRound, type Reply, repliedPassages, replyRounds } from './writing/replies.ts';
import { honestSentences, isSaid, SPOILS } from './writing/spoiled-sentences.ts';
import { type WritingSuite, writingSuites } from './writing/suites.ts';

/**
 * Measures what stands between a model and a citizen: false answers, of which no false sentence may be read, and true
 * ones, of which nearly all must be taken at once. `npm run measure:writing [-- --data DIR] [-- --json]`; with a data
 * folder, every statement of its index too, as it stands and spoiled. Exits with 1 when a false sentence is read that is
 * not known to be, or fewer than 95 % of the true replies to real requests are taken.
 */

const LEAST_TAKEN = 0.95;
const WARM_UP_ROUNDS = 2;
/** Of an index, this many statements are tried, evenly spread. */
const MOST_STATEMENTS = 2_000;

const options = new Command('measure:writing')
  .option('--data <dir>', 'data folder with an index, whose statements are tried too')
  .option('--json', 'print JSON')
  .parse()
  .opts<{ data?: string; json?: boolean }>();

/** How many true answers were taken at once, how many of them word for word, of how many. */
interface Taken {
  readonly tried: number;
  readonly taken: number;
  readonly asWritten: number;
  /** Those that were not taken at once. */
  readonly refused: readonly string[];
}

interface Result {
  readonly name: string;
  readonly hostile: number;
  /** False sentences that the citizen reads. */
  readonly reached: readonly string[];
  readonly caughtByKind: Readonly<Record<string, string>>;
  readonly honest: Taken;
  readonly everyday: Taken | null;
}

const cold: number[] = [];
const warm: number[] = [];

function takenOf(judged: readonly { readonly said: string; readonly output: JudgedOutput }[]): Taken {
  return {
    tried: judged.length,
    taken: judged.filter(({ output }) => output.taken).length,
    asWritten: judged.filter(({ output }) => output.writing.end === 'written').length,
    refused: judged.flatMap(({ said, output }) => (output.taken ? [] : [`${output.writing.end}: ${said}`])),
  };
}

function byKind(judged: readonly { readonly kind: string; readonly isCaught: boolean }[]): Record<string, string> {
  const kinds = [...new Set(judged.map(({ kind }) => kind))].toSorted();
  return Object.fromEntries(
    kinds.map((kind) => {
      const tried = judged.filter((one) => one.kind === kind);
      return [kind, `${tried.filter(({ isCaught }) => isCaught).length}/${tried.length}`];
    }),
  );
}

async function judgeSuite({ name, passages, hostile, honest }: WritingSuite): Promise<Result> {
  const kept = findPassages(passages);
  const judge = async (one: WritingSuite['hostile'][number]): Promise<readonly JudgedCase[]> => {
    const first = await judgeCase(one, findPassages(passages), 'own');
    await judgeCase(one, kept, 'all');
    const again = [await judgeCase(one, kept, 'own'), await judgeCase(one, kept, 'all')];
    cold.push(first.ms);
    warm.push(...again.map(({ ms }) => ms));
    return again;
  };
  const caught: { kind: string; isCaught: boolean }[] = [];
  const reached: string[] = [];
  for (const one of hostile) {
    const read = new Set((await judge(one)).flatMap((judged) => falseRead(one, judged)));
    caught.push({ kind: one.kind, isCaught: read.size === 0 });
    reached.push(...[...read].map((sentence) => `${one.kind}: ${sentence}`));
  }
  const judged: { said: string; output: JudgedOutput }[] = [];
  for (const one of honest)
    judged.push(...(await judge(one)).map((output) => ({ said: one.sentences.join(' ‖ '), output })));
  return {
    name: `${name} suite`,
    hostile: hostile.length,
    reached,
    caughtByKind: byKind(caught),
    honest: takenOf(judged),
    everyday: null,
  };
}

/** Replies to requests as they are sent to a model. */
async function judgeRounds(): Promise<readonly Result[]> {
  const passages = repliedPassages();
  const results: Result[] = [];
  for (const round of replyRounds()) {
    const judged = await judgeRound(round, passages);
    const of = (as: Reply['as']) => judged.filter(({ reply }) => reply.as === as);
    const words = ({ sentences }: Reply) => sentences.map(({ text }) => text).join(' ‖ ');
    const taken = (as: Reply['as']) => takenOf(of(as).map((output) => ({ said: words(output.reply), output })));
    const kindOf = ({ lie }: Reply) => lie?.kind ?? 'other';
    results.push({
      name: `replies to real requests, ${round.name} round`,
      hostile: of('hostile').length,
      reached: of('hostile').flatMap(({ reply, reached }) =>
        reached.map((sentence) => `${kindOf(reply)}: ${reply.lie?.what} – ${sentence}`),
      ),
      caughtByKind: byKind(
        of('hostile').map(({ reply, reached }) => ({ kind: kindOf(reply), isCaught: reached.length === 0 })),
      ),
      honest: taken('honest'),
      everyday: taken('everyday'),
    });
  }
  return results;
}

/** Every statement of an index as it stands, and spoiled in each way. */
function judgeIndex(dataDir: string) {
  const { current } = openKnowledge(dataDir, null, { territory: 'Hà Nội', publicUrl: null });
  const all = honestSentences(current());
  const step = Math.max(1, Math.ceil(all.length / MOST_STATEMENTS));
  const tried = all.filter((_, index) => index % step === 0);
  const shown = (sentence: string, { source }: (typeof tried)[number]) => verifySentence(sentence, [source]);
  const passes = (sentence: string, one: (typeof tried)[number]) => shown(sentence, one)?.faults.length === 0;
  return {
    statements: tried.length,
    refused: tried.filter((one) => !isSaid(one, shown(one.sentence, one)?.sentence ?? '')).length,
    spoiled: Object.entries(SPOILS).map(([how, spoil]) => {
      const spoiled = tried.flatMap((one) => spoil(one).map((sentence) => ({ one, sentence })));
      return {
        how,
        tried: spoiled.length,
        passed: spoiled.filter(({ one, sentence }) => passes(sentence, one)).map(({ sentence }) => sentence),
      };
    }),
  };
}

function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

// The first rounds are slower, as a process that has just started is.
for (let round = 0; round < WARM_UP_ROUNDS; round += 1) for (const suite of writingSuites()) await judgeSuite(suite);
cold.length = 0;
warm.length = 0;
const suites: Result[] = [];
for (const suite of writingSuites()) suites.push(await judgeSuite(suite));
const ms = {
  p50: percentile(warm, 0.5),
  p95: percentile(warm, 0.95),
  newPassageP50: percentile(cold, 0.5),
  newPassageP95: percentile(cold, 0.95),
};
const rounds = await judgeRounds();
const index = options.data === undefined ? null : judgeIndex(options.data);

const told = ({ tried, taken, asWritten }: Taken) => `${taken} of ${tried} taken at once (${asWritten} word for word)`;

if (options.json) print(JSON.stringify({ suites, rounds, ms, index }, null, 1));
else {
  for (const { name, hostile, reached, caughtByKind, honest, everyday } of [...suites, ...rounds]) {
    const caught = hostile - reached.length;
    print(`${name}: no false sentence read of ${caught} of ${hostile} false answers; true ones: ${told(honest)}`);
    if (everyday !== null) print(`  true ones in everyday words: ${told(everyday)}`);
    const kinds = Object.entries(caughtByKind).map(([kind, share]) => `${kind} ${share}`);
    print(`  caught by kind: ${kinds.join(', ')}`);
    for (const one of reached) print(`  REACHED ${one}`);
    for (const one of [...honest.refused, ...(everyday?.refused ?? [])]) print(`  refused ${one}`);
  }
  print(
    `verifying an answer (processor time, two attempts at most): p50 ${ms.p50.toFixed(2)} ms, p95 ${ms.p95.toFixed(2)} ms; with a passage that was never read before: p50 ${ms.newPassageP50.toFixed(2)} ms, p95 ${ms.newPassageP95.toFixed(2)} ms`,
  );
  if (index === null) print('statements of an index: not tried (no --data)');
  else {
    print(`statements of the index as they stand: ${index.refused} of ${index.statements} not said`);
    for (const { how, tried, passed } of index.spoiled) {
      print(`  ${how}: ${passed.length} of ${tried} read as they were spoiled`);
      for (const sentence of passed.slice(0, 3)) print(`    ${sentence}`);
    }
  }
}
const all = rounds.map(({ honest }) => honest);
const tried = all.reduce((sum, one) => sum + one.tried, 0);
const taken = all.reduce((sum, one) => sum + one.taken, 0);
if ([...suites, ...rounds].some(({ reached }) => reached.length > 0) || taken < LEAST_TAKEN * tried)
  process.exitCode = 1;
