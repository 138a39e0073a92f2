import type { Activity } from 'botbuilder';
import type { Author, Delivery, SendWindow } from '../../../bot/ports/channel.ts';
import { ChannelAdapter } from '../channel-adapter.ts';

/** The web chat as a Bot Framework adapter. Open pages read the transcript, so a recorded message is a sent one. */
export class WebAdapter extends ChannelAdapter {
  readonly id = 'web';

  window(_author: Author, _lastInboundAt: number | null, _now: number): SendWindow {
    return { open: true, until: null, mode: 'response' };
  }

  protected override async callPlatform(_recipientId: string, _activity: Partial<Activity>): Promise<Delivery> {
    return { status: 'sent', providerMessageId: null };
  }
}
