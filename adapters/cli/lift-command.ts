import type { Command } from 'commander';
import { liftAbuse } from '../../bot/abuse/lift-abuse.ts';
import { type CitizenOptions, type CitizenSurroundings, citizenCommand } from './about-citizen.ts';
import { atTerminal, withOpenedState } from './opened-state.ts';
import { NO_CITIZEN_NAMED, wantedConversation } from './wanted-conversation.ts';

const WORDS = {
  lifted: 'Đã bỏ bậc nhắc nhở. Trợ lý trả lời người này như bình thường từ tin nhắn tiếp theo.',
  onGround: 'Người này không ở bậc nhắc nhở nào, hoặc không có dữ liệu nào của người này trên kênh đó.',
} as const;

/** Adds `citizen lift`: takes a citizen down from the ladder of misuse, as the button on a ticket's page does. */
export function addLiftCommand(citizen: Command, surroundings: CitizenSurroundings): void {
  const { print, refuse, now } = surroundings;
  citizenCommand(
    citizen,
    'lift',
    'Bỏ bậc nhắc nhở của một người dân (xúc phạm, quảng cáo, gửi lặp lại); có ghi nhật ký',
  ).action((options: CitizenOptions) =>
    withOpenedState(options, surroundings, async (engine, config) => {
      const conversationId = wantedConversation(options, config);
      if (conversationId === null) return refuse(NO_CITIZEN_NAMED);
      const lifted = await liftAbuse(conversationId, atTerminal(surroundings), { ...engine, now });
      if (!lifted) return refuse(WORDS.onGround);
      print(WORDS.lifted);
    }),
  );
}
