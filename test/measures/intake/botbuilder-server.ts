import {
  type Activity,
  ActivityHandler,
  ActivityTypes,
  BotAdapter,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import { serveSigned } from './signed-server.ts';

/**
 * A webhook as botbuilder's own classes suggest it, in a process of its own: one activity a message through the
 * middleware to a handler that does nothing. Nothing is stored: a crash loses what was acknowledged.
 */
class SilentAdapter extends BotAdapter {
  receive(activity: Partial<Activity>): Promise<void> {
    return this.runMiddleware(new TurnContext(this, activity), (context) => bot.run(context));
  }
  override async sendActivities(): Promise<ResourceResponse[]> {
    return [];
  }
  override async updateActivity(): Promise<void> {}
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(): Promise<void> {}
}

const adapter = new SilentAdapter();
const bot = new ActivityHandler();
bot.onMessage((_context, next) => next());

serveSigned(async (delivery) => {
  for (const entry of delivery.entry) {
    for (const { sender, timestamp, message } of entry.messaging) {
      await adapter.receive({
        type: ActivityTypes.Message,
        id: message.mid,
        channelId: 'messenger',
        timestamp: new Date(timestamp),
        from: { id: sender.id, name: '' },
        recipient: { id: entry.id, name: '' },
        conversation: { id: sender.id, name: '', conversationType: 'personal', isGroup: false },
        serviceUrl: 'messenger',
        text: message.text,
      });
    }
  }
});
