// @ts-check

/** A line of a numbered menu at the end of a message, such as "1. Xem nguồn". */
const NUMBERED = /^(\d{1,2})[.)] (\S.*)$/;
const MENU_HEAD = /Nhắn số để chọn/i;

/**
 * What a person can tap below a message: the platform's own buttons, or the numbers of a menu that the words offer.
 * @param {{ text: string, quickReplies: { title: string, payload: string }[] }} line
 * @returns {{ title: string, text: string, payload: string | null }[]}
 */
export function choicesOf(line) {
  if (line.quickReplies.length > 0) {
    return line.quickReplies.map(({ title, payload }) => ({ title, text: title, payload }));
  }
  const rows = line.text.split('\n');
  const head = rows.findLastIndex((row) => MENU_HEAD.test(row));
  if (head === -1) return [];
  return rows.slice(head + 1).flatMap((row) => {
    const [, number = '', title = ''] = NUMBERED.exec(row.trim()) ?? [];
    return number === '' ? [] : [{ title: `${number}. ${title}`, text: number, payload: null }];
  });
}
