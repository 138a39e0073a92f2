import type { TableBlock } from '../blocks.ts';

/** Fields by which collections describe a document. */
const FIELD =
  /^(?:số (?:ký )?hiệu|loại (?:văn bản|hình)|cơ quan (?:ban hành|ký|soạn thảo|chủ trì|đề nghị)|nơi ban hành|người ký|chức danh người ký|ngày (?:ban hành|ký|(?:có )?hiệu lực|công báo)|hiệu lực|số công báo|số đăng công báo|tình trạng(?: hiệu lực)?|lĩnh vực|trích yếu|nguồn(?: chính| tham chiếu| gốc)?|nhóm|đề nghị|docid(?:\s*\(.*\))?|văn bản (?:thay thế|sửa đổi)|căn cứ pháp luật|phụ lục đính kèm|số (?:chương|điều))\s*:?$/iu;
const LEAST_FIELDS = 3;

/** Headings of what a collection says about a document. */
const ABOUT =
  /^(?:thông tin (?:chung|văn bản|chi tiết)|trích yếu|tóm tắt(?: nội dung)?|nguồn(?: tham khảo| gốc)?|tài liệu tham khảo)$/iu;
const BASIS = /^(?:các )?căn cứ(?: pháp (?:lý|luật))?(?: ban hành)?$/iu;
const TEXT =
  /^(?:văn bản|toàn văn|nội dung(?: chi tiết| văn bản| chính)?|(?:nghị quyết|quyết định|thông tư|nghị định|kế hoạch|thông báo|công văn)\s*:?)$/iu;

/** What stands below such a heading: words about the document, its legal basis, or the document itself. */
export function headingTopic(text: string): 'about' | 'basis' | 'text' | null {
  if (ABOUT.test(text)) return 'about';
  if (BASIS.test(text)) return 'basis';
  return TEXT.test(text) ? 'text' : null;
}

/** Whether a table only describes the document: two columns, the first of them naming known fields. */
export function isCard(table: TableBlock): boolean {
  const fields = table.rows.filter((row) => FIELD.test(row[0]?.trim() ?? ''));
  return (
    table.rows.every((row) => row.length <= 2) &&
    fields.length >= LEAST_FIELDS &&
    fields.length >= table.rows.length / 3
  );
}

/** Whether a line names a field of such a description («Người ký:»), its value standing on the next line. */
export function isCardField(text: string): boolean {
  return /:$/.test(text) && FIELD.test(text);
}
