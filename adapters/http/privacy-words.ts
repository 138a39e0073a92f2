/** Words of the page that says what becomes of citizens' data. */
export const PRIVACY_PAGE = {
  title: 'Dữ liệu cá nhân của anh/chị',
  description: 'Hệ thống giữ những gì, để làm gì, trong bao lâu, và anh/chị có quyền gì.',
  controller: 'Bên kiểm soát dữ liệu',
  address: 'Địa chỉ',
  contact: 'Liên hệ về dữ liệu cá nhân',
  purpose: {
    title: 'Để làm gì',
    text: 'Tin nhắn được dùng để trả lời câu hỏi về giáo dục theo văn bản chính thức, và để cán bộ giải quyết việc anh/chị nhờ. Không dùng để quảng cáo, không bán, không lập hồ sơ về cá nhân.',
  },
  kept: {
    title: 'Giữ những gì',
    text: 'Tin nhắn và câu trả lời, mã tài khoản nhắn tin, phiếu việc của cán bộ, đánh giá câu trả lời. Tên, số điện thoại, địa chỉ, số giấy tờ được che; chỉ cán bộ giữ phiếu xem được lời gốc và mỗi lần xem được ghi lại.',
  },
  time: {
    title: 'Trong bao lâu',
    days: (days: number) =>
      `Nội dung tự xóa sau ${days.toLocaleString('vi-VN')} ngày; việc đang giải quyết được giữ đến khi xong. Khi pháp luật yêu cầu, cơ quan có thể tạm giữ lâu hơn.`,
    forEver:
      'Nội dung được giữ đến khi anh/chị yêu cầu xóa; việc đang giải quyết được giữ đến khi xong. Khi pháp luật yêu cầu, cơ quan có thể tạm giữ lâu hơn.',
  },
  linking: {
    title: 'Khi anh/chị liên kết các cuộc trò chuyện',
    text: 'Chỉ khi anh/chị tự gửi mã “liên kết tài khoản” từ nơi này sang nơi kia (Messenger, Zalo, web), cán bộ mới xem chung lịch sử các nơi đó, và yêu cầu xóa ở một nơi xóa cả các nơi kia. Gõ “hủy liên kết” là thôi ngay.',
  },
  rights: {
    title: 'Anh/chị có quyền gì',
    text: 'Xem những gì được giữ, nhận bản sao, sửa, xóa, rút lại sự đồng ý. Trong cuộc trò chuyện, anh/chị gõ “xem dữ liệu của tôi” hoặc “xóa dữ liệu của tôi”; hoặc liên hệ theo địa chỉ ở trên.',
  },
} as const;
