import { type Attributes, type SpanOptions, trace } from '@opentelemetry/api';

/** A span as an SDK would have got it. */
export interface KeptSpan {
  readonly name: string;
  readonly attributes: Attributes;
  error: string | null;
  ended: boolean;
}

/** Does what an SDK does, as far as the product asks for it, and keeps all spans until `stop`. */
export function keepSpans(): { readonly kept: readonly KeptSpan[]; readonly stop: () => void } {
  const kept: KeptSpan[] = [];
  function begin(name: string, options: SpanOptions) {
    const span: KeptSpan = { name, attributes: { ...options.attributes }, error: null, ended: false };
    kept.push(span);
    return {
      setAttribute(key: string, value: string) {
        span.attributes[key] = value;
      },
      setStatus({ message }: { message?: string }) {
        span.error = message ?? '';
      },
      end() {
        span.ended = true;
      },
    };
  }
  trace.setGlobalTracerProvider({
    getTracer: () => ({
      startSpan: begin as never,
      startActiveSpan: ((name: string, options: SpanOptions, work: (span: unknown) => unknown) =>
        work(begin(name, options))) as never,
    }),
  });
  return { kept, stop: () => trace.disable() };
}
