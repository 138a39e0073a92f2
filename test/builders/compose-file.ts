/** A value of a compose file. Numbers and booleans stay the words they are written as. */
export type ComposeValue = string | readonly ComposeValue[] | ComposeMap;

interface ComposeMap {
  readonly [key: string]: ComposeValue;
}

interface Line {
  readonly indent: number;
  readonly text: string;
  readonly number: number;
}

const KEY = /^(?<key>[\w.-]+|<<):(?: (?<rest>.*))?$/;

/**
 * Reads the part of YAML that our compose file keeps to: maps and lists by indentation, plain and quoted words, lists
 * in brackets as JSON, text blocks (`|`), anchors on maps and `<<` that takes one in. Refuses everything else.
 * @throws SyntaxError with the number of the line
 */
export function readComposeFile(text: string): ComposeMap {
  const all = text.split('\n').map((line, index) => ({
    indent: line.length - line.trimStart().length,
    text: line.trim(),
    number: index + 1,
  }));
  const anchors = new Map<string, ComposeMap>();
  let next = 0;

  function peek(): Line | undefined {
    while (next < all.length && /^(?:#.*)?$/.test(all[next]?.text ?? '')) next += 1;
    return all[next];
  }

  function refuse(line: Line, why: string): never {
    throw new SyntaxError(`Line ${line.number}: ${why}: ${line.text}`);
  }

  function block(parent: number): ComposeValue {
    const first = peek();
    if (first === undefined || first.indent <= parent) return '';
    return first.text.startsWith('- ') ? list(first.indent) : map(first.indent);
  }

  function list(indent: number): ComposeValue {
    const items: ComposeValue[] = [];
    for (let line = peek(); line?.indent === indent && line.text.startsWith('- '); line = peek()) {
      const item = { ...line, indent: indent + 2, text: line.text.slice(2) };
      if (KEY.test(item.text)) {
        all[next] = item;
        items.push(map(item.indent));
      } else {
        next += 1;
        items.push(scalar(item, item.text, indent));
      }
    }
    return items;
  }

  function map(indent: number): ComposeMap {
    let taken: ComposeMap = {};
    const own: Record<string, ComposeValue> = {};
    for (let line = peek(); line !== undefined && line.indent >= indent; line = peek()) {
      const { key = '', rest = '' } = KEY.exec(line.text)?.groups ?? {};
      if (line.indent !== indent || key === '') return refuse(line, 'not a key of this map');
      if (key in own) return refuse(line, 'given twice');
      next += 1;
      if (key === '<<') taken = anchors.get(rest.replace('*', '')) ?? refuse(line, 'unknown anchor');
      else if (rest.startsWith('&')) {
        const marked = map(peek()?.indent ?? 0);
        anchors.set(rest.slice(1), marked);
        own[key] = marked;
      } else own[key] = rest === '' ? block(indent) : scalar(line, rest, indent);
    }
    return { ...taken, ...own };
  }

  function scalar(line: Line, written: string, indent: number): ComposeValue {
    if (written === '|') return textBlock(indent);
    if (/^\[.*\]$/.test(written) || /^".*"$/.test(written)) return JSON.parse(written);
    if (/^[[{&*!|>'"%@`]|\s#|: /.test(written)) return refuse(line, 'more YAML than this file keeps to');
    return written;
  }

  function textBlock(indent: number): string {
    const lines: string[] = [];
    const depth = all[next]?.indent ?? 0;
    for (let line = all[next]; line !== undefined && (line.indent > indent || line.text === ''); line = all[next]) {
      lines.push(' '.repeat(Math.max(0, line.indent - depth)) + line.text);
      next += 1;
    }
    return `${lines.join('\n').trimEnd()}\n`;
  }

  const root = map(0);
  const left = peek();
  return left === undefined ? root : refuse(left, 'does not belong here');
}
