import type { MessageWords } from './message-words.ts';
import { createPhraseCompiler, mayStand, type Phrase, type PhraseLists } from './phrase.ts';
import type { RuleSet } from './rule.ts';

/** One phrase and the groups it stands in. */
interface Entry {
  readonly phrase: Phrase;
  readonly groups: readonly number[];
}

/**
 * Reads how far a message goes towards each rule: a sign for every group of phrases of which one stands in the message,
 * for every rule whose groups all do, and for those of them that nothing silences. A classifier learns from these what
 * a rule, which needs all of its groups, cannot say. Shapes and harmless expressions are left to the rules.
 */
export function createSignReader(
  sets: readonly RuleSet[],
  lists: PhraseLists,
): (message: MessageWords) => readonly string[] {
  const compile = createPhraseCompiler(lists);
  const ids = new Map<string, number>();
  const groupsOf = new Map<Phrase, Set<number>>();
  const addGroup = (group: readonly string[]): number => {
    const key = group.join(';');
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = ids.size;
    ids.set(key, id);
    for (const phrase of group.map(compile)) groupsOf.set(phrase, (groupsOf.get(phrase) ?? new Set()).add(id));
    return id;
  };
  const rules = sets.flatMap((set) =>
    set.rules
      .filter((rule) => rule.all !== undefined)
      .map((rule) => ({ id: rule.id, all: (rule.all ?? []).map(addGroup), none: addGroup(rule.none ?? []) })),
  );
  for (const list of Object.values(lists)) addGroup(list);
  const byHead = indexByHead(groupsOf);

  return (message) => {
    const found = new Set<number>();
    message.words.forEach((word, at) => {
      for (const { phrase, groups } of byHead.get(word.folded) ?? []) {
        if (groups.every((group) => found.has(group)) || !mayStand(phrase, message)) continue;
        if (phrase.matchAt(message.words, at, () => true)) for (const group of groups) found.add(group);
      }
    });
    const complete = rules.filter((rule) => rule.all.every((group) => found.has(group)));
    return [
      ...[...found].map((group) => `group ${group}`),
      ...complete.map((rule) => `complete ${rule.id}`),
      ...complete.filter((rule) => !found.has(rule.none)).map((rule) => `open ${rule.id}`),
    ];
  };
}

function indexByHead(groupsOf: ReadonlyMap<Phrase, ReadonlySet<number>>): ReadonlyMap<string, readonly Entry[]> {
  const byHead = new Map<string, Entry[]>();
  for (const [phrase, groups] of groupsOf) {
    const entry = { phrase, groups: [...groups] };
    for (const head of phrase.heads) {
      const known = byHead.get(head);
      if (known === undefined) byHead.set(head, [entry]);
      else known.push(entry);
    }
  }
  return byHead;
}
