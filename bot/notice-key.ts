const PREFIX = 'notice:';

/** The correlation id of a notice to somebody who waits; `id` is new for each. */
export function noticeKey(id: string): string {
  return `${PREFIX}${id}`;
}

/** Whether a correlation id is that of a notice, which answers nothing. */
export function isNoticeKey(correlationId: string): boolean {
  return correlationId.startsWith(PREFIX);
}
