import { describe, expect, it } from 'vitest';
import { approved, dismissed, proposed, takenUp } from '../../bot/corrections/correction-changes.ts';
import { correctionMessage, draftIntro, draftWords } from '../../bot/corrections/correction-words.ts';
import { aCorrection } from '../builders/corrections.ts';

const WRITTEN = { intro: 'Dạ, em xin đính chính.', words: ['Nay là 38.000 đồng theo 60/2026/NQ-HĐND.'] };

describe('a correction', () => {
  it('is written by one person and approved by another', () => {
    const written = proposed(aCorrection(), 'lan', WRITTEN, 9);
    if (!written.ok) throw new Error('refused');
    expect(written.correction).toMatchObject({ state: 'proposed', author: 'lan', version: 2 });
    expect(approved(written.correction, 'lan', 10)).toEqual({ ok: false, problem: { kind: 'own-words' } });
    expect(approved(written.correction, 'minh', 10)).toMatchObject({ ok: true, correction: { state: 'approved' } });
    expect(approved(aCorrection(), 'minh', 10)).toEqual({ ok: false, problem: { kind: 'not-now' } });
  });

  it('says no amount, day or number that the passage of today does not hold', () => {
    const wrong = proposed(aCorrection(), 'lan', { ...WRITTEN, words: ['Nay là 39.000 đồng từ 01/12/2026.'] }, 9);
    expect(wrong).toEqual({ ok: false, problem: { kind: 'figures', figures: ['39.000', '1/12/2026'] } });
    const old = proposed(aCorrection(), 'lan', { ...WRITTEN, words: ['Trước là 35.000 đồng.'] }, 9);
    expect(old).toMatchObject({ problem: { figures: ['35.000'] } });
  });

  it('is drafted in words that may go out as they are', () => {
    const correction = aCorrection();
    const [change] = correction.changes;
    if (change === undefined) throw new Error('no change');
    const drafted = { intro: draftIntro(change.told, correction), words: [draftWords(change)] };
    expect(proposed(correction, 'lan', drafted, 9)).toMatchObject({ ok: true });
    expect(
      proposed(
        { ...correction, changes: [{ ...change, now: null }] },
        'lan',
        { ...drafted, words: [draftWords({ ...change, now: null })] },
        9,
      ),
    ).toMatchObject({ ok: true });
    expect(correctionMessage({ intro: drafted.intro }, [{ ...change, words: drafted.words[0] ?? '' }])).toBe(
      [
        'Dạ, em xin đính chính. Trước đây em đã trả lời anh/chị theo 58/2025/NQ-HĐND. Văn bản này đã được thay thế bởi 60/2026/NQ-HĐND.',
        'Nội dung hiện nay:\nMức thu tiền ăn bán trú của học sinh là 38.000 đồng một ngày.\nNguồn: Điều 5, 60/2026/NQ-HĐND (hiệu lực từ 01/09/2026).',
        'Anh/chị cần hỏi thêm thì nhắn cho em, hoặc chọn "Gặp cán bộ" ạ.',
      ].join('\n\n'),
    );
  });

  it('is put aside with a reason, and must be approved anew when it is taken up', () => {
    const going = aCorrection({ state: 'approved', author: 'lan', decidedBy: 'minh', decidedAt: 9 });
    expect(dismissed(going, 'minh', '', 10)).toEqual({ ok: false, problem: { kind: 'no-reason' } });
    const aside = dismissed(going, 'minh', 'chờ văn bản', 10);
    if (!aside.ok) throw new Error('refused');
    expect(takenUp(aside.correction)).toMatchObject({ correction: { state: 'draft', author: null, reason: null } });
    expect(takenUp(going)).toMatchObject({ ok: false });
  });
});
