import { measureSystem, taskSchema } from './measure-system.ts';

/** Entry of a process that measures one system: the task as JSON in, the rows as one line of JSON out. */
const rows = await measureSystem(taskSchema.parse(JSON.parse(process.argv[2] ?? '')));
process.stdout.write(`${JSON.stringify(rows)}\n`);
