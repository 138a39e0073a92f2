import type { Command } from 'commander';
import type { GraphAccess } from '../channels/messenger/graph-call.ts';
import { graphProblem } from '../channels/messenger/graph-words.ts';
import {
  profileDifferences,
  subscribe,
  subscribedFields,
  type Unread,
  webhookFields,
  writeProfile,
} from '../channels/messenger/profile.ts';
import { PROFILE_PARTS } from '../channels/messenger/vietnamese.ts';
import type { Config, MessengerConfig } from '../config.ts';

/** What the commands need of the program. */
export interface MessengerSurroundings {
  readonly config: () => Config;
  readonly print: (text: string) => void;
  readonly fetch: typeof fetch;
  /** Makes the program end with status 1. */
  readonly fail: () => void;
}

/** Adds `messenger profile`: sets up what the Page shows and what it tells us; changes only what differs. */
export function addMessengerCommands(admin: Command, { config, print, fetch, fail }: MessengerSurroundings): void {
  const messenger = admin.command('messenger').description('Kênh Messenger');
  messenger
    .command('profile')
    .description('Đặt nút Bắt đầu, lời chào, câu hỏi gợi ý, menu và đăng ký webhook; chỉ sửa chỗ khác')
    .action(async () => {
      const state = config().messenger;
      const refuse = (problem: string) => {
        print(problem);
        fail();
      };
      if (!state.on) return refuse(`Kênh Messenger đang tắt; hãy đặt ${state.missing.join(', ')}.`);
      const access: GraphAccess = { ...state.settings, version: state.settings.graphVersion, fetch };
      const problem = (await setUpProfile(access, print)) ?? (await setUpWebhook(access, state.settings, print));
      if (problem !== null) refuse(`✘ ${graphProblem(problem.unread)}`);
    });
}

async function setUpProfile(access: GraphAccess, print: (text: string) => void): Promise<Unread | null> {
  const differences = await profileDifferences(access);
  if ('unread' in differences) return differences;
  if (differences.length > 0) {
    const problem = await writeProfile(access, differences);
    if (problem !== null) return problem;
  }
  const names = differences.map((field) => PROFILE_PARTS[field]).join(', ');
  print(names === '' ? '✔ Hồ sơ Messenger đã đúng, không sửa gì.' : `✔ Đã đặt: ${names}.`);
  return null;
}

async function setUpWebhook(
  access: GraphAccess,
  { appId, commentReply }: MessengerConfig,
  print: (text: string) => void,
): Promise<Unread | null> {
  const present = await subscribedFields(access, appId);
  if ('unread' in present) return present;
  const missing = webhookFields(commentReply).filter((field) => !present.includes(field));
  if (missing.length > 0) {
    // Subscribing replaces the list, so what somebody else turned on is named again.
    const problem = await subscribe(access, [...present, ...missing]);
    if (problem !== null) return problem;
  }
  print(
    missing.length === 0
      ? '✔ Webhook đã đăng ký đủ, không sửa gì.'
      : `✔ Đã đăng ký thêm webhook: ${missing.join(', ')}.`,
  );
  return null;
}
