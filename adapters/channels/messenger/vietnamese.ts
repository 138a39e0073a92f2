/** The page on which a person sees how far the deletion of their data is. */
export const DELETION = {
  title: 'Yêu cầu xóa dữ liệu',
  code: 'Mã xác nhận',
  receivedAt: 'Nhận lúc',
  unknownMoment: 'Không còn đọc được thời điểm nhận',
  state: 'Trạng thái',
  open: 'Đã tiếp nhận, cán bộ đang xử lý',
  done: 'Đã xử lý xong',
  explanation:
    'Yêu cầu được gửi từ Facebook. Anh/chị giữ mã xác nhận này; nếu cần hỏi thêm, xin nhắn tin cho trang kèm mã và chọn "Gặp cán bộ".',
} as const;

/** What the Page says before anybody writes: greeting up to 160 characters, menu titles up to 30. */
export const PROFILE = {
  greeting:
    'Trợ lý tự động của Giáo dục Ba Đình trả lời theo văn bản chính thức, có nêu nguồn. Cần gặp người, anh/chị gõ "gặp cán bộ".',
  capabilities: 'Trợ lý hỏi được gì?',
} as const;

/** Names for administrators of the profile's fields, which are those of the Messenger Profile API. */
export const PROFILE_PARTS = {
  get_started: 'nút Bắt đầu',
  greeting: 'lời chào',
  ice_breakers: 'câu hỏi gợi ý',
  persistent_menu: 'menu cố định',
} as const;
