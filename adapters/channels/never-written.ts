/** Faults of a call that failed before a byte of it could leave. Everything else may have reached the platform. */
const NEVER_WRITTEN: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether a `fetch` that threw certainly did not deliver its request, so that it may be repeated. */
export function neverWritten(error: unknown): boolean {
  // `fetch` wraps the system's error as the cause of its own.
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && NEVER_WRITTEN.has(cause.code);
}
