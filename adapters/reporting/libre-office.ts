import { execFile } from 'node:child_process';
import { access, constants, readFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { PDFiumLibrary } from '@hyzyla/pdfium';

const NAMES = ['soffice', 'libreoffice'] as const;
const LIMIT_MS = 120_000;

/** Where LibreOffice is, or `null` where the machine has none. @param path folders as in `PATH` */
export async function findLibreOffice(path: string): Promise<string | null> {
  for (const folder of path.split(delimiter).filter((one) => one !== '')) {
    for (const name of NAMES) {
      const file = join(folder, name);
      const isThere = await access(file, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (isThere) return file;
    }
  }
  return null;
}

/**
 * Writes a PDF beside a Word file. It has a profile of its own, so that an open LibreOffice does not hinder it.
 * @throws Error when LibreOffice fails or takes longer than two minutes
 */
export async function writePdf(libreOffice: string, docx: string): Promise<string> {
  const folder = dirname(docx);
  const profile = `-env:UserInstallation=file://${join(folder, '.libreoffice')}`;
  const options = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, docx];
  await promisify(execFile)(libreOffice, options, { timeout: LIMIT_MS });
  return docx.replace(/\.docx$/, '.pdf');
}

/** The words of each page, as whoever searches or copies them finds them. */
export async function readPages(pdf: string): Promise<readonly string[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(await readFile(pdf));
    const pages = [...document.pages()].map((page) => page.getText());
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}
