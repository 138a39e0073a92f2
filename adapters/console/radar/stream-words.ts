import { INCIDENT_STREAM, THANKS } from '../../../bot/radar/streams.ts';
import type { ConsoleWords } from '../languages/words.ts';

/** What a stream of the radar is called: its topic, its matter, its place, what schools report, or thanks. */
export function streamInWords(
  stream: string,
  words: Pick<ConsoleWords, 'topics' | 'incidentKinds' | 'radar' | 'matters'>,
): string {
  const topics: Readonly<Record<string, string>> = words.topics;
  const incidents: Readonly<Record<string, string>> = words.incidentKinds;
  if (stream === THANKS) return words.radar.thanks;
  const name = stream.slice(stream.indexOf(':') + 1);
  if (stream.startsWith(INCIDENT_STREAM)) return words.radar.reported(incidents[name] ?? name);
  if (stream.startsWith('ward:')) return words.radar.ward(name);
  if (stream.startsWith('school:') || stream.startsWith('territory:')) return name;
  return stream.startsWith('topic:') ? (topics[name] ?? name) : matterInWords(name, words);
}

/** What a matter is called, which names one or two of the list of matters; one that has no name is shown as it is. */
export function matterInWords(matter: string, { matters }: Pick<ConsoleWords, 'matters'>): string {
  return matter
    .split(', ')
    .map((name) => matters[name] ?? name)
    .join(', ');
}
