import { sourceLine } from '../../knowledge/answering/compose-reply.ts';
import { changesInWords, endingInWords } from '../../knowledge/answering/validity-warning.ts';
import type { Day, OfficialDocument, Passage } from '../../knowledge/document.ts';
import { isEffective, nameOf, numberKey } from '../../knowledge/document-links.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { matchingPassage, standsIn } from '../../knowledge/matching-passage.ts';
import { printDay } from '../../knowledge/printed-day.ts';
import { type Circumstances, isCurrent, judgePassage, judgeValidity, type Validity } from '../../knowledge/validity.ts';
import { dayInVietnam } from '../../knowledge/vietnam-day.ts';
import { isAdmissionTable } from '../admission/placement-words.ts';
import { citePassage } from '../cite-passage.ts';
import type { Citation } from '../conversation.ts';
import type { CitingMessage, CorrectionCause, RuleCorrection } from './correction.ts';
import { CHANGE_WORDS } from './correction-words.ts';

/** What became of a passage that was told. */
export interface PassageChange {
  readonly cause: CorrectionCause;
  /** The document that holds now. */
  readonly by: OfficialDocument | null;
  readonly since: Day | null;
  /** As the end of a sentence about the document. */
  readonly what: string;
  readonly now: Citation | null;
}

/** Compares what was told with what the documents say now. */
export interface ChangeFinder {
  /** Whether nothing of an edition can have changed: it is in the index, in force and not amended. */
  isUntouched(documentId: string): boolean;
  /** What became of words that were told; `null`: they still hold, word for word. */
  changeOf(told: Citation): PassageChange | null;
}

type Knowledge = Pick<KnowledgeBase, 'documents' | 'passages' | 'links'>;

/**
 * What was told is in the ledger with the digest of the passage and the id of the document, which is one of its bytes; so
 * what has changed since is told by the documents of today alone, whenever and however often it is asked.
 */
export function createChangeFinder({ documents, passages, links }: Knowledge, on: Circumstances): ChangeFinder {
  const validity = judgeValidity(links, on);
  const byDocument = new Map<string, Passage[]>();
  const currentDigests = new Set<string>();
  for (const passage of passages) {
    byDocument.get(passage.documentId)?.push(passage) ?? byDocument.set(passage.documentId, [passage]);
    if (isCurrent(validity.get(passage.documentId))) currentDigests.add(passage.digest);
  }
  const passagesOf = (document: OfficialDocument) => byDocument.get(document.id) ?? [];
  const isNow = (document: OfficialDocument) => isCurrent(validity.get(document.id));

  /** The document itself, or the newer edition of it: of the same number, else of the same file. */
  function editionOf({ documentId, number, file }: Citation): OfficialDocument | null {
    const same = documents.get(documentId);
    if (same !== undefined) return same;
    const known = [...documents.values()];
    const named =
      number === null ? [] : known.filter((one) => one.number && numberKey(one.number) === numberKey(number));
    const candidates = named.length > 0 ? named : known.filter((one) => !number || !one.number);
    return candidates.find((one) => one.file === file) ?? (named.length === 1 ? (named[0] ?? null) : null);
  }

  /** What stands in the place of told words in another document; `null` where they stand there unchanged. */
  function insteadIn(document: OfficialDocument, told: Citation): { readonly now: Citation | null } | null {
    const own = passagesOf(document);
    if (own.some(({ digest }) => digest === told.passageDigest) || standsIn(told.quote, own)) return null;
    const found = matchingPassage({ text: told.quote, address: told.address }, own);
    if (found === null) return { now: null };
    return { now: citePassage(document, found, { address: found.address, quote: found.text }) };
  }

  /** Follows A replaced by B replaced by C to the document that holds now. */
  function successorOf(id: string): { readonly by: OfficialDocument; readonly since: Day | null } | null {
    const endingOf = (of: string) => links.endings.get(of)?.find((link) => isEffective(link, on.day));
    const first = endingOf(id);
    let last = first;
    for (let next = last && endingOf(last.by.id); next !== undefined; next = endingOf(next.by.id)) last = next;
    return first === undefined || last === undefined ? null : { by: last.by, since: first.from };
  }

  function superseded(edition: OfficialDocument, told: Citation, what: string): PassageChange | null {
    const successor = successorOf(edition.id);
    const by = successor !== null && isNow(successor.by) ? successor.by : null;
    const instead = by === null ? { now: null } : insteadIn(by, told);
    return instead && { cause: 'superseded', by, since: successor?.since ?? null, what, ...instead };
  }

  /** Of a document in force: what others changed of the very passage, where they tell which. */
  function amended(edition: OfficialDocument, told: Citation, judged: Validity): PassageChange | null {
    const own = passagesOf(edition);
    const held =
      own.find(({ digest }) => digest === told.passageDigest) ?? own.find((one) => standsIn(told.quote, [one]));
    const of = held === undefined ? judged : judgePassage(held, judged);
    const changes =
      of.state === 'superseded'
        ? [{ by: of.by, kind: of.how, parts: [] }]
        : of.state === 'in-force' || of.state === 'unknown'
          ? (of.changes ?? []).filter(({ parts }) => parts.length > 0)
          : [];
    const last = changes.at(-1);
    const link = links.to.get(edition.id)?.findLast(({ by }) => nameOf(by) === last?.by && isNow(by));
    if (last === undefined || link === undefined) return null;
    const instead = insteadIn(link.by, told);
    const what = changesInWords(changes, CHANGE_WORDS.thisPart);
    return instead && { cause: 'amended', by: link.by, since: link.from, what, ...instead };
  }

  function changeOf(told: Citation): PassageChange | null {
    if (isAdmissionTable(told.documentId)) return null;
    const edition = editionOf(told);
    const gone = { by: null, now: null } as const;
    if (edition === null) {
      return currentDigests.has(told.passageDigest)
        ? null
        : { cause: 'retired', since: null, what: CHANGE_WORDS.retired, ...gone };
    }
    const judged = validity.get(edition.id) ?? { state: 'unknown' };
    switch (judged.state) {
      case 'withdrawn':
        return { cause: 'retired', since: null, what: CHANGE_WORDS.retired, ...gone };
      case 'superseded':
        return superseded(edition, told, endingInWords(judged));
      case 'expired':
        return { cause: 'expired', since: judged.since, what: CHANGE_WORDS.expired(printDay(judged.since)), ...gone };
      case 'not-yet':
        return { cause: 'not-yet', since: judged.from, what: CHANGE_WORDS.notYet(printDay(judged.from)), ...gone };
      case 'foreign':
        return null;
      case 'in-force':
      case 'unknown': {
        const instead = edition.id === told.documentId ? null : insteadIn(edition, told);
        return instead === null
          ? amended(edition, told, judged)
          : {
              cause: 'edited',
              by: edition,
              since: null,
              what: CHANGE_WORDS.edited(sourceLine(edition, '')),
              ...instead,
            };
      }
    }
  }

  return {
    changeOf,
    isUntouched(documentId) {
      const judged = validity.get(documentId);
      return (judged?.state === 'in-force' || judged?.state === 'unknown') && judged.changes === undefined;
    },
  };
}

/**
 * Whether a message told the old rule as one that holds. Who asks for a text that was changed is told of the change in
 * the same message; and what had an end of its own was right until that day.
 */
export function toldAsRule(
  { text, at }: Pick<CitingMessage, 'text' | 'at'>,
  { cause, by, since, what }: Pick<RuleCorrection, 'cause' | 'by' | 'since' | 'what'>,
): boolean {
  switch (cause) {
    case 'superseded':
    case 'amended':
      return !text.includes(what) && (by === null || !text.includes(by.name));
    case 'expired':
      return since === null || (dayInVietnam(at) >= since && !text.includes(printDay(since)));
    case 'not-yet':
      return since === null || !text.includes(printDay(since));
    case 'edited':
    case 'retired':
      return true;
  }
}
