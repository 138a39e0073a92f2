import { percentile } from '../retrieval/ranking-scores.ts';
import { replyIdOf } from './accounting.ts';
import type { Crowd } from './crowd.ts';
import { cpuSecondsOf, loadAverage, residentMb } from './process-figures.ts';
import type { ServedProduct } from './served-product.ts';

/** The product at one moment. */
export interface Sample {
  readonly second: number;
  readonly replies: number;
  /** Messages that wait for a turn, the age of the oldest (ms), and replies on their way. */
  readonly waiting: number;
  readonly oldestMs: number;
  readonly pending: number;
  /** By process, in the product's order. */
  readonly memoryMb: readonly number[];
}

/** One stretch of load. */
export interface Stretch {
  readonly name: string;
  readonly seconds: number;
  readonly asked: number;
  readonly replies: number;
  readonly perSecond: number;
  /** From the webhook's 200 to the platform, less the time that the product waits for fragments. */
  readonly p50ms: number;
  readonly p95ms: number;
  readonly p99ms: number;
  readonly maxMs: number;
  readonly webhookP99ms: number;
  readonly refused: number;
  /** Processor time of all processes of the product for one reply, and of each. */
  readonly cpuMs: number;
  readonly cpuMsByProcess: Readonly<Record<string, number>>;
  readonly oldestMs: number;
  /** Messages that waited for a turn at the end. */
  readonly waiting: number;
  /** Of the machine, at the end: other people's work makes times longer, processor time hardly. */
  readonly loadAverage: number;
}

export interface ProductWatch {
  /** Runs a stretch of load and says what it did to the product. */
  stretch(name: string, run: () => Promise<void>): Promise<Stretch>;
  /** All that was seen so far. */
  readonly samples: readonly Sample[];
  stop(): Promise<void>;
}

/** Looks at the product every `everyMs`. @param burstMs is taken off the times */
export function watchProduct(product: ServedProduct, crowd: Crowd, burstMs: number, everyMs: number): ProductWatch {
  const startedAt = performance.now();
  const samples: Sample[] = [];
  const replies = new Set<string>();
  let counted = 0;
  let looking: Promise<void> = Promise.resolve();

  async function take(): Promise<void> {
    const metrics = await fetch(`${product.url}/metrics`)
      .then((answer) => answer.text())
      .catch(() => '');
    const value = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(metrics)?.[1] ?? 0);
    for (; counted < crowd.receivedPieces.length; counted += 1) {
      replies.add(replyIdOf(crowd.receivedPieces[counted]?.pieceId ?? ''));
    }
    samples.push({
      second: (performance.now() - startedAt) / 1_000,
      replies: replies.size,
      waiting: value('assistant_inbox_waiting'),
      oldestMs: value('assistant_inbox_oldest_seconds') * 1_000,
      pending: value('assistant_outbox_pending'),
      memoryMb: product.processes.map(({ pid }) => residentMb(pid)),
    });
  }
  const look = () => {
    looking = looking.then(take);
    return looking;
  };
  const timer = setInterval(look, everyMs);

  return {
    samples,
    async stretch(name, run) {
      await look();
      const from = samples.length;
      const cpuBefore = product.processes.map(({ pid }) => cpuSecondsOf(pid));
      crowd.look();
      await run();
      const seen = crowd.look();
      const cpu = product.processes.map(({ pid }, index) => cpuSecondsOf(pid) - (cpuBefore[index] ?? 0));
      await look();
      const during = samples.slice(from);
      const eachMs = (seconds: number) => (1_000 * seconds) / Math.max(1, seen.replies);
      const replyMs = (share: number) => Math.max(0, percentile(seen.replyMs, share) - burstMs);
      return {
        name,
        seconds: seen.seconds,
        asked: seen.asked,
        replies: seen.replies,
        perSecond: seen.replies / seen.seconds,
        p50ms: replyMs(0.5),
        p95ms: replyMs(0.95),
        p99ms: replyMs(0.99),
        maxMs: replyMs(1),
        webhookP99ms: percentile(seen.webhookMs, 0.99),
        refused: seen.refused,
        cpuMs: eachMs(cpu.reduce((sum, seconds) => sum + seconds, 0)),
        cpuMsByProcess: Object.fromEntries(
          product.processes.map((process, index) => [process.name, eachMs(cpu[index] ?? 0)]),
        ),
        oldestMs: Math.max(0, ...during.map((sample) => sample.oldestMs)),
        waiting: during.at(-1)?.waiting ?? 0,
        loadAverage: loadAverage(),
      };
    },
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
