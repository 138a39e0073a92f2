/**
 * The vocabulary of knowledge: an official document, its passages and their addresses.
 * Every other part of the product speaks of official texts in these types.
 */

/** A calendar day as `YYYY-MM-DD`, in Vietnam time. */
export type Day = string;

/** What a document does to another one. */
export type RelationKind = 'replaces' | 'repeals' | 'suspends' | 'amends' | 'guides';

/** Where a fact comes from: the document's words, fields its file states, its number's marks, its file name, an editor. */
export type Origin = 'text' | 'stated' | 'number' | 'file-name' | 'corrected';

/** One document's word on another. */
export interface Relation {
  readonly kind: RelationKind;
  /** The other document's number as printed; `null` when only its name is given. */
  readonly number: string | null;
  /** The other document's name where no number is given, for example `Luật Giáo dục`. */
  readonly name: string | null;
  /** Issue day of the other document, where the words give it. */
  readonly issuedOn: Day | null;
  /** Whose document the other one is, where the words say so; `null` = of the speaking document's own territory. */
  readonly territory: string | null;
  /** Addresses such as `Điều 5, khoản 2`; `null` = the whole, empty = a part that is told by no address. */
  readonly parts: readonly string[] | null;
  /** First day of the change; `null` = the speaking document's first day in force. */
  readonly from: Day | null;
  readonly origin: Origin;
}

/** Who signed, and as what. */
export interface Signer {
  readonly name: string;
  /** For example `Phó Chủ tịch`; `null` when the words do not tell. */
  readonly post: string | null;
}

/** What one official text is, as far as its own words tell. Unknown fields are `null`, never guessed. */
export interface DocumentMetadata {
  /** As printed, for example `58/2025/NQ-HĐND`. */
  readonly number: string | null;
  /** As printed, for example `Nghị quyết`, `Kế hoạch`, `Thông báo`. */
  readonly kind: string | null;
  readonly title: string;
  /** One organisation, for example `Ủy ban nhân dân phường Ba Đình`. */
  readonly issuer: string | null;
  /** `national`, a province or city (`Hà Nội`), or a ward, commune or former district of one (`Hà Nội › Ba Đình`). */
  readonly territory: string | null;
  readonly issuedOn: Day | null;
  readonly inForceFrom: Day | null;
  /** First day on which the text is no longer in force. */
  readonly inForceUntil: Day | null;
  /** The school year the text is for, or the first one it applies to, for example `2026-2027`. */
  readonly schoolYear: string | null;
  readonly signer: Signer | null;
  readonly relations: readonly Relation[];
  /** Where the known fields come from. */
  readonly origins: Readonly<Partial<Record<MetadataField, Origin>>>;
}

/** Fields that a person may correct one by one. */
export type MetadataField =
  | 'number'
  | 'kind'
  | 'title'
  | 'issuer'
  | 'territory'
  | 'issuedOn'
  | 'inForceFrom'
  | 'inForceUntil'
  | 'schoolYear'
  | 'signer';

export interface OfficialDocument extends DocumentMetadata {
  /** Stable id of the file's bytes: the first 16 hex digits of their SHA-256. */
  readonly id: string;
  /** File name as the office dropped it in, NFC; a member of an archive is «archive.zip › file». */
  readonly file: string;
  /** Every file that held this same text, `file` first. */
  readonly sources: readonly string[];
  /** An editor took it out of answers. */
  readonly withdrawn?: boolean;
  /** The editor who found all of this right, and when (ms since epoch). */
  readonly confirmed?: { readonly by: string; readonly at: number };
}

/** Kind of a document that the office wrote itself where no other one answers; it ranks below every other. */
export const AGENCY_ANSWER = 'Trả lời của cơ quan';

/** The smallest citable unit: a khoản, a điểm, a table row or a paragraph, verbatim. */
export interface PassagePart {
  /**
   * Where it stands, for example `Điều 5, khoản 2, điểm b` or `Phụ lục, mục 1.1.2`. Words that an amending text
   * quotes stand in the unit that quotes them: `Điều 1, khoản 2, “Điều 5 khoản 1”`.
   */
  readonly address: string;
  /** Verbatim words of the document, NFC, with single spaces; a table row keeps its cells in order. */
  readonly text: string;
  /**
   * For a table row: the same words put so that they read alone, row label first, then the section row above it and
   * the values under their column headings, amounts with their units: «Bữa trưa – Dịch vụ tiền ăn của học sinh – mức
   * trần 35.000 đồng/học sinh/ngày». Every word stands in the document, though not side by side.
   */
  readonly alone?: string;
  /** For a table row with several amounts: each of them. */
  readonly cells?: readonly PassageCell[];
}

/** One amount of a table row, where a question may concern only its column. */
export interface PassageCell {
  /** The row's address and the column, for example `Điều 2, khoản 1, bảng, mục 1, cột Khu vực nông thôn (xã)`. */
  readonly address: string;
  /** As the row's `alone`, with this one amount. */
  readonly alone: string;
}

/** A passage as it was at some time: another text under the same id has another digest. */
export type PassageVersion = Pick<Passage, 'id' | 'digest'>;

/** The unit of retrieval: neighbouring parts under one heading, at most about 1,000 characters. */
export interface Passage {
  /** `<document id>#<ordinal>`. */
  readonly id: string;
  readonly documentId: string;
  /** Address of the whole, for example `Điều 5, khoản 1–3`. */
  readonly address: string;
  /** Heading path, outermost first, for example `["Chương II …", "Điều 5. Hồ sơ tuyển sinh"]`. */
  readonly headings: readonly string[];
  /** Page of the first line, where the format has pages. */
  readonly page: number | null;
  readonly parts: readonly PassagePart[];
  /** The parts' texts joined by line breaks. */
  readonly text: string;
  /** SHA-256 of headings and text, first 16 hex digits. */
  readonly digest: string;
}
