/**
 * The vocabulary of knowledge: an official document, its passages and their addresses.
 * Every other part of the product speaks of official texts in these types.
 */

/** A calendar day as `YYYY-MM-DD`, in Vietnam time. */
export type Day = string;

/** What one official text is, as far as its own words tell. Unknown fields are `null`, never guessed. */
export interface DocumentMetadata {
  /** As printed, for example `58/2025/NQ-HĐND`. */
  readonly number: string | null;
  /** As printed, for example `Nghị quyết`, `Kế hoạch`, `Thông báo`. */
  readonly kind: string | null;
  readonly title: string;
  readonly issuer: string | null;
  /** `national`, or the province or city the text governs, for example `Hà Nội`; `null` when the text does not tell. */
  readonly territory: string | null;
  readonly issuedOn: Day | null;
  readonly inForceFrom: Day | null;
  /** First day on which the text is no longer in force. */
  readonly inForceUntil: Day | null;
  /** For example `2026-2027`. */
  readonly schoolYear: string | null;
  /** Numbers of the documents this one says it replaces or repeals as a whole. */
  readonly replaces: readonly string[];
}

export interface OfficialDocument extends DocumentMetadata {
  /** Stable id of the file's bytes: the first 16 hex digits of their SHA-256. */
  readonly id: string;
  /** File name as the office dropped it in, NFC; a member of an archive is «archive.zip › file». */
  readonly file: string;
  /** Every file that held this same text, `file` first. */
  readonly sources: readonly string[];
}

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
