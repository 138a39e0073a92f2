import { setTimeout as wait } from 'node:timers/promises';
import type { ChaosFault, Counted, Dose } from './faults.ts';
import { type ChaosSystem, type EngineName, type SystemOptions, startSystem } from './system.ts';
import { type ChaosFaults, judge } from './verdict.ts';

export interface ChaosReport {
  readonly engine: EngineName;
  readonly fault: string;
  readonly counted: Counted;
  readonly messages: number;
  readonly refused: number;
  readonly replies: number;
  /** Whether everything was worked off in time. */
  readonly quiet: boolean;
  /** Lines that the processes logged as warnings or faults. */
  readonly logged: number;
  readonly seconds: number;
  readonly faults: ChaosFaults;
}

export const ORDINARY: Omit<SystemOptions, 'engine' | 'random'> = {
  webs: 1,
  workers: 2,
  confirmMs: 10_000,
  stallMs: 20_000,
  slowMs: 400,
  // Each writes about ten messages a minute: who writes twenty is asked to slow down and gets no replies.
  citizens: 20,
  pauseMs: 6_000,
};

const QUIET_WITHIN_MS = 240_000;

/** Lets one fault loose on a system of its own; `null` where this machine cannot make the fault. */
export async function runChaos(
  name: string,
  fault: ChaosFault,
  indexDir: string,
  options: Dose & Pick<SystemOptions, 'engine' | 'random'> & { readonly messages: number },
): Promise<ChaosReport | null> {
  const { engine, random } = options;
  const system = await startSystem(indexDir, { ...ORDINARY, ...fault.system, engine, random });
  if (system === null) return null;
  try {
    return await inflict(system, name, fault, options);
  } finally {
    await system.stop();
  }
}

/** Lets a fault loose on a system while its citizens write; then waits until all is answered, and judges everything. */
export async function inflict(
  system: ChaosSystem,
  name: string,
  fault: ChaosFault,
  { messages, ...dose }: Dose & { readonly messages: number },
): Promise<ChaosReport> {
  const from = performance.now();
  const { stream, processes } = system;
  stream.start();
  const counted = await fault.inflict(system, dose);
  while (stream.acknowledged() < messages) await wait(100);
  await stream.stop();
  const quiet = await system.isQuiet(QUIET_WITHIN_MS);
  const verdict = await judge(stream.citizens, system.state, await system.ledger(), system.graph);
  return {
    engine: system.engine,
    fault: name,
    counted,
    messages: stream.acknowledged(),
    refused: stream.refused(),
    quiet,
    logged: processes.reduce((sum, process) => sum + process.logged(40).length, 0),
    seconds: (performance.now() - from) / 1_000,
    ...verdict,
  };
}
