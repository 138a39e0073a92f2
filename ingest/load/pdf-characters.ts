import type { PDFiumLibrary } from '@hyzyla/pdfium';

/** A visible character with its place on the page, in points from the lower left corner. */
export interface PlacedCharacter {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
}

/** The calls of PDFium's text interface that the library's own types leave out. */
interface TextModule {
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
}

type Page = ReturnType<Awaited<ReturnType<PDFiumLibrary['loadDocument']>>['getPage']>;

/**
 * Characters of a page as drawn. The library offers only running text, whose spaces are guessed and wrong where a
 * font lacks Vietnamese glyphs; positions let us find the real gaps, so PDFium's own calls are used.
 */
export function readCharacters(library: PDFiumLibrary, page: Page): readonly PlacedCharacter[] {
  const pdfium = textModule(library);
  const textPage = pdfium._FPDFText_LoadPage(pageHandle(page));
  const memory = pdfium._malloc(32);
  try {
    const characters: PlacedCharacter[] = [];
    const count = pdfium._FPDFText_CountChars(textPage);
    for (let index = 0; index < count; index += 1) {
      const code = pdfium._FPDFText_GetUnicode(textPage, index);
      if (code <= 32 || code === 0xa0 || code === 0xad || pdfium._FPDFText_IsGenerated(textPage, index) === 1) continue;
      pdfium._FPDFText_GetLooseCharBox(textPage, index, memory);
      const [left = 0, , right = 0] = pdfium.HEAPF32.subarray(memory >> 2, (memory >> 2) + 4);
      pdfium._FPDFText_GetCharOrigin(textPage, index, memory, memory + 8);
      const y = pdfium.HEAPF64[(memory + 8) >> 3] ?? 0;
      characters.push({
        text: String.fromCodePoint(code),
        left,
        right,
        y,
        size: pdfium._FPDFText_GetFontSize(textPage, index),
      });
    }
    return characters;
  } finally {
    pdfium._free(memory);
    pdfium._FPDFText_ClosePage(textPage);
  }
}

// The two fields are private in the library's types only; both have stood in every release of version 2.
function textModule(library: PDFiumLibrary): TextModule {
  return library['module'] as unknown as TextModule;
}

function pageHandle(page: Page): number {
  return page['pageIdx'];
}
