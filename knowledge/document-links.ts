import type { Day, OfficialDocument, Relation } from './document.ts';
import { localNameOf, NATIONAL, provinceOf } from './territories.ts';
import { fold } from './text/normalise.ts';

/** One document's word on another that the collection holds. */
export interface Link {
  readonly relation: Relation;
  readonly by: OfficialDocument;
  readonly to: OfficialDocument;
  /** First day of the change; `null` when nothing tells it, and then it has always been there. */
  readonly from: Day | null;
}

/** Which documents of a collection change which others. Holds for every day; the day is asked of each link. */
export interface DocumentLinks {
  readonly documents: readonly OfficialDocument[];
  /** Links to a document, by its id, the earliest first. */
  readonly to: ReadonlyMap<string, readonly Link[]>;
  /** Of those the ones that end the whole document. They never run in a circle. */
  readonly endings: ReadonlyMap<string, readonly Link[]>;
}

/** Numbers are compared without case, spaces and diacritics of the kind mark: `58/2025/nq-hđnd`. */
export function numberKey(number: string): string {
  return number.normalize('NFC').toLowerCase().replace(/\s+/g, '').replaceAll('đ', 'd');
}

/** Resolves what documents say about each other. Withdrawn documents have no say. */
export function linkDocuments(documents: readonly OfficialDocument[]): DocumentLinks {
  const find = finderOf(documents);
  const links = documents
    .filter((document) => !document.withdrawn)
    .flatMap((by) =>
      by.relations.flatMap((relation) =>
        find(relation, by)
          .filter((to) => to.id !== by.id && !isIssuedLater(to, by))
          .map((to): Link => ({ relation, by, to, from: relation.from ?? by.inForceFrom ?? by.issuedOn })),
      ),
    )
    .sort(byDay);
  return { documents, to: groupByTarget(links), endings: groupByTarget(withoutCircles(links.filter(isEnding))) };
}

/** Whether a link has taken effect. */
export function isEffective(link: Link, day: Day): boolean {
  return link.from === null || link.from <= day;
}

/** What a document is called in sentences: its number, or its title when it has none. */
export function nameOf(document: OfficialDocument): string {
  return document.number ?? document.title;
}

function isEnding({ relation }: Link): boolean {
  return relation.parts === null && ['replaces', 'repeals', 'suspends'].includes(relation.kind);
}

/**
 * Documents a relation means. Every province numbers its own texts, so a local number means something only together
 * with its territory: the one the words name, else the speaking document's own.
 */
function finderOf(
  documents: readonly OfficialDocument[],
): (relation: Relation, by: OfficialDocument) => readonly OfficialDocument[] {
  const byNumber = new Map<string, OfficialDocument[]>();
  const byName = new Map<string, OfficialDocument[]>();
  for (const document of documents) {
    if (document.number !== null) add(byNumber, numberKey(document.number), document);
    if (document.kind === 'Luật' || document.kind === 'Bộ luật') add(byName, fold(document.title), document);
  }
  return (relation, by) => {
    const day = relation.issuedOn;
    const ofDay = (to: OfficialDocument) => day === null || to.issuedOn === null || to.issuedOn === day;
    if (relation.number !== null) {
      return (byNumber.get(numberKey(relation.number)) ?? []).filter((to) => ofDay(to) && isMeant(to, relation, by));
    }
    const named = relation.name === null ? [] : (byName.get(fold(relation.name)) ?? []).filter(ofDay);
    const numbers = new Set(named.map((law) => law.number));
    return numbers.size === 1 ? named : [];
  };
}

function isMeant(to: OfficialDocument, relation: Relation, by: OfficialDocument): boolean {
  if (to.territory === NATIONAL) return relation.territory === null || relation.territory === NATIONAL;
  if (relation.territory !== null) {
    const local = localNameOf(relation.territory);
    return provinceOf(to.territory) === provinceOf(relation.territory) && localNameOf(to.territory) === local;
  }
  const [province, own] = [provinceOf(to.territory), provinceOf(by.territory)];
  const local = localNameOf(to.territory);
  if (local !== localNameOf(by.territory)) return false;
  // A ward's letterhead may leave the province out; of two wards with one name nothing else could be told.
  return province === own && to.territory !== null ? true : local !== null && (province === null || own === null);
}

/** Nothing ends or changes what is issued after it. */
function isIssuedLater(to: OfficialDocument, by: OfficialDocument): boolean {
  return to.issuedOn !== null && by.issuedOn !== null && to.issuedOn > by.issuedOn;
}

/** Endings in the order in which they take effect, without those that would end a document by what it ended itself. */
function withoutCircles(links: readonly Link[]): readonly Link[] {
  const endedBy = new Map<string, string[]>();
  const leadsTo = (id: string, target: string, seen = new Set<string>()): boolean => {
    if (id === target) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return (endedBy.get(id) ?? []).some((next) => leadsTo(next, target, seen));
  };
  return links.filter(({ by, to }) => {
    if (leadsTo(by.id, to.id)) return false;
    endedBy.set(to.id, [...(endedBy.get(to.id) ?? []), by.id]);
    return true;
  });
}

function byDay(a: Link, b: Link): number {
  const order = (a.from ?? '').localeCompare(b.from ?? '');
  return order !== 0 ? order : `${a.by.id} ${a.to.id}`.localeCompare(`${b.by.id} ${b.to.id}`);
}

function groupByTarget(links: readonly Link[]): ReadonlyMap<string, readonly Link[]> {
  const groups = new Map<string, Link[]>();
  for (const link of links) add(groups, link.to.id, link);
  return groups;
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
