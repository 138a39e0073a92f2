/** Whether a table only lays out the page: letterhead, recipients and signature stand side by side without being data. */
export function isLayoutTable(text: string): boolean {
  return /CỘNG H[ÒO]A XÃ HỘI|Độc lập\s*-\s*Tự do|Nơi nhận/u.test(text);
}
