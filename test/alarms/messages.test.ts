import { describe, expect, it } from 'vitest';
import { accountAlarm, zaloTokenAlarm } from '../../adapters/alarms/channel-alarms.ts';
import { composeMessage } from '../../adapters/alarms/compose-message.ts';
import type { Alarm } from '../../bot/ports/alarms.ts';
import {
  codesGuessedAlarm,
  crisisAlarm,
  killSwitchAlarm,
  mailGivenUpAlarm,
  nobodyOnlineAlarm,
  repliesOwedAlarm,
  schoolIncidentAlarm,
  statementWaitsAlarm,
  testAlarm,
} from '../../bot/raised-alarms.ts';
import { anIncident } from '../builders/incidents.ts';
import { danger, dangerTicket, NOW } from '../builders/raised.ts';
import { aStatement } from '../builders/statements.ts';

const NORMAL = dangerTicket({ number: 13, priority: 'normal', topic: 'human_request', assignee: 'lan' });
const owed = (kind: 'replies-missed' | 'replies-due-soon', ...tickets: Parameters<typeof repliesOwedAlarm>[1]) =>
  repliesOwedAlarm(kind, tickets, () => 'Cô Lan', NOW);

const EVERY_ALARM: readonly Alarm[] = [
  danger(),
  mailGivenUpAlarm('zalo', 3, NOW),
  accountAlarm('messenger', 'MESSENGER_TOKEN_INVALID', NOW),
  accountAlarm('messenger', 'MESSENGER_POLICY_UNBLOCK', NOW),
  accountAlarm('zalo', 'SOMETHING_NEW', NOW),
  zaloTokenAlarm(13, NOW),
  zaloTokenAlarm(0, NOW),
  killSwitchAlarm('channel.zalo', true, NOW),
  killSwitchAlarm('channel.zalo', false, NOW),
  owed('replies-due-soon', dangerTicket(), NORMAL),
  owed('replies-missed', NORMAL),
  owed('replies-missed', NORMAL, dangerTicket()),
  nobodyOnlineAlarm(dangerTicket({ topic: 'rumour', priority: 'high' }), NOW),
  codesGuessedAlarm(200, NOW),
  testAlarm(NOW),
];

describe('the words of an alarm', () => {
  it.each(EVERY_ALARM.map((alarm) => [alarm.key, alarm] as const))(
    'say for %s what to do, when and where',
    (_key, alarm) => {
      const { subject, text } = composeMessage(alarm, 'https://hoidap.example.vn');
      expect(subject).toMatch(alarm.severity === 'urgent' ? /^\[KHẨN CẤP\] / : /^\[Cảnh báo\] /);
      expect(`${subject}${text}`).not.toMatch(/[{}]|undefined|null/);
      expect(subject.length).toBeLessThan(90);
      expect(text).toMatch(/Việc cần làm: .+\n\nMở (?:phiếu|bàn trực): https:\/\/hoidap\.example\.vn\/staff\/tickets/);
      expect(text).toContain('Thời điểm: ');
    },
  );

  it('fill in the facts', () => {
    expect(composeMessage(mailGivenUpAlarm('zalo', 3, NOW), null).text).toContain('3 tin nhắn trên kênh Zalo');
    expect(composeMessage(zaloTokenAlarm(13, NOW), null).subject).toContain('còn 13 ngày');
    expect(composeMessage(accountAlarm('zalo', 'SOMETHING_NEW', NOW), null).text).toContain('mã SOMETHING_NEW');
    expect(composeMessage(killSwitchAlarm('channel.zalo', true, NOW), null).subject).toContain('channel.zalo: ĐÃ DỪNG');
  });

  it('lead to the incident of a school, and name its kind alone', () => {
    const { text, link } = composeMessage(schoolIncidentAlarm(anIncident()), 'https://hoidap.example.vn');
    expect(link).toBe('https://hoidap.example.vn/staff/incidents/i1');
    expect(text).toContain('mức Khẩn cấp: An toàn thực phẩm, ngộ độc');
    expect(text).toContain('Mở sự việc: https://hoidap.example.vn/staff/incidents/i1');
    expect(text).not.toMatch(/Mẫu A|đau bụng|Phó hiệu trưởng/);
  });

  it('lead to a statement that waits, name its kind alone, and wake people at night for one that holds words back', () => {
    const waits = statementWaitsAlarm(aStatement({ released: null }));
    const { text, link } = composeMessage(waits, 'https://hoidap.example.vn');
    expect([waits.severity, link]).toEqual(['urgent', 'https://hoidap.example.vn/staff/statements/s1']);
    expect(text).toContain('(giữ lời tạm thời)');
    expect(text).toContain('Mở phát ngôn: https://hoidap.example.vn/staff/statements/s1');
    expect(text).not.toMatch(/Hoa Sen|đang kiểm tra|nhiều người hỏi|mai/);
    expect(statementWaitsAlarm(aStatement({ kind: 'refuted' })).severity).toBe('warning');
  });

  it('name each ticket whose reply is owed with its holder, and lead to it where it is one', () => {
    const { text } = composeMessage(owed('replies-missed', NORMAL, dangerTicket()), 'https://hoidap.example.vn');
    expect(text).toContain('2 phiếu:\n• Phiếu 13: Người nhận: Cô Lan\n• Phiếu 12: Chưa ai nhận');
    expect(text).toMatch(/staff\/tickets\n/u);
    const one = composeMessage(owed('replies-missed', NORMAL), 'https://hoidap.example.vn');
    expect(one.link).toBe(`https://hoidap.example.vn/staff/tickets/${NORMAL.id}`);
  });

  it('name the place without a link where the console has no public address', () => {
    const { text, link } = composeMessage(danger(), null);
    expect(link).toBeNull();
    expect(text).toContain('Mở bàn trực của trợ lý, mục Phiếu.');
  });
});

describe('how urgent an alarm is', () => {
  it('is urgent where nothing of a channel can leave or a child may be in danger, also for a code nobody knows', () => {
    const urgent = EVERY_ALARM.filter(({ severity }) => severity === 'urgent').map(({ key }) => key);
    expect(urgent).toEqual([
      'crisis-ticket:3f0c7f4e-2f0b-4a57-9f3b-0f6b8d6f5a11',
      'mail-given-up:zalo',
      'account-limited:messenger:MESSENGER_TOKEN_INVALID',
      'account-limited:zalo:SOMETHING_NEW',
      'zalo-token-ending:0',
      `kill-switch:channel.zalo:off:${NOW}`,
      `replies-missed:13@${NORMAL.dueAt},12@${NORMAL.dueAt}`,
      'nobody-online:3f0c7f4e-2f0b-4a57-9f3b-0f6b8d6f5a11',
    ]);
  });

  it('wakes nobody for a ticket that is no child in danger', () => {
    expect(crisisAlarm(dangerTicket({ topic: 'press' }), NOW)).toBeNull();
    expect(crisisAlarm(dangerTicket({ priority: 'high' }), NOW)).toBeNull();
    expect(crisisAlarm(dangerTicket(), NOW)).not.toBeNull();
  });
});
