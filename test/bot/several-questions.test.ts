import { describe, expect, it } from 'vitest';
import { startAskedBot } from '../builders/asked-bot.ts';
import { aDocument, aPassage } from '../builders/documents.ts';

const ADMISSION = aDocument({ id: 'admission', number: '1/2026/TT-BGDĐT' });
const FEES = aDocument({ id: 'fees', number: '2/2026/NQ-HĐND', kind: 'Nghị quyết', title: 'Quy định về khoản thu' });

function startBot() {
  return startAskedBot(
    [ADMISSION, FEES],
    [
      aPassage('Hồ sơ nhập học lớp 1 gồm: đơn đăng ký; bản sao giấy khai sinh.', {
        id: 'admission#1',
        documentId: 'admission',
        address: 'Điều 4',
      }),
      aPassage('Mức học phí tiểu học là 155.000 đồng một tháng.', { id: 'fees#1', documentId: 'fees' }),
      aPassage('Học sinh mặc đồng phục vào thứ hai và thứ sáu.', { id: 'fees#2', documentId: 'fees' }),
    ],
  );
}

describe('several questions in one message', () => {
  it('are answered in their order, each with its own source and citation', async () => {
    const decision = await startBot().say('hồ sơ nhập học lớp 1 gồm gì và mức học phí tiểu học bao nhiêu ạ');
    expect(decision.outcome).toBe('answered');
    expect(decision.reply).toMatch(
      /1\. Về nhập học:\n.*đơn đăng ký[\s\S]*Nguồn: Điều 4, Thông tư 1\/2026[\s\S]*2\. Về học phí:\n.*155\.000[\s\S]*Nguồn: Điều 1, Nghị quyết 2\/2026/u,
    );
    expect(decision.citations.map(({ passageId }) => passageId)).toEqual(['admission#1', 'fees#1']);
    expect(decision.quickReplies.map(({ title }) => title)).toEqual(['Xem nguồn 1', 'Xem nguồn 2', 'Gặp cán bộ']);
    expect(decision.ticket).toBeNull();
  });

  it('of which one has no answer say which, and staff get that one', async () => {
    const message = 'hồ sơ nhập học lớp 1 gồm gì và xe đưa đón kayak bao nhiêu một tháng ạ';
    const decision = await startBot().say(message);
    expect(decision.outcome).toBe('answered');
    expect(decision.reply).toContain('đơn đăng ký');
    expect(decision.reply).toMatch(/2\. Về xe đưa đón: em chưa tìm thấy.*Gặp cán bộ/u);
    expect(decision.citations).toHaveLength(1);
    expect(decision.ticket).toMatchObject({ kind: 'open', question: expect.stringContaining('chưa trả lời được: ') });
  });

  it('without any answer are an honest "not found"', async () => {
    const decision = await startBot().say('xe đưa đón kayak bao nhiêu và học bổng balalaika thế nào');
    expect(decision).toMatchObject({ outcome: 'abstained', ticket: { kind: 'open' } });
  });

  it('of which one is a matter for a person are for that person', async () => {
    const decision = await startBot().say('hồ sơ nhập học lớp 1 gồm gì và cho tôi gặp cán bộ');
    expect(decision).toMatchObject({ outcome: 'escalated', topic: 'human_request' });
  });
});
