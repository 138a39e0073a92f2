import { Command } from 'commander';
import { type ConsoleMeasure, measureConsole } from './console/measure-console.ts';

/**
 * `npm run measure:console`: how long the inbox takes with many open tickets, on both engines. The product runs in a
 * process of its own on a filled state; every page of the table is read over HTTP, and messages of a child in danger come
 * in by webhook while consoles stand open and follow the events as a browser does. All traffic is on 127.0.0.1.
 */
const options = new Command('measure:console')
  .option('--tickets <number>', 'open tickets', Number, 5_000)
  .option('--reads <number>', 'readings of each page', Number, 40)
  .option('--consoles <number>', 'open consoles', Number, 50)
  .option('--messages <number>', 'messages that arrive', Number, 20)
  .option('--engine <engine>', 'libsql or redis alone')
  .option('--json', 'print JSON')
  .parse()
  .opts<{ tickets: number; reads: number; consoles: number; messages: number; engine?: string; json?: boolean }>();

const measures: ConsoleMeasure[] = [];
for (const engine of ['libsql', 'redis'] as const) {
  if (options.engine !== undefined && options.engine !== engine) continue;
  process.stderr.write(`${engine}: filling ${options.tickets} tickets …\n`);
  measures.push(await measureConsole(engine, options));
}
if (options.json) process.stdout.write(`${JSON.stringify(measures)}\n`);
else for (const measure of measures) process.stdout.write(asTable(measure));

function asTable({ engine, fillMs, pages, arrival }: ConsoleMeasure): string {
  const rows = [
    ...pages,
    { page: `webhook to visible in ${arrival.consoles} consoles`, p50ms: arrival.p50ms, p95ms: arrival.p95ms },
  ];
  const lines = rows.map(({ page, p50ms, p95ms }) => `${page} | ${p50ms.toFixed(1)} | ${p95ms.toFixed(1)}`);
  return `${engine} (filled in ${(fillMs / 1_000).toFixed(0)} s) | p50 ms | p95 ms\n---|---|---\n${lines.join('\n')}\n\n`;
}
