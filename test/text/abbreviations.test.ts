import { describe, expect, it } from 'vitest';
import { ABBREVIATIONS } from '../../knowledge/text/abbreviation-table.ts';
import { expandAbbreviations } from '../../knowledge/text/abbreviations.ts';
import { fold } from '../../knowledge/text/normalise.ts';

describe('abbreviations', () => {
  it.each([
    ['hs trái tuyến cần giấy tờ j ạ', 'học sinh trái tuyến cần giấy tờ gì ạ'],
    ['nộp hs ở đâu', 'nộp hồ sơ ở đâu'],
    ['hp trg mn clc', 'học phí trường mầm non chất lượng cao'],
    ['mn ơi cho e hỏi', 'mọi người ơi cho em hỏi'],
    ['bao nhiu 1 tháng', 'bao nhiêu 1 tháng'],
    ['con vào lớp 1 k ạ', 'con vào lớp 1 không ạ'],
    ['thu 20 k 1 tiết', 'thu 20 k 1 tiết'],
    ['đk gì để xét hb', 'điều kiện gì để xét học bổng'],
    ['rút hb cho con', 'rút học bạ cho con'],
    ['đk nv1 rồi', 'đăng ký nguyện vọng 1 rồi'],
    ['con học c2 rồi', 'con học cấp 2 rồi'],
    ['tiền ăn bt', 'tiền ăn bán trú'],
    ['em thấy bt mà', 'em thấy bình thường mà'],
    ['thi ở môn thứ 3 v ạ', 'thi ở môn thứ 3 vậy ạ'],
    ['ubnd và hdnd phường', 'ủy ban nhân dân và hội đồng nhân dân phường'],
    ['gvcn báo ph họp', 'giáo viên chủ nhiệm báo phụ huynh họp'],
    ['e ở ktx, csvc tốt', 'em ở ký túc xá, cơ sở vật chất tốt'],
    ['đại học qđ xong', 'đại học quyết định xong'],
  ])('«%s» reads «%s»', (short, long) => {
    expect(expandAbbreviations(short)).toBe(long);
  });

  it.each(['Nghị quyết 58/2025/NQ-HĐND', 'thông tư 30/2024/TT-BGDĐT quy định', 'lớp 6A', 'vitamin k'])(
    'leaves «%s» as it is',
    (text) => {
      expect(expandAbbreviations(text)).toBe(text);
    },
  );

  it('are written in lower case, never mean themselves, and no meaning hides a later one', () => {
    const unconditional = new Set<string>();
    const wrong = ABBREVIATIONS.flatMap(({ short, long, after, before, notAfter, atEnd, letters }) =>
      short.split(' ').flatMap((form) => {
        const hidden = unconditional.has(form);
        if (!after && !before && !notAfter && !atEnd && !letters) unconditional.add(form);
        return form !== form.toLowerCase() || fold(form) === fold(long) || hidden ? [`${form} → ${long}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('names its neighbours in folded words', () => {
    const wrong = ABBREVIATIONS.flatMap(({ after = '', before = '', notAfter = '' }) =>
      `${after} ${before} ${notAfter}`.split(' ').filter((word) => word !== fold(word)),
    );
    expect(wrong).toEqual([]);
  });
});
