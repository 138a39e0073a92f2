/** Words of the part of a ticket's page that shows where misuse of the page led the citizen. */
export const ABUSE = {
  title: 'Bậc nhắc nhở',
  rung: (rung: number) => `Bậc ${rung} trên 4`,
  meanings: {
    1: 'Trợ lý đã nhắc giữ lời lẽ lịch sự và cách được hỗ trợ.',
    2: 'Trợ lý đã nói chỉ trả lời việc về giáo dục, và trả lời ngắn gọn trong 30 phút.',
    3: 'Trợ lý đã báo không đáp lại tin chỉ có lời xúc phạm, quảng cáo hoặc gửi lặp lại trong 1 giờ.',
    4: 'Trợ lý đã báo không đáp lại tin chỉ có lời xúc phạm, quảng cáo hoặc gửi lặp lại trong 24 giờ.',
  },
  since: (moment: string) => `Từ ${moment}`,
  until: (moment: string) => `Còn hiệu lực đến ${moment}`,
  rule: 'Câu hỏi về giáo dục, tin về trẻ gặp nguy hiểm, phản ánh, yêu cầu gặp cán bộ và quyền về dữ liệu luôn được trả lời. Sau mỗi 24 giờ yên, tự hạ một bậc.',
  lift: 'Bỏ bậc nhắc nhở',
} as const;
