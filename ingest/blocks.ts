/** A document as loaders give it: blocks in reading order, before any legal structure is read. */

export interface TextBlock {
  readonly kind: 'heading' | 'paragraph';
  /** NFC, single spaces, no line breaks. */
  readonly text: string;
  readonly page: number | null;
}

export interface TableBlock {
  readonly kind: 'table';
  /** Rows of cells; merged cells repeat their text in every position they cover. */
  readonly rows: readonly (readonly string[])[];
  readonly page: number | null;
}

export type Block = TextBlock | TableBlock;

export type SourceFormat =
  | 'txt'
  | 'md'
  | 'html'
  | 'docx'
  | 'doc'
  | 'pdf'
  | 'xlsx'
  | 'xls'
  | 'csv'
  | 'rtf'
  | PictureFormat;

/** Pictures of a page. */
export type PictureFormat = 'png' | 'jpg' | 'webp' | 'gif' | 'tiff';

/** How a page was read: its text layer as stated, words rebuilt from the places of its characters, or recognised. */
export type PageWay = 'text-layer' | 'rebuilt' | 'ocr';

/** How one page of a document was read. */
export interface PageReading {
  readonly page: number;
  readonly way: PageWay;
  /** See `readingScore`, 0 to 1. */
  readonly score: number;
}

/** Why a file was left out of the index; a value, because one bad file must not stop the others. */
export interface Skipped {
  readonly reason:
    | 'empty'
    | 'unsupported-format'
    | 'unreadable'
    | 'no-text-layer'
    | 'no-text'
    | 'unsupported-picture'
    | 'unfinished'
    | 'recognition-failed'
    | 'garbled-text'
    | 'encrypted'
    | 'unsafe'
    | 'too-large'
    | 'too-slow'
    | 'too-much-memory'
    | 'reader-failed';
  /** One Vietnamese sentence for the report that says what to do next. */
  readonly message: string;
}

export type Loaded =
  | {
      readonly ok: true;
      readonly format: SourceFormat;
      readonly blocks: readonly Block[];
      /** Fields a format states outright (front matter, title element); keys in lower case. */
      readonly stated: Readonly<Record<string, string>>;
      /** What was done to the file that its owner should know, in Vietnamese: characters converted, macros ignored. */
      readonly notes?: readonly string[];
      /** How each page was read, where the format has pages. */
      readonly pages?: readonly PageReading[];
    }
  | { readonly ok: false; readonly skipped: Skipped };
