/** What is told of a kept value that cannot be read: what it is, what holds meanwhile, and what mends it. */
export const UNREADABLE_VALUES = {
  switch:
    'Công tắc của trợ lý không đọc được, nên trợ lý đang im lặng và mọi tin nhắn chuyển đến cán bộ. Anh/chị bật lại ở trang Tạm dừng trợ lý, hay chạy npm run admin -- bot on.',
  calendar:
    'Lịch làm việc đã lưu không đọc được, nên đang dùng giờ hành chính thông thường. Anh/chị lưu lại lịch, hoặc quay về một phiên bản trước ở trang Lịch làm việc.',
  topics:
    'Cài đặt chủ đề và câu trả lời cố định không đọc được. Trợ lý đang dùng bản đọc được gần nhất, hoặc bản có sẵn nếu vừa khởi động. Anh/chị sửa lại ở trang Chủ đề và câu trả lời: lần lưu đầu tiên bắt đầu từ bản có sẵn.',
  approval:
    'Cài đặt duyệt trước khi gửi không đọc được. Trợ lý đang dùng bản đọc được gần nhất; nếu vừa khởi động thì không câu nào chờ duyệt. Anh/chị lưu lại ở trang Duyệt trước khi gửi.',
  statements:
    'Các phát ngôn của cơ quan không đọc được trọn vẹn; chỉ những lời còn đọc được mới hiện và được dùng. Anh/chị soạn lại lời còn thiếu, hoặc khôi phục bản sao lưu. Bản hỏng được cất riêng khi anh/chị lưu.',
  admission:
    'Danh sách bảng tuyển sinh đã công bố không đọc được, nên trợ lý chỉ trả lời từ văn bản. Anh/chị công bố lại bảng, hoặc quay về một phiên bản trước ở trang Bảng tuyển sinh theo tuyến.',
  admissionTable:
    'Một bảng tuyển sinh đã công bố không đọc được, nên không được dùng để trả lời. Anh/chị công bố lại bảng của năm học đó ở trang Bảng tuyển sinh theo tuyến.',
  admissionDraft: 'Bảng tuyển sinh chờ công bố không đọc được. Anh/chị tải tệp lên lại.',
  history:
    'Lịch sử thay đổi không đọc được trọn vẹn; chỉ những lần còn đọc được mới hiện. Nhật ký vẫn ghi đủ ai đã đổi gì. Lịch sử được ghi lại từ lần lưu tiếp theo.',
  canned:
    'Câu trả lời mẫu không đọc được trọn vẹn; chỉ những câu còn đọc được mới hiện. Anh/chị thêm lại câu còn thiếu, hoặc khôi phục bản sao lưu. Bản hỏng được cất riêng khi anh/chị lưu.',
  replyDrafts:
    'Danh sách phiếu vừa đóng chờ rút bản nháp trả lời không đọc được trọn vẹn. Không cần làm gì: danh sách được ghi lại khi có phiếu đóng tiếp theo; phiếu đã mất khỏi danh sách thì không có bản nháp.',
  weeks:
    'Số đếm các tuần không đọc được trọn vẹn, nên dự kiến tuần tới chỉ dựa vào các tuần còn đọc được. Hệ thống tự đếm lại từ sổ ghi khi khởi động hoặc trong vòng một giờ; tuần nào lời đã hết hạn lưu thì không đếm lại được.',
  radar:
    'Kết quả radar đã lưu không đọc được trọn vẹn; chỉ những gì còn đọc được mới hiện. Hệ thống tự ghi lại ở lần xem tiếp theo, trong vòng năm phút.',
  report:
    'Báo cáo đã lưu của một tháng không đọc được. Anh/chị khôi phục bản sao lưu, hoặc lấy lại số liệu để lập dự thảo mới ở trang Báo cáo tháng (bản hỏng được cất riêng). Báo cáo của tháng khác không so sánh với tháng này được.',
  reportFiles:
    'Tệp đã lưu trữ của một báo cáo không đọc được. Tệp tải về được lập lại từ số liệu và lời đã duyệt, nên mã của tệp có thể khác mã trong nhật ký. Muốn có tệp gốc, anh/chị khôi phục bản sao lưu.',
  letterhead:
    'Thể thức văn bản của báo cáo không đọc được, nên dự thảo đang dùng thể thức có sẵn và chưa duyệt được báo cáo. Anh/chị lưu lại thể thức ở trang Báo cáo tháng.',
  trace:
    'Dấu vết gửi nhận của một kênh không đọc được. Không cần làm gì: dấu vết được ghi lại khi có tin tiếp theo của kênh đó.',
  zaloTokens:
    'Mã truy cập Zalo đã lưu không đọc được, nên chưa gửi được tin Zalo. Người quản trị OA cấp quyền lại: npm run admin -- zalo authorise.',
  paidQuota:
    'Ghi chép về tin Zalo bị tính tiền gần nhất không đọc được. Không cần làm gì: được ghi lại ở lần bị tính tiền tiếp theo.',
  deletion:
    'Thời điểm nhận một yêu cầu xóa dữ liệu của Meta không đọc được; việc xóa không bị ảnh hưởng. Muốn có lại thời điểm đó, anh/chị khôi phục bản sao lưu.',
  key: 'Khóa lưu cùng dữ liệu bị hỏng, nên máy chủ không khởi động. Anh/chị khôi phục bản sao lưu (npm run admin -- restore TỆP), không tự viết khóa khác: những gì khóa đã niêm phong chỉ mở được bằng chính khóa đó.',
} as const;
