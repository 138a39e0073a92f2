import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../ingest/load/load-document.ts';
import { addressOf, leftoversOf, type Read, readText } from '../builders/read-text.ts';
import { wordBalance } from '../measures/word-balance.ts';

const texts = (document: Read) => document.passages.flatMap((passage) => passage.parts.map((part) => part.text));

describe('articles', () => {
  it.each([
    ['a letter in the number', 'Điều 7a. Tên điều\n1. Nội dung riêng.', 'Điều 7a, khoản 1'],
    ['a colon', 'Điều 5: Tên điều\n1. Nội dung riêng.', 'Điều 5, khoản 1'],
    ['capitals', 'ĐIỀU 5. TÊN ĐIỀU\n1. Nội dung riêng.', 'Điều 5, khoản 1'],
    ['the number of a legal code', 'Điều 20.1.LQ.3. Tên điều\n1. Nội dung riêng.', 'Điều 20.1.LQ.3, khoản 1'],
    ['Markdown', '### **Điều 5. Tên điều**\n\n1. Nội dung riêng.', 'Điều 5, khoản 1'],
    ['the number on the next line', 'Điều\n5. Tên điều\n\n1. Nội dung riêng.', 'Điều 5, khoản 1'],
    ['brackets after the clause number', 'Điều 5. Tên điều\n1) Nội dung riêng.', 'Điều 5, khoản 1'],
    ['points behind dashes', 'Điều 5. Tên điều\n1. Gồm:\n- a) Nội dung riêng.', 'Điều 5, khoản 1, điểm a'],
  ])('are addressed with %s', async (_name, text, address) => {
    expect(addressOf(await readText(text), 'Nội dung riêng')).toBe(address);
  });

  it('take their title from the line below the number', async () => {
    const document = await readText('Điều 5.\n\nHồ sơ tuyển sinh\n\n1. Đơn đăng ký.\n\n2. Giấy khai sinh.');
    expect(document.passages[0]?.headings).toEqual(['Điều 5. Hồ sơ tuyển sinh']);
  });

  it('keep a title that ends with a full stop when clauses follow', async () => {
    const document = await readText('Điều 2. Mức thu của các trường công lập.\n1. Mức thứ nhất.\n2. Mức thứ hai.');
    expect(document.passages[0]?.headings).toEqual(['Điều 2. Mức thu của các trường công lập.']);
    expect(texts(document)).toEqual(['1. Mức thứ nhất.', '2. Mức thứ hai.']);
  });

  it('do not begin where a sentence refers to one', async () => {
    const document = await readText(
      'Điều 1. Hỗ trợ\n1. Mức hỗ trợ cho học sinh thuộc hộ nghèo được xác định theo quy định tại\nĐiều 9. Nghị định này không thay đổi mức đó và được áp dụng cho cả năm học.\n2. Khoản sau cũng dài như khoản trước để dòng chữ bị ngắt ở giữa câu của nó.',
    );
    expect(document.passages.map((passage) => passage.address)).toEqual(['Điều 1, khoản 1 – khoản 2']);
  });

  it('belong to the regulation that is attached, not to the decision that issues it', async () => {
    const document = await readText(
      'Điều 1. Ban hành kèm theo Quyết định này Quy chế.\n\nĐiều 2. Hiệu lực thi hành.\n\nNơi nhận:\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn Mẫu\n\nQUY CHẾ\nHOẠT ĐỘNG CỦA TRƯỜNG\n\nĐiều 1. Phạm vi\n\n1. Quy chế này quy định riêng.',
    );
    expect(addressOf(document, 'Quy chế này quy định riêng')).toBe('Quy chế, Điều 1, khoản 1');
    expect(leftoversOf(document, 'signature').join(' ')).toContain('Nguyễn Văn Mẫu');
  });
});

describe('divisions', () => {
  it('head the articles below them, with names on the next line', async () => {
    const document = await readText(
      'Phần thứ nhất\nNHỮNG QUY ĐỊNH CHUNG\n\nChương I\nPHẠM VI\n\nMục 2. TUYỂN SINH\n\nTiểu mục 1\nHỒ SƠ\n\nĐiều 4. Đơn\n\n1. Nội dung riêng.',
    );
    expect(document.passages[0]?.headings).toEqual([
      'Phần thứ nhất. NHỮNG QUY ĐỊNH CHUNG',
      'Chương I. PHẠM VI',
      'Mục 2. TUYỂN SINH',
      'Tiểu mục 1. HỒ SƠ',
      'Điều 4. Đơn',
    ]);
  });

  it('are known where the name was glued to the number and printed twice', async () => {
    const document = await readText('Chương IQUY ĐỊNH CHUNG\n\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\nNội dung riêng.');
    expect(document.passages[0]?.headings).toEqual(['Chương I. QUY ĐỊNH CHUNG', 'Điều 1. Phạm vi']);
    expect(leftoversOf(document, 'repeated')).toEqual(['QUY ĐỊNH CHUNG']);
  });

  it('do not begin where a sentence names one', async () => {
    const document = await readText(
      'Điều 1. Phạm vi\n1. Theo luật.\nChương II của Luật này không áp dụng.\n2. Nội dung riêng.',
    );
    expect(addressOf(document, 'Nội dung riêng')).toBe('Điều 1, khoản 2');
  });
});

describe('plans', () => {
  it('are addressed by A., I., 1., a) and dashes', async () => {
    const document = await readText(
      'A. NHIỆM VỤ\n\nI. MỤC TIÊU\n\n1. Mục tiêu chung\n\na) Đối với học sinh\n\n- Ý thứ nhất.\n\n- Ý thứ hai.\n\n+ Ý nhỏ hơn.\n\n2. Mục tiêu riêng: nội dung khác.',
    );
    expect(addressOf(document, 'Ý thứ hai')).toBe('Mục A.I.1, điểm a, ý 2');
    expect(addressOf(document, 'Ý nhỏ hơn')).toBe('Mục A.I.1, điểm a, ý 2');
    expect(addressOf(document, 'nội dung khác')).toBe('Mục A.I.2');
    expect(document.passages.at(-1)?.headings).toEqual(['A. NHIỆM VỤ', 'I. MỤC TIÊU']);
  });

  it('keep the address of a point whose words only name what follows', async () => {
    const document = await readText(
      'Điều 1. Chi\n1. Gồm:\na) Quản lý các khoản thu\nMọi khoản thu phải công khai.\nb) Khoản khác.\nHai điểm trên áp dụng cho cả năm.',
    );
    expect(addressOf(document, 'phải công khai')).toBe('Điều 1, khoản 1, điểm a');
    expect(addressOf(document, 'cả năm')).toBe('Điều 1, khoản 1');
  });
});

describe('quotations in amending texts', () => {
  const AMENDING = `Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 10/2020/TT-BGDĐT
1. Sửa đổi Điều 5 như sau:
“Điều 5. Hồ sơ tuyển sinh
1. Đơn đăng ký dự tuyển.
2. Hồ sơ gồm:
a) Bản sao giấy khai sinh.”.
2. Sửa đổi, bổ sung khoản 3 Điều 9 như sau:
“3. Thời hạn là mười ngày.”
Điều 2. Hiệu lực thi hành
1. Thông tư này có hiệu lực từ ngày 01 tháng 9 năm 2026.`;

  it('stand in the clause that quotes them and carry their own address', async () => {
    const document = await readText(AMENDING);
    expect(addressOf(document, 'Bản sao giấy khai sinh')).toBe('Điều 1, khoản 1, “Điều 5 khoản 2 điểm a”');
    expect(addressOf(document, 'mười ngày')).toBe('Điều 1, khoản 2, “Điều 9 khoản 3”');
    expect(document.passages.some((passage) => passage.address.startsWith('Điều 5'))).toBe(false);
  });

  it('end with their mark, so that the next article is the text’s own', async () => {
    expect(addressOf(await readText(AMENDING), '01 tháng 9')).toBe('Điều 2, khoản 1');
  });

  it('end before the next introduction when the closing mark was forgotten', async () => {
    const document = await readText(AMENDING.replace('giấy khai sinh.”.', 'giấy khai sinh.'));
    expect(addressOf(document, 'mười ngày')).toBe('Điều 1, khoản 2, “Điều 9 khoản 3”');
  });
});

describe('form', () => {
  it('is kept out of the passages of forms to fill in', async () => {
    const document = await readText(
      'Điều 1. Đơn\n1. Theo mẫu kèm theo.\n\nMẫu số 01\nĐƠN ĐĂNG KÝ DỰ TUYỂN\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nHọ và tên học sinh: ..........................\n\nNgười làm đơn cam kết khai đúng.\n\nNGƯỜI LÀM ĐƠN (Ký, ghi rõ họ tên)',
    );
    expect(leftoversOf(document, 'blank-form')).toHaveLength(2);
    expect(leftoversOf(document, 'letterhead')).toHaveLength(2);
    expect(addressOf(document, 'cam kết khai đúng')).toBe('Mẫu số 01');
    expect(addressOf(document, 'kèm theo')).toBe('Điều 1, khoản 1');
  });

  it('knows the card, the summary and the sources that a collection adds', async () => {
    const document = await readText(
      '# Thông tư 1/2026\n\n## Thông tin văn bản\n\n| Trường | Nội dung |\n|---|---|\n| Số hiệu | 1/2026/TT-BGDĐT |\n| Người ký | Ai đó |\n| Ngày ban hành | 01/02/2026 |\n\n## Căn cứ pháp lý\n\n- Luật Giáo dục;\n\n## Nội dung\n\n### Điều 1. Phạm vi\n\nNội dung riêng.\n\n## Nguồn tham khảo\n\n- Trang của Bộ',
    );
    expect(texts(document)).toEqual(['Nội dung riêng.']);
    expect(leftoversOf(document, 'about').join(' ')).toMatch(/Ai đó.*Trang của Bộ/);
    expect(leftoversOf(document, 'legal-basis')).toEqual(['- Luật Giáo dục;']);
  });

  it('does not take what follows recipients for recipients', async () => {
    const document = await readText(
      'Điều 1. Thi hành\nNội dung.\n\nNơi nhận:\n- Như Điều 1;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nTrần Thị Mẫu\n\nDanh sách trường được công nhận trong năm học này gồm các trường sau đây.',
    );
    expect(addressOf(document, 'Danh sách trường')).toBe('Phụ lục');
    expect(leftoversOf(document, 'recipients')).toHaveLength(3);
  });

  it('keeps the body of a letter, which has no units', async () => {
    const document = await readText(
      'Số: 12/SGDĐT-VP\n\nKính gửi:\n- Các trường;\n- Các phường.\n\nThực hiện Công văn số 9/UBND ngày 01/12/2025, Sở đề nghị các trường thực hiện:\n\n- Theo dõi chất lượng không khí.\n\nNơi nhận:\n- Như trên.',
    );
    expect(texts(document)).toEqual([
      'Thực hiện Công văn số 9/UBND ngày 01/12/2025, Sở đề nghị các trường thực hiện:',
      '- Theo dõi chất lượng không khí.',
    ]);
  });

  it('keeps a footnote beside its unit, by name', async () => {
    const document = await readText(
      'Điều 1. Mức\n1. Mức thu là 10.000 đồng [1].\n[1] Mức này áp dụng từ năm 2026.\n2. Khoản khác.',
    );
    expect(addressOf(document, 'Mức này áp dụng')).toBe('Điều 1, khoản 1, chú thích 1');
  });

  it('rejoins a sentence across a page number', async () => {
    const document = await readText(
      'Điều 1. Dữ liệu\n\n1. Cơ sở giáo dục có trách nhiệm cập nhật đầy đủ dữ liệu và thu\n\n3\n\nthập, lưu trữ dữ liệu theo quy định.',
    );
    expect(texts(document)[0]).toContain('dữ liệu và thu thập, lưu trữ');
    expect(leftoversOf(document, 'ornament')).toEqual(['3']);
  });
});

describe('passages', () => {
  const long = (words: string) => `${words} ${'nội dung dài '.repeat(30)}`.trim();

  it('keep a clause together with its points, and its opening words as context where they are parted', async () => {
    const document = await readText(
      `Điều 1. Hồ sơ\n1. ${long('Khoản đầu')}.\n2. Hồ sơ gồm các giấy tờ:\na) ${long('Đơn')};\nb) ${long('Khai sinh')};\nc) ${long('Ảnh')}.`,
    );
    expect(document.passages.map((passage) => passage.address)).toEqual([
      'Điều 1, khoản 1',
      'Điều 1, khoản 2',
      'Điều 1, khoản 2, điểm c',
    ]);
    expect(document.passages[2]?.headings.at(-1)).toBe('2. Hồ sơ gồm các giấy tờ:');
  });

  it('never hold the opening words of a clause alone', async () => {
    const document = await readText(`Điều 1. Hồ sơ\n1. Gồm:\na) ${long(long('Đơn'))} ${long('thêm')};\nb) Ảnh.`);
    expect(document.passages.map((passage) => passage.text)).not.toContain('1. Gồm:');
  });
});

/** Documents of chapters, articles, clauses and points, every text with a word of its own. */
const documents = fc
  .array(
    fc.record({
      chapter: fc.boolean(),
      titled: fc.boolean(),
      clauses: fc.array(fc.nat({ max: 4 }), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((articles) => {
    const lines: string[] = [];
    const units: { address: string; word: string }[] = [];
    let word = 0;
    const own = (address: string) => {
      word += 1;
      units.push({ address, word: `từ${word}x` });
      return `từ${word}x`;
    };
    articles.forEach(({ chapter, titled, clauses }, index) => {
      const article = `Điều ${index + 1}`;
      if (chapter) lines.push(`Chương ${['I', 'II', 'III', 'IV', 'V', 'VI'][index]}`, 'QUY ĐỊNH RIÊNG');
      lines.push(titled ? `${article}. Tên của điều` : `${article}. Quy định về ${own(article)}.`);
      clauses.forEach((points, at) => {
        const clause = `${article}, khoản ${at + 1}`;
        lines.push(`${at + 1}. Khoản có ${own(clause)}${points === 0 ? '.' : ' gồm:'}`);
        for (const letter of 'abcd'.slice(0, points))
          lines.push(`${letter}) Điểm có ${own(`${clause}, điểm ${letter}`)};`);
      });
      if (clauses.length === 0) lines.push(`Đoạn có ${own(article)}.`);
    });
    return { lines, units };
  });

describe('any nesting of units', () => {
  it('round-trips: every part under its address, no word lost or doubled', async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.constantFrom('\n', '\n\n'), async ({ lines, units }, gap) => {
        const text = lines.join(gap);
        const [read, loaded] = [await readText(text), await loadDocument(Buffer.from(text))];
        for (const { address, word } of units) {
          const heading = read.passages.find((passage) => passage.headings.some((each) => each.includes(word)));
          expect(addressOf(read, word) ?? heading?.address).toMatch(new RegExp(`^${address}(?:$|,)`));
        }
        if (!loaded.ok) throw new Error('not loaded');
        expect(wordBalance(loaded.blocks, read.passages, read.leftovers)).toMatchObject({ lost: [], doubled: [] });
      }),
      { numRuns: 120 },
    );
  });
});
