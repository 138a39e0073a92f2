import type { PDFiumLibrary } from '@hyzyla/pdfium';

/** A visible character with its place on the page, in points from the lower left corner. */
export interface PlacedCharacter {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  /** Whether the text layer has a space before it, drawn or guessed by PDFium. */
  readonly afterSpace: boolean;
}

/** The calls of PDFium that the library's own types leave out. */
interface PdfiumCalls {
  readonly HEAPF64: Float64Array;
  readonly HEAPF32: Float32Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(textPage: number): void;
  _FPDFText_CountChars(textPage: number): number;
  _FPDFText_GetUnicode(textPage: number, index: number): number;
  _FPDFText_IsGenerated(textPage: number, index: number): number;
  _FPDFText_GetFontSize(textPage: number, index: number): number;
  _FPDFText_GetLooseCharBox(textPage: number, index: number, rectangle: number): number;
  _FPDFText_GetCharOrigin(textPage: number, index: number, x: number, y: number): number;
  _FPDF_GetPageWidthF(page: number): number;
  _FPDF_GetPageHeightF(page: number): number;
  _FPDFPage_CountObjects(page: number): number;
  _FPDFPage_GetObject(page: number, index: number): number;
  _FPDFPageObj_GetType(object: number): number;
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  _FPDF_ClosePage(page: number): void;
}

/** The longest side of a page, points. Source: ISO 32000-1, annex C.2. */
const FURTHEST = 14_400;

/** A page of an open document. */
export type PdfPage = ReturnType<Awaited<ReturnType<PDFiumLibrary['loadDocument']>>['getPage']>;

/**
 * Characters of a page as drawn. The library offers only running text, whose spaces are guessed and wrong where a
 * font lacks Vietnamese glyphs; positions let us find the real gaps, so PDFium's own calls are used.
 */
export function readCharacters(library: PDFiumLibrary, page: PdfPage): readonly PlacedCharacter[] {
  const pdfium = pdfiumCalls(library);
  const textPage = pdfium._FPDFText_LoadPage(pageHandle(page));
  const memory = pdfium._malloc(32);
  try {
    const characters: PlacedCharacter[] = [];
    const count = pdfium._FPDFText_CountChars(textPage);
    let afterSpace = false;
    for (let index = 0; index < count; index += 1) {
      const code = pdfium._FPDFText_GetUnicode(textPage, index);
      if (code <= 32 || code === 0xa0 || pdfium._FPDFText_IsGenerated(textPage, index) === 1) {
        afterSpace = true;
        continue;
      }
      if (code === 0xad) continue;
      pdfium._FPDFText_GetLooseCharBox(textPage, index, memory);
      const [left = 0, , right = 0] = pdfium.HEAPF32.subarray(memory >> 2, (memory >> 2) + 4);
      pdfium._FPDFText_GetCharOrigin(textPage, index, memory, memory + 8);
      const y = pdfium.HEAPF64[(memory + 8) >> 3] ?? 0;
      if (![left, right, y].every(isOnSomePage)) continue;
      characters.push({
        text: String.fromCodePoint(code),
        left,
        right,
        y,
        size: pdfium._FPDFText_GetFontSize(textPage, index),
        afterSpace,
      });
      afterSpace = false;
    }
    return characters;
  } finally {
    pdfium._free(memory);
    pdfium._FPDFText_ClosePage(textPage);
  }
}

/** Whether a coordinate may lie on a page; damaged files place characters trillions of points away. */
function isOnSomePage(coordinate: number): boolean {
  return Math.abs(coordinate) <= FURTHEST;
}

/** Kinds of page objects that may be a scan: a picture, and a form that may hold one. */
const PICTURE_OBJECTS = [3, 5];

/** Share (0..1) of the page that pictures cover. */
export function shareOfPictures(library: PDFiumLibrary, page: PdfPage): number {
  const pdfium = pdfiumCalls(library);
  const handle = pageHandle(page);
  const memory = pdfium._malloc(16);
  try {
    const area = pdfium._FPDF_GetPageWidthF(handle) * pdfium._FPDF_GetPageHeightF(handle);
    let covered = 0;
    for (let index = 0; index < pdfium._FPDFPage_CountObjects(handle); index += 1) {
      const object = pdfium._FPDFPage_GetObject(handle, index);
      if (!PICTURE_OBJECTS.includes(pdfium._FPDFPageObj_GetType(object))) continue;
      pdfium._FPDFPageObj_GetBounds(object, memory, memory + 4, memory + 8, memory + 12);
      const [left = 0, bottom = 0, right = 0, top = 0] = pdfium.HEAPF32.subarray(memory >> 2, (memory >> 2) + 4);
      covered += Math.abs((right - left) * (top - bottom));
    }
    return Math.min(1, covered / area);
  } finally {
    pdfium._free(memory);
  }
}

/** Gives a page's memory back; \`render\` does so by itself. */
export function closePage(library: PDFiumLibrary, page: PdfPage): void {
  pdfiumCalls(library)._FPDF_ClosePage(pageHandle(page));
}

// The two fields are private in the library's types only; both have stood in every release of version 2.
function pdfiumCalls(library: PDFiumLibrary): PdfiumCalls {
  return library['module'] as unknown as PdfiumCalls;
}

function pageHandle(page: PdfPage): number {
  return page['pageIdx'];
}
