/** Words of the forecast of next week on the page of the radar. */
export const NEXT_WEEK = {
  title: (from: string, until: string) => `Tuần tới người dân có thể hỏi gì (${from} – ${until})`,
  noDates:
    'Không đọc được bảng tuyển sinh đã công bố, nên dự kiến dưới đây chưa tính các mốc tuyển sinh. Anh/chị công bố lại bảng ở trang Bảng tuyển sinh.',
  noLastYear: 'Chưa có số liệu tuần này năm trước, nên chưa tính được mùa vụ; chỉ dựa vào các tuần gần đây.',
  noRecent: 'Chưa đủ bốn tuần trọn vẹn có tin nhắn để ước lượng.',
  nothing: 'Chưa thấy nội dung nào có thể được hỏi nhiều.',
  dayOff: (day: string, reason: string) => `${day} cơ quan nghỉ: ${reason}.`,
  columns: { matter: 'Nội dung', expected: 'Dự kiến', why: 'Vì sao', ready: 'Cần có sẵn' },
  about: (turns: number) => `khoảng ${turns} câu`,
  range: (low: number, high: number) => (low === high ? `thường ${low}` : `thường từ ${low} đến ${high}`),
  unknown: 'chưa ước lượng được',
  step: ({ step, days, source }: { readonly step: string; readonly days: string; readonly source: string }) =>
    `Mốc ${step}, ${days} (${source}).`,
  sample: 'số liệu mẫu',
  dateAlone: 'Có mốc thì câu hỏi thường tăng; chưa có năm trước để biết tăng bao nhiêu.',
  recent: 'Theo bốn tuần gần nhất.',
  lastYearFew: (asked: number) =>
    `Tuần này năm trước ${asked === 0 ? 'không có câu nào' : `chỉ có ${asked} câu`}, quá ít để so.`,
  season: (from: string, asked: number) =>
    `Tuần từ ${from} có ${asked} câu, tính thêm mức tăng giảm của ba tuần gần nhất so với năm trước.`,
  seasonOfStep: (from: string, asked: number, step: string) =>
    `Tuần từ ${from} có cùng mốc “${step}”: ${asked} câu, tính thêm mức tăng giảm của ba tuần gần nhất so với năm trước.`,
  document: 'Có văn bản:',
  noDocument: 'Chưa có văn bản nói về nội dung này',
  answered: (answered: number, asked: number) => `Bốn tuần qua trả lời được ${answered}/${asked} câu từ văn bản.`,
  gaps: 'Câu hỏi còn chờ soạn câu trả lời:',
} as const;
