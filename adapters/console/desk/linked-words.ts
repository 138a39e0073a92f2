/** Words of a ticket's page about conversations that the citizen linked with this one. */
export const LINKED = {
  label: 'Lịch sử hiển thị',
  own: (channel: string) => `Chỉ kênh này (${channel})`,
  all: (count: number) => `Cả ${count} cuộc trò chuyện đã liên kết`,
  rule: 'Người dân tự liên kết các cuộc trò chuyện này bằng mã dùng một lần và bỏ lúc nào cũng được; cán bộ không liên kết thay. Câu trả lời chỉ gửi tới kênh của phiếu này.',
} as const;
