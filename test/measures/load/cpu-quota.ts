import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PERIOD_MICROSECONDS = 100_000;
const CGROUPS = '/sys/fs/cgroup';

/** Shares of processors for processes, kept by the kernel. */
export interface CpuQuotas {
  /** Holds a process and its threads to `cores` of a processor from now on. */
  hold(pid: number, cores: number): void;
  /** Takes the quotas away; the processes must have ended. */
  remove(): void;
}

/**
 * Linux control groups, of either version. On a machine with few processors they show how throughput grows with the
 * number of processes, because a process more then has a processor share more.
 * @throws where the kernel's files cannot be written: it takes root
 */
export function createCpuQuotas(name: string): CpuQuotas {
  const folders: string[] = [];
  const older = existsSync(join(CGROUPS, 'cpu/cpu.cfs_quota_us'));
  return {
    hold(pid, cores) {
      const folder = join(CGROUPS, older ? 'cpu' : '', `${name}-${pid}`);
      mkdirSync(folder);
      folders.push(folder);
      const quota = String(Math.round(cores * PERIOD_MICROSECONDS));
      if (older) writeFileSync(join(folder, 'cpu.cfs_quota_us'), quota);
      else writeFileSync(join(folder, 'cpu.max'), `${quota} ${PERIOD_MICROSECONDS}`);
      writeFileSync(join(folder, 'cgroup.procs'), String(pid));
    },
    remove() {
      for (const folder of folders.splice(0)) rmdirSync(folder);
    },
  };
}
