import { describe, expect, it } from 'vitest';
import { tellsForceUnasked } from '../../knowledge/question/asked-force.ts';

const FORCE = '1. Thông tư này có hiệu lực thi hành từ ngày 10 tháng 6 năm 2026.';

describe('a passage that tells from when its text holds', () => {
  it.each([
    ['bao giờ thi vào lớp 10', FORCE],
    ['khi nào nghỉ hè', 'Nghị quyết này có hiệu lực từ ngày 08 tháng 12 năm 2025.'],
    ['bao giờ nộp hồ sơ', 'Điều 10. Hiệu lực thi hành 1. Nghị định này có hiệu lực kể từ ngày 15/7/2026.'],
  ])('does not answer «%s»', (question, passage) => {
    expect(tellsForceUnasked(question, passage)).toBe(true);
  });

  it.each([
    ['thông tư 46 có hiệu lực từ khi nào', FORCE],
    ['quy định mới áp dụng từ bao giờ', FORCE],
    ['thông tư 30 bị thay thế chưa', FORCE],
    ['bao giờ thi vào lớp 10', 'Kỳ thi vào lớp 10 diễn ra ngày 07 tháng 6 năm 2026.'],
  ])('may answer «%s», and another passage may', (question, passage) => {
    expect(tellsForceUnasked(question, passage)).toBe(false);
  });
});
