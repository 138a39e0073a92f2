import { INCIDENT_STREAM, THANKS } from '../../../bot/radar/streams.ts';
import { INCIDENT_KIND_WORDS } from '../incidents/vietnamese.ts';
import { TOPICS } from '../vietnamese.ts';

const INCIDENT_NAMES: Readonly<Record<string, string>> = INCIDENT_KIND_WORDS;
const TOPIC_NAMES: Readonly<Record<string, string>> = TOPICS;

/** What a stream of the radar is called: its topic, its matter, what schools report, or thanks. */
export function streamInWords(stream: string): string {
  if (stream === THANKS) return 'lời cảm ơn';
  const name = stream.slice(stream.indexOf(':') + 1);
  if (stream.startsWith(INCIDENT_STREAM)) return `trường báo: ${INCIDENT_NAMES[name] ?? name}`;
  return stream.startsWith('topic:') ? (TOPIC_NAMES[name] ?? name) : name;
}
