import type { Accounting } from './accounting.ts';
import type { Memory } from './memory-use.ts';
import type { Stretch } from './watch-product.ts';

const HEAD =
  'stretch | asked | turns/s | p50 ms | p95 ms | p99 ms | max ms | webhook p99 ms | CPU ms a turn | oldest ms | waiting | load average';

/** Stretches as a table in Markdown. */
export function printStretches(stretches: readonly Stretch[]): string {
  const rows = stretches.map((stretch) =>
    [
      stretch.name,
      stretch.asked,
      stretch.perSecond.toFixed(1),
      ...[stretch.p50ms, stretch.p95ms, stretch.p99ms, stretch.maxMs].map((ms) => ms.toFixed(0)),
      stretch.webhookP99ms.toFixed(0),
      printCpu(stretch),
      stretch.oldestMs.toFixed(0),
      stretch.waiting,
      stretch.loadAverage.toFixed(1),
    ].join(' | '),
  );
  return [HEAD, HEAD.replace(/[^|]+/g, '---'), ...rows].join('\n');
}

function printCpu({ cpuMs, cpuMsByProcess }: Stretch): string {
  const parts = Object.entries(cpuMsByProcess).map(([name, ms]) => `${name} ${ms.toFixed(2)}`);
  return parts.length > 1 ? `${cpuMs.toFixed(2)} (${parts.join(', ')})` : cpuMs.toFixed(2);
}

/** What became of all messages, one line. */
export function printAccounting({ messages, turns, expected, sent, silent, ...faults }: Accounting): string {
  const { lost, answeredTwice, unexpected, outOfOrder } = faults;
  return `${messages} messages, ${turns} turns, ${sent} of ${expected} replies sent, ${silent} turns silent for staff; lost ${lost}, answered twice ${answeredTwice}, unexpected ${unexpected}, out of order ${outOfOrder}`;
}

/** Memory of each process, one line each. */
export function printMemory(memory: readonly Memory[]): string {
  return memory
    .map(({ name, startMb, endMb, mostMb }) => {
      const figures = [startMb, endMb, mostMb].map((mb) => mb.toFixed(0));
      return `memory of ${name}: ${figures[0]} MB at the start, ${figures[1]} at the end, ${figures[2]} at most`;
    })
    .join('\n');
}

const BAR = 50;
const MOST_LINES = 24;

/** A graph of a figure over time, one line a moment, at most two dozen. */
export function printGraph(points: readonly { readonly second: number; readonly value: number }[]): string {
  const most = Math.max(1e-9, ...points.map(({ value }) => value));
  const step = Math.max(1, Math.ceil(points.length / MOST_LINES));
  return points
    .filter((_, index) => index % step === 0)
    .map(({ second, value }) => {
      const bar = '█'.repeat(Math.round((value / most) * BAR));
      return `${second.toFixed(0).padStart(6)} s ${value.toFixed(0).padStart(7)} ${bar}`;
    })
    .join('\n');
}
