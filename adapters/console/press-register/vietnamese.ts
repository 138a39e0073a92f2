/** Words of the register of requests of the press. */
export const PRESS_REGISTER = {
  title: 'Sổ báo chí',
  lead: 'Các yêu cầu của báo chí, ai hỏi, liên hệ thế nào và cần trước khi nào. Chỉ người phát ngôn được trả lời.',
  none: 'Chưa có yêu cầu nào của báo chí.',
  csv: 'Tải về bảng tính (CSV)',
  truncated: (count: number) => `Chỉ hiện ${count} phiếu đóng gần nhất và ${count} phiếu đang mở đầu danh sách.`,
  columns: {
    number: 'Phiếu',
    opened: 'Nhận lúc',
    outlet: 'Cơ quan báo chí',
    contact: 'Liên hệ',
    deadline: 'Cần trước',
    question: 'Nội dung hỏi',
    state: 'Trạng thái',
    assignee: 'Người nhận',
    released: 'Lời đã phát ngôn',
  },
  unknown: 'Chưa nêu',
} as const;
