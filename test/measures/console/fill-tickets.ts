import type { StateEngine } from '../../../adapters/stores/engine.ts';
import type { Topic } from '../../../bot/topics.ts';
import { anAccount, aSession } from '../../builders/staff-sessions.ts';
import { aTurn } from '../../builders/turns.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TOGETHER = 100;
const TOPICS: readonly Topic[] = ['human_request', 'individual_case', 'press', 'complaint_denunciation', 'rumour'];
const MATTERS = [
  'Con tôi học trái tuyến, hồ sơ chuyển trường nộp ở đâu?',
  'Học phí và các khoản thu đầu năm lớp 6 là bao nhiêu?',
  'Nhà trường chưa trả học bạ của cháu Đặng Minh Châu.',
  'Lịch tuyển sinh vào lớp 1 năm nay thay đổi thế nào?',
  'Cháu bị dị ứng, suất ăn bán trú có đổi được không?',
];

/** The cookie of somebody who is logged in at the filled state, and who that is. */
export const STAFF = { name: 'lan', sessionId: 'measured-session' } as const;

/**
 * Open tickets of that many citizens, each with a few lines of talk, and a log-in for {@link STAFF}: five are urgent, a
 * third is held by {@link STAFF}, half are late, a tenth as many are closed.
 */
export async function fillTickets(engine: StateEngine, count: number, now: number): Promise<void> {
  const { records, staff } = engine;
  await staff.save(anAccount({ name: STAFF.name, role: 'spokesperson' }));
  const session = { staffName: STAFF.name, openedAt: now, lastUsedAt: now, expiresAt: now + 4 * HOUR };
  await staff.openSession(STAFF.sessionId, aSession(session));
  const all = Array.from({ length: count + Math.floor(count / 10) }, (_, index) => index);
  for (let start = 0; start < all.length; start += TOGETHER) {
    await Promise.all(all.slice(start, start + TOGETHER).map((index) => fillOne(index)));
  }

  async function fillOne(index: number): Promise<void> {
    const openedAt = now - (index + 1) * MINUTE;
    const question = `${MATTERS[index % MATTERS.length]} (người thứ ${index})`;
    const result = await records.commit(
      aTurn({
        conversationId: `web:web:measured-${index}`,
        at: openedAt,
        heard: [{ author: 'citizen', text: question, at: openedAt }],
        ticket: {
          kind: 'open',
          topic: TOPICS[index % TOPICS.length] ?? null,
          priority: index < 5 ? 'urgent' : index % 7 === 0 ? 'high' : 'normal',
          question,
          dueAt: openedAt + (count / 2) * MINUTE,
        },
        owner: 'queue',
      }),
    );
    if (!result.ok || result.ticket === null) throw new Error('A ticket was not opened.');
    const { id } = result.ticket;
    if (index >= count) await records.close(id, { staffName: STAFF.name, note: 'Xong', farewell: null, at: now });
    else if (index % 3 === 1) await records.claim(id, STAFF.name, openedAt + 1);
  }
}
