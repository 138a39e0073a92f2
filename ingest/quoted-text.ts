const LONGEST_QUOTE_LINES = 120;

/**
 * Lines without the text that an amendment quotes («… như sau: “Điều 4. …”»): what stands there is the word of the
 * amended document, not of this one. An opening mark that is never closed quotes nothing.
 */
export function withoutQuotedText(lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = (lines[index] ?? '').replace(/“[^”]*”/gu, '“”');
    const open = line.search(/“[^”]*$|(?:^|:\s*)"[^"]*$/u);
    if (open === -1) {
      kept.push(line);
      continue;
    }
    const mark = line.charAt(line.slice(open).search(/[“"]/u) + open) === '“' ? /”/u : /"\s*[.;,]*\s*$/u;
    const last = lines.slice(index + 1, index + LONGEST_QUOTE_LINES).findIndex((next) => mark.test(next));
    if (last === -1) {
      kept.push(line);
      continue;
    }
    kept.push(line.slice(0, open));
    index += last + 1;
  }
  return kept.filter((line) => line.trim() !== '');
}
