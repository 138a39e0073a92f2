const MIDDLE = ['Gia', 'Minh', 'Thị Thu', 'Đức', 'Khánh', 'Bảo', 'Hoàng', 'Ngọc', 'Tuấn', 'Phương'];
const GIVEN = ['Hân', 'Khôi', 'Trang', 'Kiên', 'Ngân', 'Châu', 'Diệp', 'Huy', 'Quyên', 'Thảo', 'Vinh'];
const SURNAMES = ['Nguyễn', 'Trần', 'Phạm', 'Vũ', 'Đặng', 'Bùi', 'Hoàng'];

/** One made-up message, and every piece of personal data in it as it was written. */
export interface PlantedMessage {
  readonly text: string;
  readonly planted: readonly string[];
  /** Comes from somebody who says nothing else, so that no matter of theirs lies with staff. */
  readonly alone?: true;
  /** What the same person says once the first words were answered. */
  readonly afterwards?: string;
}

/** A matter of which the office says that people should wait, as key words of a statement. */
export const STATED_MATTER = 'trường Hoa Sen + giải thể';

/** The `index`th of any number of different messages, of all kinds that bring personal data. The same each time. */
export function plantedMessage(index: number): PlantedMessage {
  const seven = String((index * 7_919 + 1_234_567) % 10_000_000).padStart(7, '0');
  const pick = (words: readonly string[], step: number) => words[Math.floor(index / step) % words.length] ?? '';
  const name = `${pick(SURNAMES, 1)} ${pick(MIDDLE, 7)} ${pick(GIVEN, 3)}`;
  const other = `${pick(SURNAMES, 4)} ${pick(MIDDLE, 2)} ${pick(GIVEN, 5)}`;
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('Đ', 'D')
    .replaceAll('đ', 'd');
  const phone = `09${seven.slice(0, 1)}${seven}`;
  const apart = [...phone].join(' ');
  const dotted = `${phone.slice(0, 4)}.${phone.slice(4, 7)}.${phone.slice(7)}`;
  const identity = `00118${seven}`;
  const email = `ph.${seven}@example.org`;
  const address = `số ${(index % 97) + 100} ngõ ${(index % 83) + 200} phố Đội Cấn`;
  const account = `19036${seven}11`;
  const forms: readonly PlantedMessage[] = [
    { text: `Cho em hỏi tiền ăn bán trú, sđt em là ${phone}`, planted: [phone] },
    { text: `con em là ${name}, học phí lớp 1 bao nhiêu ạ`, planted: [name] },
    { text: `cho em gặp cán bộ, gọi em số ${apart}`, planted: [apart, phone] },
    { text: `Số CCCD của tôi là ${identity}, nhờ kiểm tra hồ sơ`, planted: [identity] },
    { text: `gửi mẫu đơn chuyển trường vào ${email} giúp em`, planted: [email] },
    { text: `nhà em ở ${address} thì học trường nào`, planted: [address] },
    { text: `chau ten ${plain.toLowerCase()} lop 3a chua co sach`, planted: [plain.toLowerCase()] },
    { text: `stk ${account} Techcombank hoàn tiền giúp em`, planted: [account] },
    { text: `tôi tên ${name}, ${dotted}, khiếu nại cô giáo đánh học sinh`, planted: [name, dotted, phone] },
    { text: `mã học sinh ${seven}01 của bé ${name} không đăng nhập được`, planted: [`${seven}01`, name] },
    { text: `cứu với, bé ${name} bị bố đánh chảy máu ở ${address}, gọi ${phone}`, planted: [name, address, phone] },
    { text: `Vay tiền nhanh lãi suất thấp, liên hệ Zalo ${dotted}`, planted: [dotted, phone] },
    { text: `đồ chó, gọi cho tao số ${phone}, tao là ${name}`, planted: [phone, name] },
    // Names alone, from people of their own: whoever writes a number is handed to staff before anything is looked for.
    ...namesAlone(name, other),
  ];
  return forms[index % forms.length] ?? { text: '', planted: [] };
}

function namesAlone(name: string, other: string): readonly PlantedMessage[] {
  const messages: readonly PlantedMessage[] = [
    { text: `cho hỏi trường Hoa Sen giải thể thật không, bé ${name} đang học ở đó`, planted: [name] },
    {
      text: `Mọi người ơi nghe nói phường mình sắp bỏ hết lớp bán trú từ tháng sau, phụ huynh phải tự đón con buổi trưa, cháu ${name} biết về với ai`,
      planted: [name],
    },
    { text: `tôi tên ${name}, nhắc tôi trước hạn nộp hồ sơ lớp 1`, planted: [name], afterwards: 'đồng ý' },
    { text: `em tên ${name}, tiền ăn bán trú bữa trưa tối đa bao nhiêu ạ`, planted: [name] },
    { text: `bé ${other} nhà em muốn học bơi thì trường nào dạy ạ`, planted: [other] },
    { text: `con tôi là ${name}, hs trái tuyến cần giấy tờ gì ạ`, planted: [name] },
  ];
  return messages.map((message) => ({ ...message, alone: true }));
}
