import { type Attributes, type Span, type SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

const TRACER = 'giao-duc-ba-dinh-assistant';

/** What a span is called, which side of a call it is, and what may be known of it: never words of people, nor ids. */
export interface SpanDescription {
  readonly name: string;
  readonly kind: SpanKind;
  readonly attributes: Attributes;
}

/**
 * Runs `work` in an OpenTelemetry span, the parent of those that it opens itself. Without an SDK in the process, which
 * is the ordinary case, this costs nothing and keeps nothing. Of an error only its name is told.
 */
export function inSpan<T>(
  { name, kind, attributes }: SpanDescription,
  work: (span: Pick<Span, 'setAttribute'>) => Promise<T>,
): Promise<T> {
  return trace.getTracer(TRACER).startActiveSpan(name, { kind, attributes }, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'thrown' });
      throw error;
    } finally {
      span.end();
    }
  });
}
