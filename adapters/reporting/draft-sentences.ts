/** Sentences that a draft of the report is made of; staff edit them. */
export const DRAFT_SENTENCES = {
  tooFew: 'Trong tháng có quá ít người hỏi để nhận xét.',
  volume: (turns: string, people: string, change: number | null) =>
    `Hệ thống tiếp nhận ${turns} lượt hỏi của ${people} người${comparedInWords(change)}.`,
  displeased: (turns: string, change: number | null) =>
    `Có ${turns} lượt tỏ ý không hài lòng${comparedInWords(change)}.`,
  matters: (matters: string) => `Người dân hỏi nhiều nhất về: ${matters}.`,
  allInTime: 'Không có phiếu nào trả lời trễ hạn.',
  missed: (count: string) => `Có ${count} phiếu trả lời lần đầu trễ hạn.`,
  addDocuments: (matters: string) =>
    `Bổ sung văn bản hoặc hướng dẫn chính thức về: ${matters}, vì hệ thống chưa có căn cứ để trả lời.`,
  lowAnswered: 'Rà soát kho văn bản: tỷ lệ câu hỏi có căn cứ trả lời dưới 70%.',
  publish: (matters: string) => `Đăng thông báo chung trên trang về nội dung tăng mạnh: ${matters}.`,
  staffing: 'Bố trí thêm người trực hoặc phân lại phiếu ở những giờ nhiều phiếu để không trễ hạn.',
  openCrises: (count: string) => `Tiếp tục xử lý dứt điểm ${count} vụ việc khẩn cấp chưa đóng.`,
  nothing: 'Không có đề xuất.',
} as const;

function comparedInWords(change: number | null): string {
  if (change === null) return '';
  return `, ${change >= 0 ? 'tăng' : 'giảm'} ${Math.abs(change)}% so với tháng trước`;
}
