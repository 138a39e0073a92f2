import { type Logger, pino } from 'pino';

/** Structured log lines on standard error. Callers log ids and counts, never words of citizens, names or secrets. */
export function createLog(level: string, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    // Several processes may write into one log.
    base: { pid: process.pid },
    redact: {
      paths: ['*.text', '*.authorization', '*.cookie', '*.password', '*.token', '*.secret', 'headers', 'body'],
      censor: '[redacted]',
    },
    serializers: { error: serializeError },
  };
  return destination === undefined
    ? pino(options, pino.destination({ fd: 2, sync: true }))
    : pino(options, destination);
}

/** Keeps what an engineer needs: name, code, message and the program's own stack. */
function serializeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? String(error.code) : undefined;
  return {
    name: error.name,
    code,
    message: error.message,
    stack: error.stack?.split('\n').slice(1, 6).join('\n'),
    cause: error.cause instanceof Error ? error.cause.message : undefined,
  };
}
