import type { Day, OfficialDocument, Passage, RelationKind } from './document.ts';
import { type DocumentLinks, isEffective, type Link, nameOf } from './document-links.ts';
import { rulesAt } from './territories.ts';

/** A part of a text that another document changed. */
export interface Change {
  /** Number of the other document. */
  readonly by: string;
  readonly kind: Exclude<RelationKind, 'guides'>;
  /** Addresses in the changed document; empty when the other one does not tell them. */
  readonly parts: readonly string[];
}

/** What a document, or one passage of it, is worth on a given day at a given place. */
export type Validity =
  | { readonly state: 'in-force'; readonly changes?: readonly Change[] }
  /** Nothing tells from when it is in force; answered from, but without claiming a date. */
  | { readonly state: 'unknown'; readonly changes?: readonly Change[] }
  | { readonly state: 'not-yet'; readonly from: Day }
  | { readonly state: 'expired'; readonly since: Day }
  /** Ended by another document; `now` names the one that counts today when that one was ended too. */
  | {
      readonly state: 'superseded';
      readonly by: string;
      readonly how: 'replaces' | 'repeals' | 'suspends';
      readonly now?: string;
    }
  | { readonly state: 'foreign'; readonly territory: string }
  /** An editor took it out of answers. */
  | { readonly state: 'withdrawn' };

/** When and where a text must hold. */
export interface Circumstances {
  readonly day: Day;
  /** The office's own place, a ward with its province (`Hà Nội › Ba Đình`) or a province. */
  readonly territory: string;
}

/**
 * Administrative documents – plans, letters, notices, guidance – take effect when they are signed unless they say
 * otherwise: the Law on the Promulgation of Legal Documents, which demands a day in force, does not apply to them, and
 * Decree 30/2020/NĐ-CP has them issued on the day they are signed. Legal documents that name no day stay unknown.
 */
const IN_FORCE_WHEN_SIGNED: ReadonlySet<string> = new Set([
  'Kế hoạch',
  'Công văn',
  'Thông báo',
  'Hướng dẫn',
  'Chỉ thị',
  'Báo cáo',
  'Công điện',
  'Phương án',
  'Đề án',
]);

/**
 * Judges every document of a collection, because one may replace, repeal or change another.
 * @returns validity by document id
 */
export function judgeValidity(links: DocumentLinks, on: Circumstances): ReadonlyMap<string, Validity> {
  return new Map(links.documents.map((document) => [document.id, judge(document, links, on)]));
}

/**
 * The validity of one passage, from that of its document: a passage may be repealed or changed while its document goes
 * on, and is untouched by changes elsewhere in it.
 */
export function judgePassage(passage: Passage, document: Validity): Validity {
  if ((document.state !== 'in-force' && document.state !== 'unknown') || document.changes === undefined)
    return document;
  const addresses = passage.parts.map((part) => part.address);
  for (const { kind, by, parts } of document.changes) {
    if (
      kind !== 'amends' &&
      parts.length > 0 &&
      addresses.every((address) => parts.some((part) => holds(part, address)))
    )
      return { state: 'superseded', by, how: kind };
  }
  const changes = document.changes.filter(
    ({ parts }) => parts.length === 0 || addresses.some((address) => parts.some((part) => touches(part, address))),
  );
  return changes.length === 0 ? { state: document.state } : { state: document.state, changes };
}

/** Whether a text may be quoted as a current rule. */
export function isCurrent(validity: Validity | undefined): boolean {
  return validity?.state === 'in-force' || validity?.state === 'unknown';
}

function judge(document: OfficialDocument, links: DocumentLinks, on: Circumstances): Validity {
  if (document.withdrawn) return { state: 'withdrawn' };
  const ending = endingOf(document.id, links, on.day);
  if (ending !== undefined) return superseded(ending, links, on.day);
  if (document.inForceUntil !== null && document.inForceUntil <= on.day) {
    return { state: 'expired', since: document.inForceUntil };
  }
  // Nothing is in force before it is issued.
  const from = document.inForceFrom ?? document.issuedOn;
  if (from !== null && from > on.day) return { state: 'not-yet', from };
  if (!rulesAt(document.territory, on.territory) && document.territory !== null) {
    return { state: 'foreign', territory: document.territory };
  }
  const state = isBegun(document) ? 'in-force' : 'unknown';
  const changes = changesOf(document.id, links, on.day);
  return changes.length === 0 ? { state } : { state, changes };
}

function isBegun(document: OfficialDocument): boolean {
  const signed = document.kind !== null && IN_FORCE_WHEN_SIGNED.has(document.kind) && document.issuedOn !== null;
  return document.inForceFrom !== null || signed;
}

function endingOf(id: string, links: DocumentLinks, day: Day): Link | undefined {
  return links.endings.get(id)?.find((link) => isEffective(link, day));
}

/** Follows A replaced by B replaced by C to the document that counts today. Endings hold no circle. */
function superseded(ending: Link, links: DocumentLinks, day: Day): Validity {
  const by = nameOf(ending.by);
  let last = ending;
  for (let next = endingOf(last.by.id, links, day); next !== undefined; next = endingOf(last.by.id, links, day)) {
    last = next;
  }
  const how = endingKind(ending);
  const now = nameOf(last.by);
  return { state: 'superseded', by, how, ...(last === ending || last.relation.kind !== 'replaces' ? {} : { now }) };
}

function endingKind({ relation }: Link): 'replaces' | 'repeals' | 'suspends' {
  return relation.kind === 'repeals' || relation.kind === 'suspends' ? relation.kind : 'replaces';
}

function changesOf(id: string, links: DocumentLinks, day: Day): readonly Change[] {
  return (links.to.get(id) ?? []).flatMap((link): Change[] => {
    const { kind, parts } = link.relation;
    if (kind === 'guides' || !isEffective(link, day) || (parts === null && kind !== 'amends')) return [];
    return [{ by: nameOf(link.by), kind, parts: parts ?? [] }];
  });
}

/** Whether an address lies in a part: `Điều 5, khoản 2, điểm a` in `Điều 5, khoản 2`. */
function holds(part: string, address: string): boolean {
  return address === part || address.startsWith(`${part}, `);
}

/** Also a clause of which only a point is changed; an article is told apart by its clauses. */
function touches(part: string, address: string): boolean {
  return holds(part, address) || (address.includes('khoản') && part.startsWith(`${address}, `));
}
