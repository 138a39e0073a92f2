import { doJob, jobSchema } from './ingest-job.ts';

/** Entry of a process that does one ingest: the job as JSON in, one line of JSON out. */
const startedAt = performance.now();
const work = await doJob(jobSchema.parse(JSON.parse(process.argv[2] ?? '')));
const workSeconds = (performance.now() - startedAt) / 1_000;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6;
process.stdout.write(`${JSON.stringify({ ...work, workSeconds, cpuSeconds, peakRssMb: maxRSS / 1_024 })}\n`);
