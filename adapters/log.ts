import { type Logger, pino } from 'pino';
import { KeptValueUnreadable } from '../bot/kept-contents.ts';

/**
 * Structured log lines, on standard error unless `destination` takes them. Callers log ids and counts, never words of
 * citizens, names or secrets; errors go through `describeError`, because libraries put the data they stumbled over
 * into their messages.
 */
export function createLog(level: string, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    // Several processes may write into one log.
    base: { pid: process.pid },
    redact: {
      paths: ['*.text', '*.authorization', '*.cookie', '*.password', '*.token', '*.secret', 'headers', 'body'],
      censor: '[redacted]',
    },
    serializers: { error: (error: unknown) => describeError(error) },
  };
  return destination === undefined
    ? pino(options, pino.destination({ fd: 2, sync: true }))
    : pino(options, destination);
}

/** Takes the faults of background work into the log. Of a kept value that cannot be read the leader tells, once. */
export function faultLog(log: Logger): (error: unknown) => void {
  return (error) => {
    if (error instanceof KeptValueUnreadable) log.debug({ error }, 'a kept value cannot be read');
    else log.error({ error }, 'background fault');
  };
}

/** How deep causes are followed. */
const CAUSES = 3;
const WITHHELD = 'withheld, because it may quote data; the stack says where';
/** Codes of faults whose messages name files, hosts and states only: our own errors, the system's and the database's. */
const PLAIN_CODE = /^(?!ERR_)[A-Z][A-Z0-9_]+$/;
const SHORT_WORD = /^\w{1,60}$/;
const STACK_FRAME = /^ {4}at .+:\d+:\d+\)?$/;
const FRAMES = 5;

/**
 * Keeps what an engineer needs of an error: name, code, the program's own stack, causes. The message stays where its
 * author wrote it for a log, which a code of words and underscores tells; parsers, validators and the engine itself
 * quote their input (`ERR_…` of Node included), so theirs is withheld.
 */
function describeError(error: unknown, depth = CAUSES): object {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    name: SHORT_WORD.test(error.name) ? error.name : error.constructor.name,
    code: code !== undefined && SHORT_WORD.test(code) ? code : undefined,
    message: code !== undefined && PLAIN_CODE.test(code) ? error.message : WITHHELD,
    stack: framesOf(error),
    cause: error.cause === undefined || depth === 0 ? undefined : describeError(error.cause, depth - 1),
  };
}

/** A message of several lines stands before the frames and may look like some. */
function framesOf({ stack = '', message }: Error): string {
  const after = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack;
  const frames = after.split('\n').filter((line) => STACK_FRAME.test(line));
  return frames.slice(0, FRAMES).join('\n');
}
