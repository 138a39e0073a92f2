import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMessengerClient } from '../../adapters/channels/messenger/client.ts';
import type { Delivery } from '../../bot/ports/channel.ts';
import { MESSENGER } from '../builders/accounts.ts';
import { type MessengerProduct, recorded, runMessenger } from '../builders/messenger-product.ts';
import { memorySentPieces } from '../builders/sent-pieces.ts';

const FOLDER = new URL('../fixtures/messenger/', import.meta.url);

const RECORDED_AT = 1_795_392_001_000;

/** What one recorded webhook does to the whole product. */
interface Effect {
  /** Beginning of every new line of the person's transcript: author and words. */
  readonly lines?: readonly (readonly ['citizen' | 'staff' | 'bot', RegExp])[];
  readonly owner?: 'bot' | 'staff' | 'queue';
  /** Priority of the person's open ticket. */
  readonly ticket?: 'normal' | 'high' | 'urgent';
  /** Messages that leave. */
  readonly sent?: number;
  /** How the events are counted. */
  readonly counted: Partial<Record<'stored' | 'echo' | 'notice' | 'unknown' | 'ignored', number>>;
  /** Another conversation that the effect shows in, beside the writer's. */
  readonly of?: string;
}

const stored = { stored: 1 };
const silent = (counted: Effect['counted']): Effect => ({ counted });
const attachment = (kind: string): Effect => ({
  counted: stored,
  lines: [
    ['citizen', new RegExp(`^\\[${kind}\\] https://`)],
    ['bot', /không xem được ảnh, tệp hay ghi âm/],
  ],
  sent: 1,
});
const answered = (words: RegExp, reply = /./): Effect => ({
  counted: stored,
  lines: [
    ['citizen', words],
    ['bot', reply],
  ],
  sent: 1,
});
const staffTakesOver = (words: RegExp): Effect => ({
  counted: stored,
  lines: [['staff', words]],
  owner: 'staff',
  ticket: 'normal',
});
const thumbsUp = answered(/^👍$/, /nhắn bằng lời/);

const EFFECTS: Readonly<Record<string, Effect>> = {
  app_roles: silent({ notice: 1 }),
  batch_two_entries_out_of_order: {
    counted: { stored: 4 },
    lines: [
      ['citizen', /^câu một$/],
      ['citizen', /^câu hai$/],
      ['bot', /./],
    ],
    sent: 1,
  },
  changes_entry_not_messaging: silent({ ignored: 1 }),
  delivery: silent({ notice: 1 }),
  delivery_no_mids: silent({ notice: 1 }),
  echo_fallback_null_payload: silent({ echo: 1 }),
  echo_no_app_id: staffTakesOver(/^ok em$/),
  echo_other_app: staffTakesOver(/^\(tệp đính kèm\)$/),
  echo_own_bot: silent({ echo: 1 }),
  echo_staff_page_inbox: staffTakesOver(/^Chào em, cô Lan/),
  echo_staff_page_inbox_docprint: staffTakesOver(/^Em gửi ảnh giấy khai sinh nhé\.$/),
  echo_template: silent({ echo: 1 }),
  message_ad_referral: answered(/^Xin chào$/),
  message_attachment_audio: attachment('ghi âm'),
  message_attachment_file: attachment('tệp'),
  message_attachment_image: attachment('ảnh'),
  message_attachment_video: attachment('video'),
  message_edit: answered(/^Cho em hỏi điểm chuẩn ạ$/),
  message_fallback_link: answered(/^https:\/\/example\.invalid\/tin-tuc\n\[liên kết\]/),
  message_fallback_no_payload: {
    counted: stored,
    lines: [
      ['citizen', /^\[liên kết\]$/],
      ['bot', /không xem được ảnh/],
    ],
    sent: 1,
  },
  message_post_share: attachment('bài viết được chia sẻ'),
  message_quick_reply: answered(/^Lịch thi$/),
  message_reply_to: answered(/^Cái này ạ$/),
  message_sticker: thumbsUp,
  message_sticker_legacy_image: thumbsUp,
  message_text: answered(/^Cho em hỏi lịch thi tuyển sinh lớp 10 ạ$/),
  message_two_images: {
    counted: stored,
    lines: [
      ['citizen', /^\[ảnh\] https:\S+1\.jpg\n\[ảnh\] https:\S+2\.jpg$/],
      ['bot', /không xem được ảnh/],
    ],
    sent: 1,
  },
  message_unsend: { counted: stored, lines: [['citizen', /đã thu hồi tin nhắn/]] },
  optin_checkbox_user_ref: silent({ notice: 1 }),
  optin_notification_messages: silent({ notice: 1 }),
  pass_thread_control_from_idle: silent({ notice: 1 }),
  pass_thread_control_to_us: { counted: stored, owner: 'bot' },
  policy_enforcement_block: {
    counted: stored,
    of: 'page',
    lines: [['bot', /^Meta đã chặn trang gửi tin nhắn.*violated our Platform Policies/]],
    ticket: 'urgent',
    owner: 'bot',
  },
  // The ticket of the block stays for staff to close.
  policy_enforcement_unblock: {
    counted: stored,
    of: 'page',
    lines: [['bot', /^Meta đã bỏ chặn/]],
    ticket: 'urgent',
    owner: 'bot',
  },
  postback_button: {
    counted: stored,
    lines: [
      ['citizen', /^Gặp nhân viên$/],
      ['bot', /chuyển cuộc trò chuyện đến cán bộ/],
    ],
    owner: 'queue',
    ticket: 'normal',
    sent: 1,
  },
  postback_get_started: answered(/^Get Started$/, /em chào anh\/chị! Em là trợ lý tự động/),
  postback_get_started_referral: answered(/^Get Started$/, /em chào anh\/chị! Em là trợ lý tự động/),
  postback_ice_breaker: answered(/^Hồ sơ nhập học gồm gì\?$/),
  reaction_react: { counted: stored, owner: 'bot' },
  reaction_unreact: silent({ notice: 1 }),
  read: silent({ notice: 1 }),
  referral_mme: { counted: stored, owner: 'bot' },
  request_thread_control: { counted: stored, owner: 'staff', ticket: 'normal' },
  response_feedback: silent({ notice: 1 }),
  standby_echo: staffTakesOver(/^Không có gì em$/),
  standby_message: { counted: stored, lines: [['citizen', /^Em cảm ơn cô$/]], owner: 'bot' },
  standby_postback_no_payload: { counted: stored, lines: [['citizen', /^Lịch thi$/]], owner: 'bot' },
  standby_read: silent({ notice: 1 }),
  take_thread_control_by_inbox: { counted: stored, owner: 'staff', ticket: 'normal' },
  unknown_future_event: silent({ unknown: 1 }),
};

/** What a recorded answer means when it comes to a message that was sent: only one of them is a success. */
const ANSWERS: Readonly<Record<string, Delivery['status']>> = {
  api_send_success: 'sent',
  api_thread_owner: 'unknown',
  api_user_profile: 'unknown',
  api_user_profile_unavailable: 'unknown',
  api_messaging_feature_status: 'unknown',
};

/** Fixtures with a test of their own. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  api_errors: 'messenger-refusals.test.ts',
  data_deletion_request: 'messenger-data-deletion.test.ts',
  signature_vectors: 'messenger-signature.test.ts',
  verify_request: 'messenger-verification.test.ts',
};

let messenger: MessengerProduct;
beforeAll(async () => {
  // The recorded people write now, by the clock of the product and of the platform.
  const startedAt = Date.now();
  messenger = await runMessenger({}, { now: () => RECORDED_AT + Date.now() - startedAt });
  messenger.graph.setLastInbound('7000000000000002', RECORDED_AT);
  // Echoes of our own answers would be counted beside the recorded ones.
  messenger.graph.echoTo(null);
});
afterAll(() => messenger.stop());

const RESULTS = ['stored', 'echo', 'notice', 'unknown', 'ignored'] as const;
async function counts(): Promise<ReadonlyMap<string, number>> {
  const page = await (await fetch(`${messenger.running.url}/metrics`)).text();
  const found = page.matchAll(/webhook_events_total\{channel="messenger",result="(\w+)"\} (\d+)/g);
  return new Map(Array.from(found, ([, result = '', count]) => [result, Number(count)]));
}

describe('every recorded payload', () => {
  test('has its row', () => {
    const names = readdirSync(FOLDER).map((file) => file.replace('.json', ''));
    expect([EFFECTS, ANSWERS, ELSEWHERE].flatMap(Object.keys).sort()).toEqual(names.sort());
  });

  test.each(Object.entries(ELSEWHERE))('%s is read in %s', (name, file) => {
    expect(readFileSync(new URL(file, import.meta.url), 'utf8')).toContain(name);
  });
});

describe('a recorded answer', () => {
  test.each(Object.entries(ANSWERS))('%s to a message means %s', async (name, status) => {
    const client = createMessengerClient({
      ...MESSENGER,
      graphUrl: 'http://graph.invalid',
      fetch: async () => new Response(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')),
      now: Date.now,
      sentPieces: memorySentPieces(),
      timeoutMs: 5_000,
      onAlarm: () => {},
    });
    const words = { recipientId: '7', text: 'Dạ', quickReplies: [], links: [] };
    expect((await client.sendText({ ...words, mode: 'response', correlationId: 'c1' })).status).toBe(status);
  });
});

describe('a recorded webhook', () => {
  test.each(Object.entries(EFFECTS))('%s', async (name, effect) => {
    const psid = messenger.newPerson();
    const before = await counts();
    const payload = recorded(name, psid);
    expect(await messenger.deliver(payload)).toBe(200);
    expect(await messenger.deliver(payload)).toBe(200);
    await messenger.settled();

    const after = await counts();
    for (const result of RESULTS) {
      // Mail is stored once; events that change nothing are counted whenever they come.
      const times = result === 'stored' ? 1 : 2;
      const more = (after.get(result) ?? 0) - (before.get(result) ?? 0);
      expect([result, more]).toEqual([result, (effect.counted[result] ?? 0) * times]);
    }
    const whose = effect.of ?? psid;
    const lines = (await messenger.lines(whose)).slice(-(effect.lines?.length ?? 50));
    expect(lines.map(([author]) => author)).toEqual((effect.lines ?? []).map(([author]) => author));
    for (const [index, [, text]] of lines.entries()) expect(text).toMatch(effect.lines?.[index]?.[1] ?? /^$/);
    expect((await messenger.conversation(whose))?.owner).toBe(
      effect.owner ?? (effect.lines === undefined ? undefined : 'bot'),
    );
    if (effect.ticket !== undefined) expect((await messenger.ticket(whose))?.priority).toBe(effect.ticket);
    expect(messenger.sentTo(psid)).toHaveLength(effect.sent ?? 0);
    expect(messenger.graph.refused).toEqual([]);
  });
});
