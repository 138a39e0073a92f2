import type { Relation } from '../knowledge/document.ts';
import { fold } from '../knowledge/text/normalise.ts';

/**
 * One relation of a kind to a document: parts are put together, a whole covers its parts, and a document that is both
 * «thay thế» and «hết hiệu lực» is replaced.
 */
export function mergeRelations(relations: readonly Relation[]): readonly Relation[] {
  const merged = new Map<string, Relation>();
  for (const relation of relations) {
    const key = [
      relation.kind,
      fold(relation.number ?? relation.name ?? ''),
      relation.territory,
      relation.issuedOn,
    ].join('|');
    const known = merged.get(key) ?? [...merged.values()].find((other) => isSameTarget(other, relation));
    if (known === undefined) merged.set(key, relation);
    else {
      const knownKey = [...merged].find(([, value]) => value === known)?.[0] ?? key;
      merged.set(knownKey, join(known, relation));
    }
  }
  const all = [...merged.values()];
  return all.filter(
    (relation) =>
      !all.some(
        (other) =>
          other.kind === 'replaces' &&
          other.parts === null &&
          relation.kind === 'repeals' &&
          sameNumber(other, relation),
      ),
  );
}

/** Two mentions of one document, of which one may tell less: the title names no issue day, the article does. */
function isSameTarget(a: Relation, b: Relation): boolean {
  const agree = (one: string | null, other: string | null) => one === null || other === null || one === other;
  return a.kind === b.kind && sameNumber(a, b) && agree(a.issuedOn, b.issuedOn) && agree(a.territory, b.territory);
}

function sameNumber(a: Relation, b: Relation): boolean {
  return fold(a.number ?? a.name ?? '') === fold(b.number ?? b.name ?? '');
}

function join(a: Relation, b: Relation): Relation {
  const named = [...new Set([...(a.parts ?? []), ...(b.parts ?? [])])];
  return {
    ...a,
    issuedOn: a.issuedOn ?? b.issuedOn,
    territory: a.territory ?? b.territory,
    from: a.from ?? b.from,
    parts: a.parts === null || b.parts === null ? null : named,
  };
}
