/** The key under which a correction goes out to one citizen; another attempt only follows one that never left. */
export function correctionTellingKey(correctionId: string, conversationId: string, attempt: number): string {
  return `correction:${correctionId}:${attempt}:${conversationId}`;
}
