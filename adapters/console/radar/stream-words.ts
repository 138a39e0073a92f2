import { THANKS } from '../../../bot/radar/streams.ts';
import { TOPICS } from '../vietnamese.ts';

const TOPIC_NAMES: Readonly<Record<string, string>> = TOPICS;

/** What a stream of the radar is called: its topic, its matter, or thanks. */
export function streamInWords(stream: string): string {
  if (stream === THANKS) return 'lời cảm ơn';
  const name = stream.slice(stream.indexOf(':') + 1);
  return stream.startsWith('topic:') ? (TOPIC_NAMES[name] ?? name) : name;
}
