/** How the lines of an official text open when they begin a new unit, and so never continue the line before. */
const OPENING =
  /^(?:[ĐÐ]iều$|ĐIỀU$|[ĐÐ]iều\s+\d[\d.a-zđA-ZĐ]*\s*[.:]|ĐIỀU\s+\d+[a-zđ]?\s*[.:]|(?:Chương|CHƯƠNG|Phần|PHẦN)\s+(?:[IVXLC]+|\d+|thứ|THỨ)|(?:Mục|MỤC)\s+\d+|PHỤ LỤC|Phụ lục(?:\s+[IVXLC\d]+)?\s*$|Mẫu số|[IVXLC]+\.\s|\d{1,2}(?:\.\d{1,2})*[.)](?:\s|$|(?=\p{Lu}))|\(\d{1,2}\)\s|[a-zđ]\)\s|[-+•–*]\s|\[\^?\d{1,3}\]:?\s|Căn cứ\s|Theo đề nghị|Xét\s|Nơi nhận|Đơn vị(?: tính)?:|ĐVT:|Ghi chú:|Số:|Kính gửi|CỘNG H[ÒO]A|Độc lập|TM\.|KT\.|QUYẾT ĐỊNH:|V\/v\s|Về (?:việc|hướng dẫn)\s|VĂN BẢN MẪU)/u;

/** Whether a line opens a unit of its own, quoted or not: an article, clause, list item, letterhead line and the like. */
export function opensUnit(line: string): boolean {
  return OPENING.test(line.replace(/^[“"]\s*/u, ''));
}

/** Whether a line is set in capitals, as headings are. */
export function isCapitals(line: string): boolean {
  const letters = line.match(/\p{L}/gu) ?? [];
  return letters.length >= 2 && line === line.toUpperCase();
}
