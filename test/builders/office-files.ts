import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A plain text decision with one article for each of `articles`. */
export function aDecision(number: number, articles: readonly string[]): string {
  return [
    'ỦY BAN NHÂN DÂN',
    'PHƯỜNG BA ĐÌNH',
    `Số: ${number}/QĐ-UBND`,
    'Ba Đình, ngày 05 tháng 8 năm 2026',
    'QUYẾT ĐỊNH',
    `Về việc thử nghiệm số ${number}`,
    ...articles.map((text, index) => `Điều ${index + 1}. Quy định ${index + 1}\n\n${text}`),
  ].join('\n\n');
}

/** Writes files below a folder; names may hold folders. */
export function putFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
