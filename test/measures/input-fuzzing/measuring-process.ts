import { ADVERSARIAL_TEXTS } from './adversarial-texts.ts';
import { TEXT_FUNCTIONS } from './text-functions.ts';

/**
 * Measures one function over all adversarial texts, one JSON line each: `{"text":name,"ms":[2k,5k,20k]}`, and a
 * fourth time at 160,000 characters where the third is long enough to tell growth from the collector's work. The name
 * is printed alone before the measuring, so that whoever ends this process knows which text it hung on.
 */

const SIZES = [2_000, 5_000, 20_000];
const LONGEST = 160_000;
/** At 20,000 characters a shorter time needs no look at its growth. */
const HARMLESS_MS = 20;
/** Below this, growth is noise of the clock and the collector. */
const NOISE_MS = 4;

const name = process.argv[2] ?? '';
const read = TEXT_FUNCTIONS[name];
if (read === undefined) throw new Error(`There is no text function "${name}".`);

for (const text of ADVERSARIAL_TEXTS) {
  process.stdout.write(`${JSON.stringify({ text: text.name })}\n`);
  const ms = SIZES.map((size) => timeOf(read, text.ofLength(size)));
  if ((ms.at(-1) ?? 0) > HARMLESS_MS) ms.push(timeOf(read, text.ofLength(LONGEST)));
  process.stdout.write(`${JSON.stringify({ text: text.name, ms })}\n`);
}

/** Processor time, which other work on the machine does not lengthen, of the best of up to three runs. */
function timeOf(run: (text: string) => unknown, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && best > NOISE_MS; attempt += 1) {
    const before = process.cpuUsage();
    run(text);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1_000);
  }
  return best;
}
