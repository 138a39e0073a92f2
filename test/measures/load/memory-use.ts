import type { Sample } from './watch-product.ts';

/** Resident memory of one process (MB). */
export interface Memory {
  readonly name: string;
  readonly startMb: number;
  readonly endMb: number;
  readonly mostMb: number;
}

/** How the memory of each process went. */
export function memoryUse(names: readonly string[], samples: readonly Sample[]): readonly Memory[] {
  return names.map((name, index) => {
    const values = samples.map(({ memoryMb }) => memoryMb[index] ?? 0);
    return { name, startMb: values[0] ?? 0, endMb: values.at(-1) ?? 0, mostMb: Math.max(0, ...values) };
  });
}

/** Samples as a table for spreadsheets. */
export function samplesAsCsv(names: readonly string[], samples: readonly Sample[]): string {
  const head = ['second', 'replies', 'waiting', 'oldest_ms', 'pending', ...names.map((name) => `${name} MB`)];
  const rows = samples.map(({ second, replies, waiting, oldestMs, pending, memoryMb }) =>
    [second.toFixed(1), replies, waiting, oldestMs.toFixed(0), pending, ...memoryMb.map((mb) => mb.toFixed(1))].join(),
  );
  return `${[head.join(), ...rows].join('\n')}\n`;
}
