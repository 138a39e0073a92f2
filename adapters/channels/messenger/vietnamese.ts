/** The page on which a person sees how far the deletion of their data is. */
export const DELETION = {
  title: 'Yêu cầu xóa dữ liệu',
  code: 'Mã xác nhận',
  receivedAt: 'Nhận lúc',
  state: 'Trạng thái',
  open: 'Đã tiếp nhận, cán bộ đang xử lý',
  done: 'Đã xử lý xong',
  explanation:
    'Yêu cầu được gửi từ Facebook. Anh/chị giữ mã xác nhận này; nếu cần hỏi thêm, xin nhắn tin cho trang kèm mã và chọn "Gặp cán bộ".',
} as const;
