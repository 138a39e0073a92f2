import { describe, expect, test } from 'vitest';
import { messengerWindow } from '../../adapters/channels/messenger/window.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WROTE = 1_795_392_000_000;

describe('messengerWindow', () => {
  test.each(['bot', 'staff'] as const)('lets %s answer until 24 hours after the last message', (author) => {
    const open = { open: true, until: WROTE + DAY, mode: 'response' };
    expect(messengerWindow(author, WROTE, WROTE)).toEqual(open);
    expect(messengerWindow(author, WROTE, WROTE + DAY - 1)).toEqual(open);
  });

  test('lets staff, as a human agent, answer from 24 hours until 7 days', () => {
    const open = { open: true, until: WROTE + 7 * DAY, mode: 'human-agent' };
    expect(messengerWindow('staff', WROTE, WROTE + DAY)).toEqual(open);
    expect(messengerWindow('staff', WROTE, WROTE + 7 * DAY - 1)).toEqual(open);
  });

  test('stops the bot at 24 hours and says that staff still can', () => {
    const window = messengerWindow('bot', WROTE, WROTE + DAY);
    expect(window).toEqual({
      open: false,
      reason: expect.stringContaining('Cán bộ vẫn có thể tự trả lời trong 7 ngày'),
    });
  });

  test.each(['bot', 'staff'] as const)('stops %s at 7 days', (author) => {
    const window = messengerWindow(author, WROTE, WROTE + 7 * DAY);
    expect(window).toEqual({ open: false, reason: expect.stringContaining('quá 7 ngày') });
  });

  test.each(['bot', 'staff'] as const)('never lets %s write to a person who never wrote', (author) => {
    const window = messengerWindow(author, null, WROTE);
    expect(window).toEqual({ open: false, reason: expect.stringContaining('chưa nhắn tin cho trang') });
  });

  test('is open when the clock of the platform runs ahead of ours', () => {
    expect(messengerWindow('bot', WROTE + 5_000, WROTE).open).toBe(true);
  });
});
