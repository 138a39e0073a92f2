import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { InboundEvent } from '../../adapters/channels/inbound.ts';
import { parseMessengerWebhook } from '../../adapters/channels/messenger/events.ts';

const FIXTURES = new URL('../fixtures/messenger/', import.meta.url);
const NOT_EVENTS = /^(api_.*|data_deletion_request|signature_vectors|verify_request)\.json$/;
const PAGE = '100000000000001';
const OURS = { appId: '900000000000001', pageId: PAGE, comments: false };
const AT = 1_795_392_000_000;
const PERSON = '7000000000000001';
const DIGEST = expect.stringMatching(/^[0-9a-f]{64}$/);

const message = (key: string, over: object = {}) => ({
  kind: 'message',
  key,
  accountId: PAGE,
  at: AT,
  citizenId: PERSON,
  text: null,
  payload: null,
  attachments: [],
  standby: false,
  ...over,
});
const file = (key: string, type: string, url: string | null, over: object = {}) =>
  message(key, { attachments: [{ type, url }], ...over });
const echo = (key: string, by: 'us' | 'person', over: object = {}) => ({
  kind: 'echo',
  key,
  accountId: PAGE,
  at: AT,
  citizenId: PERSON,
  by,
  providerMessageId: key,
  correlationId: null,
  text: null,
  ...over,
});
const notice = (name: string, over: object = {}) => ({
  kind: 'notice',
  name,
  key: DIGEST,
  accountId: PAGE,
  at: AT,
  citizenId: PERSON,
  ...over,
});

const revision = (text: string | null, key: string) => ({
  kind: 'revision',
  key,
  accountId: PAGE,
  at: AT,
  citizenId: PERSON,
  revises: 'm_FAKE_text1',
  text,
  standby: false,
});
const thread = (change: string, askedBy: string | null = null) => ({
  kind: 'thread',
  key: DIGEST,
  accountId: PAGE,
  at: AT,
  citizenId: PERSON,
  change,
  askedBy,
});
const reachable = { kind: 'reachable', key: DIGEST, accountId: PAGE, at: AT, citizenId: PERSON };
const alarm = (code: string, text: string, over = false) => ({
  kind: 'alarm',
  key: DIGEST,
  accountId: PAGE,
  at: AT,
  citizenId: 'page',
  code,
  text: expect.stringContaining(text),
  over,
});

const CONFORMANCE: Record<string, { events?: object[]; unknown?: number; ignored?: number }> = {
  app_roles: { events: [notice('app_roles', { citizenId: null })] },
  batch_two_entries_out_of_order: {
    events: [
      message('m_FAKE_b2', { at: AT + 800, text: 'câu hai' }),
      message('m_FAKE_b1', { at: AT + 700, text: 'câu một' }),
      message('m_FAKE_c1', { at: AT + 750, text: 'người khác', citizenId: '7000000000000002' }),
      message('m_FAKE_c2', { at: AT + 760, text: 'đang gặp nhân viên', citizenId: '7000000000000002', standby: true }),
    ],
  },
  changes_entry_not_messaging: { ignored: 1 },
  delivery: { events: [notice('delivery', { at: AT + 250 })] },
  delivery_no_mids: { events: [notice('delivery', { at: AT + 250 })] },
  echo_fallback_null_payload: { events: [echo('m_FAKE_out3', 'us')] },
  echo_no_app_id: { events: [echo('m_FAKE_staff3', 'person', { text: 'ok em' })] },
  echo_other_app: { events: [echo('m_FAKE_other1', 'person')] },
  echo_own_bot: { events: [echo('m_FAKE_out1', 'us', { correlationId: 'corr:9f1c', text: 'Dạ, lịch thi là 05/06.' })] },
  echo_staff_page_inbox: {
    events: [echo('m_FAKE_staff1', 'person', { text: 'Chào em, cô Lan phòng tuyển sinh đây.' })],
  },
  echo_staff_page_inbox_docprint: {
    events: [echo('m_FAKE_staff2', 'person', { text: 'Em gửi ảnh giấy khai sinh nhé.' })],
  },
  echo_template: { events: [echo('m_FAKE_out2', 'us')] },
  message_ad_referral: { events: [message('m_FAKE_ad', { text: 'Xin chào' })] },
  message_attachment_audio: { events: [file('m_FAKE_audio', 'audio', 'https://cdn.example.invalid/audio/abc?sig=x')] },
  message_attachment_file: { events: [file('m_FAKE_file', 'file', 'https://cdn.example.invalid/file/abc?sig=x')] },
  message_attachment_image: { events: [file('m_FAKE_image', 'image', 'https://cdn.example.invalid/image/abc?sig=x')] },
  message_attachment_video: { events: [file('m_FAKE_video', 'video', 'https://cdn.example.invalid/video/abc?sig=x')] },
  message_edit: { events: [revision('Cho em hỏi điểm chuẩn ạ', 'edit:m_FAKE_text1:1')] },
  message_fallback_link: {
    events: [
      file('m_FAKE_fb1', 'fallback', 'https://example.invalid/tin-tuc', { text: 'https://example.invalid/tin-tuc' }),
    ],
  },
  message_fallback_no_payload: { events: [file('m_FAKE_fb2', 'fallback', null)] },
  message_post_share: { events: [file('m_FAKE_post', 'post', 'https://facebook.example.invalid/p/1')] },
  message_quick_reply: { events: [message('m_FAKE_qr1', { text: 'Lịch thi', payload: 'TOPIC_EXAM_SCHEDULE' })] },
  message_reply_to: { events: [message('m_FAKE_rep1', { text: 'Cái này ạ' })] },
  message_sticker: { events: [message('m_FAKE_stk', { text: '👍' })] },
  message_sticker_legacy_image: { events: [message('m_FAKE_stk_old', { text: '👍' })] },
  message_text: { events: [message('m_FAKE_text1', { text: 'Cho em hỏi lịch thi tuyển sinh lớp 10 ạ' })] },
  message_two_images: {
    events: [
      message('m_FAKE_2img', {
        attachments: [
          { type: 'image', url: 'https://cdn.example.invalid/1.jpg' },
          { type: 'image', url: 'https://cdn.example.invalid/2.jpg' },
        ],
      }),
    ],
  },
  message_unsend: { events: [revision(null, 'unsend:m_FAKE_text1')] },
  optin_checkbox_user_ref: { events: [notice('optin', { citizenId: null })] },
  optin_notification_messages: { events: [notice('optin')] },
  pass_thread_control_from_idle: { events: [notice('pass_thread_control')] },
  pass_thread_control_to_us: { events: [thread('returned')] },
  policy_enforcement_block: {
    events: [alarm('MESSENGER_POLICY_BLOCK', 'Lý do của Meta: The bot violated our Platform Policies.')],
  },
  policy_enforcement_unblock: { events: [alarm('MESSENGER_POLICY_UNBLOCK', 'đã bỏ chặn', true)] },
  postback_button: { events: [message('m_FAKE_pb1', { text: 'Gặp nhân viên', payload: 'HANDOVER_REQUEST' })] },
  postback_get_started: { events: [message('m_FAKE_gs1', { text: 'Get Started', payload: 'GET_STARTED' })] },
  postback_get_started_referral: { events: [message('m_FAKE_gs2', { text: 'Get Started', payload: 'GET_STARTED' })] },
  postback_ice_breaker: {
    events: [message('m_FAKE_ib1', { text: 'Hồ sơ nhập học gồm gì?', payload: 'ICE_ADMISSION_DOCS' })],
  },
  reaction_react: { events: [reachable] },
  reaction_unreact: { events: [notice('reaction')] },
  read: { events: [notice('read')] },
  referral_mme: { events: [reachable] },
  request_thread_control: { events: [thread('asked', '263902037430900')] },
  response_feedback: { events: [notice('response_feedback')] },
  standby_echo: { events: [echo('m_FAKE_sb2', 'person', { text: 'Không có gì em' })] },
  standby_message: { events: [message('m_FAKE_sb1', { text: 'Em cảm ơn cô', standby: true })] },
  standby_postback_no_payload: { events: [message('m_FAKE_sb3', { text: 'Lịch thi', standby: true })] },
  standby_read: { events: [notice('read')] },
  take_thread_control_by_inbox: { events: [thread('taken')] },
  unknown_future_event: { unknown: 1 },
};

const fixture = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, FIXTURES), 'utf8'));
const wrap = (...items: object[]) => ({ object: 'page', entry: [{ id: PAGE, time: AT + 250, messaging: items }] });
const parties = { sender: { id: PERSON }, recipient: { id: PAGE } };

function eventsOf(body: unknown): readonly InboundEvent[] {
  const parsed = parseMessengerWebhook(body, OURS);
  return parsed.ok ? parsed.events : [];
}

describe('parseMessengerWebhook on recorded payloads', () => {
  test('has an expectation for every recorded event', () => {
    const recorded = readdirSync(FIXTURES).filter((name) => !NOT_EVENTS.test(name));
    expect(Object.keys(CONFORMANCE).sort()).toEqual(recorded.map((name) => name.replace('.json', '')).sort());
  });

  test.each(Object.entries(CONFORMANCE))('reads %s', (name, { events = [], unknown = 0, ignored = 0 }) => {
    expect(parseMessengerWebhook(fixture(name), OURS)).toEqual({ ok: true, events, unknown, ignored });
  });
});

describe('parseMessengerWebhook', () => {
  test.each([undefined, null, 'page', [], {}, { object: 'page' }, { object: 'page', entry: {} }, { entry: [] }])(
    'says that %j is no envelope',
    (body) => {
      expect(parseMessengerWebhook(body, OURS)).toEqual({ ok: false });
    },
  );

  test('ignores what belongs to another page', () => {
    const parsed = parseMessengerWebhook(fixture('batch_two_entries_out_of_order'), { ...OURS, pageId: '55' });
    expect(parsed).toEqual({ ok: true, events: [], unknown: 0, ignored: 4 });
  });

  test('ignores another product of Meta', () => {
    const parsed = parseMessengerWebhook({ object: 'instagram', entry: [{ id: PAGE }] }, OURS);
    expect(parsed).toEqual({ ok: true, events: [], unknown: 0, ignored: 1 });
  });

  test('keeps the good events of a batch that holds broken ones', () => {
    const good = { ...parties, timestamp: AT, message: { mid: 'm_1', text: 'Chào' } };
    const body = {
      object: 'page',
      entry: [
        null,
        { id: PAGE },
        ...wrap(good, { ...parties, timestamp: AT, message: 'what' }, { message: null }).entry,
      ],
    };
    expect(parseMessengerWebhook(body, OURS)).toEqual({
      ok: true,
      events: [message('m_1', { text: 'Chào' })],
      unknown: 4,
      ignored: 0,
    });
  });

  test('reads a time that is a string of seconds', () => {
    const [event] = eventsOf(wrap({ ...parties, timestamp: '1795392000', postback: { mid: 'm_2', title: 'Bắt đầu' } }));
    expect(event?.at).toBe(AT);
  });

  test('takes the time of the entry when the event has none', () => {
    const [event] = eventsOf(wrap({ ...parties, message: { mid: 'm_3', text: 'Chào' } }));
    expect(event?.at).toBe(AT + 250);
  });

  test('keeps a message whose side facts have shapes never seen', () => {
    const odd = {
      mid: 'm_4',
      text: 'Chào',
      quick_reply: 7,
      attachments: [3, { type: 'image', payload: 'x' }],
      app_id: {},
    };
    expect(eventsOf(wrap({ ...parties, timestamp: AT, message: odd }))).toEqual([
      message('m_4', {
        text: 'Chào',
        attachments: [
          { type: 'unknown', url: null },
          { type: 'image', url: null },
        ],
      }),
    ]);
  });

  test('gives an event without an id the same key when it comes again, and another event another key', () => {
    const read = (watermark: number) => eventsOf(wrap({ ...parties, timestamp: AT, read: { watermark } }))[0]?.key;
    expect(read(1)).toBe(read(1));
    expect(read(1)).not.toBe(read(2));
  });

  test('knows our own echo by an app id that is a string as well', () => {
    const item = { sender: { id: PAGE }, recipient: { id: PERSON }, timestamp: AT };
    const ours = { is_echo: true, app_id: OURS.appId, metadata: 'c1', mid: 'm_5', text: 'Dạ' };
    expect(eventsOf(wrap({ ...item, message: ours }))).toEqual([
      echo('m_5', 'us', { correlationId: 'c1', text: 'Dạ' }),
    ]);
  });

  test('hears our own echo on standby too', () => {
    const item = { sender: { id: PAGE }, recipient: { id: PERSON }, timestamp: AT };
    const ours = { is_echo: true, app_id: OURS.appId, metadata: 'c2', mid: 'm_6' };
    const body = { object: 'page', entry: [{ id: PAGE, time: AT, standby: [{ ...item, message: ours }] }] };
    expect(eventsOf(body)).toEqual([echo('m_6', 'us', { correlationId: 'c2' })]);
  });

  test('does not take metadata of another app for ours', () => {
    const item = { sender: { id: PAGE }, recipient: { id: PERSON }, timestamp: AT };
    const other = { is_echo: true, app_id: 1, metadata: 'c3', mid: 'm_7' };
    expect(eventsOf(wrap({ ...item, message: other }))).toEqual([echo('m_7', 'person')]);
  });

  test('reads the older name of a policy event', () => {
    const item = { recipient: { id: PAGE }, timestamp: AT, 'policy-enforcement': { action: 'warning' } };
    expect(eventsOf(wrap(item))).toEqual([alarm('MESSENGER_POLICY_WARNING', 'Meta cảnh cáo trang')]);
  });

  test('knows our own echo by its metadata where Meta names no app', () => {
    const item = { sender: { id: PAGE }, recipient: { id: PERSON }, timestamp: AT };
    const ours = { is_echo: true, metadata: 'turn:1:0', mid: 'm_9', text: 'Dạ' };
    expect(eventsOf(wrap({ ...item, message: ours }))).toEqual([
      echo('m_9', 'us', { correlationId: 'turn:1:0', text: 'Dạ' }),
    ]);
  });

  test('reads a place as a link that a map opens', () => {
    const place = { type: 'location', payload: { coordinates: { lat: 21.03, long: 105.81 } } };
    expect(eventsOf(wrap({ ...parties, timestamp: AT, message: { mid: 'm_10', attachments: [place] } }))).toEqual([
      file('m_10', 'location', 'geo:21.03,105.81'),
    ]);
  });

  test('keeps a sticker that is no thumbs-up as a sticker, in its old shape too', () => {
    const payload = { url: 'https://cdn.example.invalid/cat.png', sticker_id: 144884865685780 };
    const old = { mid: 'm_11', attachments: [{ type: 'image', payload }] };
    expect(eventsOf(wrap({ ...parties, timestamp: AT, message: old }))).toEqual([file('m_11', 'sticker', payload.url)]);
  });

  test.each([
    ['we took ourselves', { take_thread_control: { previous_owner_app_id: 1, new_owner_app_id: OURS.appId } }],
    ['was released', { pass_thread_control: { previous_owner_app_id: OURS.appId, new_owner_app_id: null } }],
    ['we asked for', { request_thread_control: { requested_owner_app_id: OURS.appId } }],
  ])('takes a thread that %s for no news', (_what, control) => {
    expect(eventsOf(wrap({ ...parties, timestamp: AT, ...control }))).toMatchObject([{ kind: 'notice' }]);
  });

  test('hears that we passed a thread on, or somebody else did, as a person who took it', () => {
    const control = { previous_owner_app_id: OURS.appId, new_owner_app_id: 263902037430900 };
    expect(eventsOf(wrap({ ...parties, timestamp: AT, pass_thread_control: control }))).toEqual([thread('taken')]);
  });

  test('never makes a conversation of the page with itself', () => {
    const self = { sender: { id: PAGE }, recipient: { id: PAGE }, timestamp: AT, message: { mid: 'm_8', text: 'x' } };
    expect(parseMessengerWebhook(wrap(self), OURS)).toEqual({ ok: true, events: [], unknown: 1, ignored: 0 });
  });
});

describe('comments on posts', () => {
  const comment = (over: object = {}, field = 'feed') => ({
    object: 'page',
    entry: [
      {
        id: PAGE,
        time: AT / 1000,
        changes: [
          {
            field,
            value: {
              item: 'comment',
              verb: 'add',
              comment_id: '55_66',
              post_id: `${PAGE}_55`,
              from: { id: '42', name: 'An' },
              message: 'Học phí lớp 1 bao nhiêu ạ?',
              created_time: AT / 1000,
              ...over,
            },
          },
        ],
      },
    ],
  });
  const read = (body: object, comments = true) => parseMessengerWebhook(body, { ...OURS, comments });

  test('are read by id, words and time, without the writer', () => {
    const event = {
      kind: 'comment',
      key: 'comment:55_66',
      accountId: PAGE,
      at: AT,
      citizenId: 'comment:55_66',
      text: 'Học phí lớp 1 bao nhiêu ạ?',
    };
    expect(read(comment())).toEqual({ ok: true, events: [event], unknown: 0, ignored: 0 });
  });

  test.each<[string, object]>([
    ['of the Page itself', comment({ from: { id: PAGE } })],
    ['that are edited or removed', comment({ verb: 'edited' })],
    ['without words', comment({ message: ' ' })],
    ['of which only the post is new', comment({ item: 'status' })],
    ['of another field', comment({}, 'ratings')],
    ['of a shape never seen', comment({ comment_id: 7 })],
  ])('%s are ignored', (_what, body) => {
    expect(read(body)).toEqual({ ok: true, events: [], unknown: 0, ignored: 1 });
  });

  test('are ignored while they are switched off', () => {
    expect(read(comment(), false)).toEqual({ ok: true, events: [], unknown: 0, ignored: 1 });
  });
});
