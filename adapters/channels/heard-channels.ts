import type { ChannelId } from '../../bot/ports/channel.ts';
import type { KeptValues } from '../../bot/ports/kept-values.ts';

const nameOf = (channel: ChannelId) => `heard:${channel}`;

/**
 * Remembers for `doctor` that messages of a channel come through; written once a channel and process.
 * @returns the function to call at every message
 */
export function rememberHeard(kept: KeptValues, onFault: (error: unknown) => void): (channel: ChannelId) => void {
  const known = new Set<ChannelId>();
  return (channel) => {
    if (known.has(channel)) return;
    known.add(channel);
    kept.set(nameOf(channel), 'yes').catch(onFault);
  };
}

/** Whether any message of the channel ever came through. */
export async function wasHeard(kept: KeptValues, channel: ChannelId): Promise<boolean> {
  return (await kept.get(nameOf(channel))) !== null;
}
