import { readFileSync } from 'node:fs';

/** Kernel ticks of proc(5) in a second; the same on every Linux that Node supports. */
const TICKS = 100;

/** Seconds of CPU that a process has used, all its threads; 0 when it is gone. Linux alone. */
export function cpuSecondsOf(pid: number): number {
  // Fields 14 and 15; the name before them may hold spaces.
  const fields = readProc(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS;
}

/** Memory of a process that lies in RAM (MB); 0 when it is gone. Linux alone. */
export function residentMb(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readProc(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

/** The load average of the last minute: how many processes want a processor, others' included. */
export function loadAverage(): number {
  return Number(readProc('/proc/loadavg').split(' ')[0] ?? 0);
}

function readProc(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
