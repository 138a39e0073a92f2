import type { GreyPicture } from './grey-picture.ts';
import type { PictureText } from './picture-text.ts';

/** A word as the recogniser saw it; places in pixels from the upper left corner. */
export interface RecognisedWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** 0 to 100. */
  readonly confidence: number;
}

export interface RecognisedLine {
  /** Height of the baseline in the middle of the line, pixels from the top. */
  readonly baseline: number;
  readonly words: readonly RecognisedWord[];
}

/** `page`: text in columns and blocks anywhere; `column`: lines one below the other. */
export type PictureLayout = 'page' | 'column';

/** What reading a document with pictures of text needs from outside. */
export interface Recognition {
  /** How many pictures are worth asking for at once. */
  readonly parallel: number;
  /** Lines of a picture, or `null` when the recogniser failed or took too long. Never rejects. */
  recognise(picture: GreyPicture, layout: PictureLayout): Promise<readonly RecognisedLine[] | null>;
  /** What an earlier run read on this page of the document, or `null`. Pages count from 1. */
  kept(page: number): PictureText | null;
  /** Keeps a page for later runs, whatever becomes of this one. */
  keep(page: number, text: PictureText): void;
  /** Whether this run may spend time on one more page of the document. */
  mayGoOn(): boolean;
}
