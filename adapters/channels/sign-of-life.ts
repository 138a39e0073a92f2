import type { ChannelAdapter } from './channel-adapter.ts';

/** A reply that is there sooner needs no announcement: two calls to the platform that nobody would see. */
const UNANNOUNCED_MS = 600;

/**
 * Runs the work on a citizen's message; where it takes longer than a moment, they are shown that somebody is at it.
 * @param onFault told when the platform could not be asked; the work goes on
 */
export async function withSignOfLife<T>(
  adapter: Pick<ChannelAdapter, 'showTyping'>,
  recipientId: string,
  work: () => Promise<T>,
  onFault: (error: unknown) => void,
): Promise<T> {
  const sign = setTimeout(() => void adapter.showTyping(recipientId).catch(onFault), UNANNOUNCED_MS);
  try {
    return await work();
  } finally {
    clearTimeout(sign);
  }
}
