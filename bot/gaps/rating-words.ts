/**
 * Whole messages, folded and without marks and courtesies, that say of the answer before them that it is wrong. Short
 * and closed: anything longer may be a new question or a complaint, and is read as one.
 */
export const WRONG_ANSWER: ReadonlySet<string> = new Set(
  `sai; sai roi; sai bet; sai thong tin; thong tin sai; khong dung; chua dung; khong dung roi; chua dung roi;
  cau tra loi sai; cau tra loi sai roi; cau tra loi khong dung; cau tra loi chua dung; tra loi sai; tra loi sai roi;
  tra loi khong dung; tra loi chua dung; khong dung cau hoi; khong dung y; khong dung y toi; khong dung y em;
  chua dung y; chua dung y toi; chua dung y em; tra loi khong dung cau hoi; tra loi lac de; lac de; lac de roi;
  khong phai cai toi hoi; khong phai cai em hoi; toi khong hoi cai nay; em khong hoi cai nay; khong lien quan`
    .split(';')
    .map((words) => words.trim().replace(/\s+/g, ' ')),
);

/** What the citizen reads after rating an answer. */
export const RATING_REPLIES = {
  up: 'Dạ, em cảm ơn anh/chị đã cho biết ạ.',
  down: 'Dạ, em xin lỗi vì câu trả lời chưa đúng. Em đã ghi lại để cán bộ xem. Anh/chị cho em biết chưa đúng ở điểm nào, hoặc chọn "Gặp cán bộ" ạ.',
  reason: 'Dạ, em đã ghi lại để cán bộ xem và sửa. Anh/chị cần câu trả lời ngay thì chọn "Gặp cán bộ" ạ.',
} as const;
