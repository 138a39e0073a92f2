/** What a host's robots.txt says to us. */
export type Robots =
  | {
      readonly kind: 'read';
      allows(url: URL): boolean;
      /** Seconds between requests that the site asks for; 0 when it asks for nothing. */
      readonly crawlDelay: number;
    }
  /** It could not be had: nothing of the host may be asked now. */
  | { readonly kind: 'unreachable' };

interface Rule {
  readonly allow: boolean;
  readonly path: string;
}

const MAX_LENGTH = 500 * 1024;
const EVERYTHING: Robots = { kind: 'read', allows: () => true, crawlDelay: 0 };

/** Asks for a host's robots.txt: absent (4xx) allows everything, trouble (5xx, network) nothing, as RFC 9309 has it. */
export async function readRobots(ask: (url: URL) => Promise<Response>, page: URL, agent: string): Promise<Robots> {
  try {
    const response = await ask(new URL('/robots.txt', page));
    if (response.status >= 500) return { kind: 'unreachable' };
    if (!response.ok) {
      await response.body?.cancel();
      return EVERYTHING;
    }
    return parseRobots((await response.text()).slice(0, MAX_LENGTH), agent);
  } catch {
    return { kind: 'unreachable' };
  }
}

/**
 * Reads the rules for `agent`, or those for everybody. The longest matching path decides, allow before disallow
 * (RFC 9309, sections 2.2.1 to 2.2.3).
 */
export function parseRobots(text: string, agent: string): Robots & { readonly kind: 'read' } {
  const groups = readGroups(text);
  const named = groups.filter((group) => group.agents.includes(agent.toLowerCase()));
  const chosen = named.length > 0 ? named : groups.filter((group) => group.agents.includes('*'));
  const rules = chosen.flatMap((group) => group.rules);
  return {
    kind: 'read',
    crawlDelay: Math.max(0, ...chosen.map((group) => group.crawlDelay)),
    allows(url) {
      const path = url.pathname + url.search;
      const matching = rules.filter((rule) => matches(rule.path, path));
      const longest = Math.max(0, ...matching.map((rule) => rule.path.length));
      const deciding = matching.filter((rule) => rule.path.length === longest);
      return deciding.length === 0 || deciding.some((rule) => rule.allow);
    },
  };
}

interface Group {
  readonly agents: string[];
  readonly rules: Rule[];
  crawlDelay: number;
}

function readGroups(text: string): readonly Group[] {
  const groups: Group[] = [];
  let collectingAgents = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const [, key = '', value = ''] = line.replace(/#.*/, '').match(/^\s*([\w-]+)\s*:\s*(.*?)\s*$/) ?? [];
    const name = key.toLowerCase();
    if (name === 'user-agent') {
      if (!collectingAgents) groups.push({ agents: [], rules: [], crawlDelay: 0 });
      groups.at(-1)?.agents.push(value.toLowerCase());
      collectingAgents = true;
      continue;
    }
    const group = groups.at(-1);
    if (name === '' || group === undefined) continue;
    collectingAgents = false;
    if ((name === 'allow' || name === 'disallow') && value !== '') {
      group.rules.push({ allow: name === 'allow', path: value });
    }
    if (name === 'crawl-delay') group.crawlDelay = Math.max(0, Number.parseFloat(value) || 0);
  }
  return groups;
}

/** `*` stands for any characters, a final `$` for the end; everything else is a prefix. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const [first = '', ...rest] = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    const last = anchored && index === rest.length - 1;
    const found = last ? path.length - part.length : path.indexOf(part, at);
    if (found < at || (last && !path.endsWith(part))) return false;
    at = found + part.length;
  }
  return !anchored || at === path.length;
}
