import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createWorker, type Line, type PSM } from 'tesseract.js';
import type { GreyPicture } from '../../ingest/load/pictures/grey-picture.ts';
import type { PictureLayout, RecognisedLine } from '../../ingest/load/pictures/recognition.ts';

/** Vietnamese model of Tesseract's neural engine («best», integer), 1.4 MB, from the installed package. */
const MODEL = '4.0.0_best_int';
/** Tesseract's page segmentation: automatic, and one uniform block. */
const SEGMENTATION: Readonly<Record<PictureLayout, string>> = { page: '3', column: '6' };
const NEURAL_ENGINE_ONLY = 1;

/**
 * Tesseract with its Vietnamese model, all from the installed packages: nothing is fetched or written. One picture at
 * a time; the engine takes about 150 MB. Rejects when the packages are not usable.
 */
export async function loadTesseract(): Promise<
  (picture: GreyPicture, layout: PictureLayout) => Promise<readonly RecognisedLine[]>
> {
  const models = dirname(fileURLToPath(import.meta.resolve('@tesseract.js-data/vie/package.json')));
  const engine = await createWorker('vie', NEURAL_ENGINE_ONLY, {
    langPath: join(models, MODEL),
    cacheMethod: 'none',
    gzip: true,
    // Failures reject the call that met them; the library would throw them a second time where nobody can catch.
    errorHandler: () => {},
  });
  return async (picture, layout) => {
    await engine.setParameters({
      // The library's types know the modes as an enum that has no values at run time.
      tessedit_pageseg_mode: SEGMENTATION[layout] as PSM,
      user_defined_dpi: String(picture.dpi),
      debug_file: '/dev/null',
    });
    const { data } = await engine.recognize(asGreymap(picture), {}, { blocks: true, text: false });
    const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
    return lines.map(toRecognisedLine);
  };
}

/** A portable greymap: the engine reads it, and it costs no compression. */
function asGreymap({ width, height, pixels }: GreyPicture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels]);
}

function toRecognisedLine(line: Line): RecognisedLine {
  return {
    baseline: (line.baseline.y0 + line.baseline.y1) / 2,
    words: line.words.map((word) => ({
      text: word.text,
      left: word.bbox.x0,
      right: word.bbox.x1,
      top: word.bbox.y0,
      bottom: word.bbox.y1,
      confidence: word.confidence,
    })),
  };
}
