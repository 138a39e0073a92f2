/** Words of the part of a ticket's page that keeps a citizen's data from retention and erasure. */
export const HOLD = {
  title: 'Tạm giữ dữ liệu',
  lead: 'Khi pháp luật yêu cầu giữ lại (khiếu nại, thanh tra, điều tra). Trong lúc tạm giữ, mọi dữ liệu của người dân này trên kênh này không hết hạn và không xóa được; ai yêu cầu xóa sẽ được trả lời là đang tạm giữ.',
  reason: 'Lý do (5 đến 500 ký tự; người dân không thấy)',
  until: 'Ngày cuối cùng (để trống: đến khi bỏ)',
  place: 'Tạm giữ',
  change: 'Đổi lý do hoặc thời hạn',
  save: 'Lưu',
  release: 'Bỏ tạm giữ',
  releaseRule: 'Yêu cầu xóa đang chờ sẽ được thực hiện ngay và không lấy lại được.',
  linked:
    'Người dân đã liên kết cuộc trò chuyện này với những nơi dưới đây. Tạm giữ ở đây không giữ dữ liệu ở đó: người dân vẫn xóa được ở từng nơi không bị tạm giữ.',
  linkedHeld: (isHeld: boolean, until: string | null) =>
    !isHeld ? 'không tạm giữ' : until === null ? 'đang tạm giữ' : `đang tạm giữ đến hết ngày ${until}`,
  holdLinked: 'Tạm giữ cả ở các cuộc trò chuyện đã liên kết (nơi đang tạm giữ vì lý do khác thì giữ nguyên)',
  releaseLinked: 'Bỏ cả tạm giữ cùng lý do ở các cuộc trò chuyện đã liên kết',
  held: (until: string | null) =>
    until === null ? 'Dữ liệu đang được tạm giữ.' : `Dữ liệu đang được tạm giữ đến hết ngày ${until}.`,
  by: (name: string, day: string) => `${name}, ngày ${day}`,
} as const;
