import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addDoctorCommand } from '../../adapters/cli/doctor/doctor.ts';
import { addMessengerCommands } from '../../adapters/cli/messenger-commands.ts';
import { readConfig } from '../../adapters/config.ts';
import { MESSENGER, messengerSettings } from '../builders/accounts.ts';
import { type GraphSimulator, startGraphSimulator } from '../simulators/graph.ts';

const PUBLIC_URL = 'https://hoidap.example.invalid';
const NOW = 1_795_392_000_000;

let graph: GraphSimulator;
/** What the product's own door answers to Meta's check. */
let door: (challenge: string) => Response;
beforeEach(async () => {
  graph = await startGraphSimulator(MESSENGER);
  door = (challenge) => new Response(challenge);
});
afterEach(() => graph.stop());

/** Runs an admin command; the public address is answered by `door`, everything else by the simulator. */
async function run(
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<{ readonly lines: readonly string[]; readonly failed: boolean }> {
  const lines: string[] = [];
  let failed = false;
  const surroundings = {
    config: () => readConfig({ PUBLIC_URL, ...messengerSettings(graph.url), ...environment }),
    print: (text: string) => void lines.push(text),
    fail: () => {
      failed = true;
    },
    now: () => NOW,
    fetch: async (input: Parameters<typeof fetch>[0], init?: RequestInit) =>
      String(input).startsWith(PUBLIC_URL)
        ? door(new URL(String(input)).searchParams.get('hub.challenge') ?? '')
        : fetch(input, init),
  };
  const admin = new Command();
  addMessengerCommands(admin, surroundings);
  addDoctorCommand(admin, surroundings);
  await admin.parseAsync(words, { from: 'user' });
  return { lines, failed };
}

const profile = (environment?: Record<string, string>) => run(['messenger', 'profile'], environment);
const failures = (lines: readonly string[]) => lines.filter((line) => line.includes('✘'));

describe('messenger profile', () => {
  test('sets up a fresh Page and says what it set', async () => {
    const { lines, failed } = await profile();
    expect(failed).toBe(false);
    expect(lines).toEqual([
      '✔ Đã đặt: nút Bắt đầu, lời chào, câu hỏi gợi ý, menu cố định.',
      expect.stringMatching(/^✔ Đã đăng ký thêm webhook: messages, .*standby\.$/),
    ]);
    expect(graph.page.profile).toMatchObject({
      get_started: { payload: 'GET_STARTED' },
      persistent_menu: [
        { call_to_actions: expect.arrayContaining([expect.objectContaining({ title: 'Gặp cán bộ' })]) },
      ],
    });
  });

  test('changes nothing the second time', async () => {
    await profile();
    const writes = [...graph.page.writes];
    const { lines } = await profile();
    expect(graph.page.writes).toEqual(writes);
    expect(lines).toEqual(['✔ Hồ sơ Messenger đã đúng, không sửa gì.', '✔ Webhook đã đăng ký đủ, không sửa gì.']);
  });

  test('mends only what somebody changed, and keeps fields that somebody else subscribed', async () => {
    await profile();
    graph.page.profile = { ...graph.page.profile, greeting: [{ locale: 'default', text: 'Khác' }], added: 'by Meta' };
    graph.page.subscribedFields = ['messages', 'leadgen'];
    graph.page.writes.length = 0;
    await profile();
    expect(graph.page.writes).toEqual(['greeting', 'subscribed_apps']);
    expect(graph.page.subscribedFields).toEqual(expect.arrayContaining(['leadgen', 'messages', 'standby']));
  });

  test('subscribes to comments only where they are answered', async () => {
    await profile();
    expect(graph.page.subscribedFields).not.toContain('feed');
    await profile({ MESSENGER_COMMENT_REPLY: 'on' });
    expect(graph.page.subscribedFields).toContain('feed');
  });

  test('says what to do about a dead token, without printing it', async () => {
    const { lines, failed } = await profile({ MESSENGER_PAGE_TOKEN: 'DEAD_PAGE_TOKEN' });
    expect(failed).toBe(true);
    expect(lines).toEqual([expect.stringContaining('MESSENGER_PAGE_TOKEN')]);
    expect(lines.join()).not.toContain('DEAD_PAGE_TOKEN');
  });

  test('names the settings that are missing', async () => {
    const { lines, failed } = await profile({ MESSENGER_PAGE_ID: '' });
    expect([lines, failed]).toEqual([['Kênh Messenger đang tắt; hãy đặt MESSENGER_PAGE_ID.'], true]);
  });
});

describe('doctor on Messenger', () => {
  test('finds nothing wrong with a Page that is set up', async () => {
    await profile();
    const { lines, failed } = await run(['doctor']);
    expect(failures(lines)).toEqual([]);
    expect(failed).toBe(false);
    expect(lines.filter((line) => line.includes('✔')).length).toBeGreaterThanOrEqual(9);
  });

  test('tells that a channel is off without failing', async () => {
    const { lines, failed } = await run(['doctor'], { MESSENGER_PAGE_ID: '' });
    expect(lines.join('\n')).toContain('đang tắt; để bật, đặt MESSENGER_PAGE_ID');
    expect(failed).toBe(false);
  });

  test.each<[string, () => void, Record<string, string>, RegExp]>([
    ['a dead token', () => {}, { MESSENGER_PAGE_TOKEN: 'DEAD_PAGE_TOKEN' }, /cấp mã mới và đặt MESSENGER_PAGE_TOKEN/],
    ['another Page', () => {}, { MESSENGER_PAGE_ID: '42' }, /mã là của trang khác/],
    ['another app', () => {}, { MESSENGER_APP_ID: '42' }, /MESSENGER_APP_ID hoặc MESSENGER_APP_SECRET/],
    ['a missing scope', () => graph.page.scopes.splice(0, 1), {}, /thiếu pages_messaging; xin trong App Review/],
    [
      'a token about to expire',
      () => {
        graph.page.expiresAt = NOW / 1000 + 86_400;
      },
      {},
      /hết hạn trong vòng 7 ngày/,
    ],
    [
      'a webhook field that is not subscribed',
      () => {
        graph.page.subscribedFields = graph.page.subscribedFields.filter((field) => field !== 'standby');
      },
      {},
      /thiếu standby; chạy npm run admin -- messenger profile/,
    ],
    [
      'a missing menu',
      () => {
        graph.page.profile = { ...graph.page.profile, persistent_menu: [] };
      },
      {},
      /chưa đúng: menu cố định/,
    ],
    ['an address without https', () => {}, { PUBLIC_URL: 'http://hoidap.example.invalid' }, /địa chỉ https/],
    [
      'a door that does not answer',
      () => {
        door = () => new Response('', { status: 502 });
      },
      {},
      /bật dịch vụ \(npm start\)/,
    ],
  ])('finds %s, says what to do, and fails', async (_what, spoil, environment, advice) => {
    await profile();
    spoil();
    const { lines, failed } = await run(['doctor'], environment);
    expect(failures(lines)[0]).toMatch(advice);
    expect(failed).toBe(true);
  });

  test('reads the recorded state of Conversation Routing, and of one that is off', async () => {
    await profile();
    const recorded = z
      .object({ messaging_feature_status: z.record(z.string(), z.boolean()) })
      .parse(
        JSON.parse(
          readFileSync(new URL('../fixtures/messenger/api_messaging_feature_status.json', import.meta.url), 'utf8'),
        ),
      );
    graph.page.featureStatus = recorded.messaging_feature_status;
    expect((await run(['doctor'])).lines.join('\n')).toMatch(/Conversation Routing\): đang bật/);
    graph.page.featureStatus = { ...graph.page.featureStatus, msgr_multi_app: false };
    expect((await run(['doctor'])).lines.join('\n')).toMatch(/Conversation Routing\): chưa bật/);
  });
});
