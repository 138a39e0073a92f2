/** Words of the commands of the monthly report. */
export const REPORT_COMMAND = {
  description: 'Báo cáo tháng',
  month: 'Lập báo cáo của một tháng ra tệp Word và bảng tính; có LibreOffice thì thêm PDF',
  monthName: 'tháng, ví dụ 2026-11',
  out: 'thư mục ghi tệp',
  retake: 'lấy lại số liệu cho bản dự thảo; lời đã sửa được giữ',
  data: 'thư mục dữ liệu',
  approve: 'Duyệt bản dự thảo: số liệu và lời không đổi nữa',
  number: 'số của văn bản',
  archive: 'Lưu trữ báo cáo đã duyệt: giữ nguyên từng byte của tệp',
  badMonth: 'Viết tháng như 2026-11.',
  fixed: 'Báo cáo tháng này đã duyệt nên số liệu không đổi nữa. Chạy lại không có --retake.',
  unreadable:
    'Báo cáo đã lưu của tháng này không đọc được. Khôi phục bản sao lưu, hoặc chạy lại với --retake để lập dự thảo mới (bản cũ được cất riêng).',
  none: 'Tháng này chưa có báo cáo. Chạy: npm run admin -- report month <tháng>',
  approved: 'Đã duyệt báo cáo.',
  archived: 'Đã lưu trữ báo cáo.',
  refused: {
    early: 'Tháng này chưa bắt đầu nên chưa có gì để báo cáo.',
    'no-letterhead': 'Thể thức văn bản đã lưu không đọc được; lưu lại thể thức ở trang Báo cáo tháng rồi duyệt.',
    stale: 'Báo cáo không ở bước này (dự thảo → duyệt → lưu trữ), hoặc người khác vừa đổi.',
  },
  states: { draft: 'dự thảo', approved: 'đã duyệt', archived: 'đã lưu trữ' },
  written: (state: string, turns: number) => `Báo cáo ${state}, ${turns.toLocaleString('vi-VN')} lượt hỏi trong tháng.`,
  poorFont:
    'Máy thiếu phông có đủ chữ Việt để thay Times New Roman nên chữ trong bản PDF không đều và không tìm được; cài gói fonts-liberation2 (Debian 12) hoặc phông Times New Roman rồi chạy lại, hoặc xuất PDF từ Word.',
  noPdf: 'Máy không có LibreOffice nên không có bản PDF; mở tệp Word rồi xuất PDF khi cần.',
} as const;
