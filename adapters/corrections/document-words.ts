import type { Correction, FieldValues } from '../../knowledge/corrections.ts';
import type { MetadataField, OfficialDocument, Relation } from '../../knowledge/document.ts';
import { printDay } from '../../knowledge/printed-day.ts';
import { NATIONAL, territoryInWords } from '../../knowledge/territories.ts';
import type { Validity } from '../../knowledge/validity.ts';
import { DOCUMENT_WORDS, type DocumentWords } from './vietnamese.ts';

/** A document's state in two or three words. */
export function stateInWords(validity: Validity | undefined, words: DocumentWords = DOCUMENT_WORDS): string {
  const { states } = words;
  switch (validity?.state) {
    case 'in-force':
      return validity.changes === undefined ? states.inForce : states.changed;
    case 'not-yet':
      return states.notYet(printDay(validity.from));
    case 'expired':
      return states.expired(printDay(validity.since));
    case 'superseded':
      return words.ended(validity.how, validity.by, validity.now);
    case 'foreign':
      return states.foreign(placeInWords(validity.territory, words));
    case 'withdrawn':
      return states.withdrawn;
    case 'unknown':
    case undefined:
      return states.unknown;
  }
}

/** What an editor decided. */
export function decisionInWords({ decision, old }: Correction, words: DocumentWords = DOCUMENT_WORDS): string {
  const { decisions, relations } = words;
  switch (decision.kind) {
    case 'set': {
      const fields = Object.keys(decision.values) as MetadataField[]; // keys of a record by that type
      return fields
        .map((field) => {
          const [before, after] = [printValue(field, old, words), printValue(field, decision.values, words)];
          return `${words.fields[field]}: ${before} → ${after}`;
        })
        .join('; ');
    }
    case 'relate': {
      const { kind, number, name } = decision.relation;
      const details = detailsOf(decision.relation, words);
      return decisions.relate(`${relations[kind].active} ${number ?? name ?? ''} ${details}`.trim());
    }
    case 'unrelate':
      return decisions.unrelate(`${relations[decision.relation].active} ${decision.number}`);
    case 'withdraw':
      return `${decisions.withdraw}${decision.reason ? `: ${decision.reason}` : ''}`;
    default:
      return decisions[decision.kind];
  }
}

/** Which part a relation is about, from when, and who says so. */
export function detailsOf({ parts, from, origin }: Relation, words: DocumentWords = DOCUMENT_WORDS): string {
  const where = parts === null ? words.whole : parts.length === 0 ? words.part : parts.join('; ');
  return `${where}${from === null ? '' : words.from(printDay(from))} (${words.origins[origin]})`;
}

/** Where a field's value comes from, in parentheses, with what was read before a correction. */
export function originOf(
  field: MetadataField,
  document: OfficialDocument,
  read: OfficialDocument,
  words: DocumentWords = DOCUMENT_WORDS,
): string {
  const origin = document.origins[field];
  if (origin === undefined) return '';
  const was = origin === 'corrected' ? words.readAs(printValue(field, read, words)) : '';
  return `(${words.origins[origin]}${was})`;
}

/** A field's value as people read it. */
export function printValue(field: MetadataField, values: FieldValues, words: DocumentWords = DOCUMENT_WORDS): string {
  if (field === 'signer') return [values.signer?.name, values.signer?.post].filter(Boolean).join(', ') || words.unknown;
  const value = values[field];
  if (value === null || value === undefined) return words.unknown;
  if (field === 'territory') return placeInWords(value, words);
  return field === 'issuedOn' || field === 'inForceFrom' || field === 'inForceUntil' ? printDay(value) : value;
}

/** A place as people read it; names stay as they are. */
export function placeInWords(
  territory: string,
  { national }: Pick<DocumentWords, 'national'> = DOCUMENT_WORDS,
): string {
  return territory === NATIONAL ? national : territoryInWords(territory);
}

/** Day and time in Vietnam. */
export function printMoment(at: number): string {
  return new Date(at).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' });
}
