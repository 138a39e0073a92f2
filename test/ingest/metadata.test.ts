import { describe, expect, it } from 'vitest';
import type { Block } from '../../ingest/blocks.ts';
import { readMetadata } from '../../ingest/metadata.ts';
import type { DocumentMetadata } from '../../knowledge/document.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text, page: null });
/** What the lines of a text say; a line with «||» is a row of a table. */
function read(text: string, stated: Record<string, string> = {}, file = 'van-ban.docx'): DocumentMetadata {
  const blocks = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(
      (line): Block =>
        line.includes('||')
          ? { kind: 'table', rows: [line.split('||').map((cell) => cell.trim())], page: null }
          : paragraph(line),
    );
  return readMetadata(blocks, stated, file);
}

describe('the letterhead', () => {
  it.each([
    [
      'two columns joined into lines',
      `ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
       TỈNH THANH HÓA Độc lập - Tự do - Hạnh phúc
       Số: 45/QĐ-UBND Thanh Hóa, ngày 5 tháng 1 năm 2026`,
      {
        issuer: 'Ủy ban nhân dân tỉnh Thanh Hóa',
        territory: 'Thanh Hóa',
        number: '45/QĐ-UBND',
        issuedOn: '2026-01-05',
      },
    ],
    [
      'two columns joined in the middle of the motto',
      `UBND TỈNH LÂM ĐỒNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
       SỞ GIÁO DỤC VÀ ĐÀO TẠO Độc lập – Tự do – Hạnh phúc
       Số: 1204/SGDĐT-GDTrH Lâm Đồng, ngày 12 tháng 5 năm 2026`,
      { issuer: 'Sở Giáo dục và Đào tạo Lâm Đồng', territory: 'Lâm Đồng', kind: 'Công văn' },
    ],
    [
      'a table of two cells',
      `ỦY BAN NHÂN DÂN PHƯỜNG VĨNH TUY || CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc
       Số: 12/KH-UBND || Hà Nội, ngày 03 tháng 02 năm 2026`,
      { issuer: 'Ủy ban nhân dân phường Vĩnh Tuy', territory: 'Hà Nội › Vĩnh Tuy', kind: 'Kế hoạch' },
    ],
    [
      'a ward and its office',
      `ỦY BAN NHÂN DÂN PHƯỜNG BA ĐÌNH
       PHÒNG VĂN HÓA - XÃ HỘI
       Số: 33/VHXH-GD
       Hà Nội, ngày 20 tháng 8 năm 2025`,
      { issuer: 'Phòng Văn hóa - Xã hội phường Ba Đình', territory: 'Hà Nội › Ba Đình', kind: 'Công văn' },
    ],
    [
      'a district of former days',
      `UBND QUẬN BA ĐÌNH
       PHÒNG GD&ĐT
       Số: 215/KH-PGDĐT
       Ba Đình, ngày 14 tháng 3 năm 2025
       KẾ HOẠCH
       Tuyển sinh trên địa bàn quận Ba Đình, thành phố Hà Nội`,
      { issuer: 'Phòng Giáo dục và Đào tạo quận Ba Đình', territory: 'Hà Nội › Ba Đình' },
    ],
    [
      'a council of a city, broken over lines',
      `HỘI ĐỒNG NHÂN DÂN
       THÀNH PHỐ ĐÀ NẴNG
       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
       Độc lập - Tự do - Hạnh phúc
       Số: 12/2026/NQ-HĐND
       Đà Nẵng, ngày 10 tháng 7 năm 2026`,
      { issuer: 'Hội đồng nhân dân thành phố Đà Nẵng', territory: 'Đà Nẵng', kind: 'Nghị quyết' },
    ],
    [
      'a ministry',
      `BỘ GIÁO DỤC VÀ ĐÀO TẠO CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
       Số: 29/2024/TT-BGDĐT Độc lập - Tự do - Hạnh phúc
       Hà Nội, ngày 30 tháng 12 năm 2024`,
      { issuer: 'Bộ Giáo dục và Đào tạo', territory: 'national', kind: 'Thông tư', issuedOn: '2024-12-30' },
    ],
    [
      'a ministry that no list knows',
      'BỘ DÂN TỘC VÀ TÔN GIÁO\nSố: 3/2026/TT-BDTTG\nHà Nội, ngày 1 tháng 4 năm 2026',
      { issuer: 'Bộ Dân tộc và Tôn giáo', territory: 'national' },
    ],
    [
      'a former province',
      'HỘI ĐỒNG NHÂN DÂN\nTỈNH NAM ĐỊNH\nSố: 4/2024/NQ-HĐND\nNam Định, ngày 9 tháng 7 năm 2024',
      { issuer: 'Hội đồng nhân dân tỉnh Nam Định', territory: 'Ninh Bình' },
    ],
    [
      'none, in a text that names who issues it',
      'THÔNG BÁO\nVề lịch nghỉ\nUBND phường Ngọc Hà thông báo lịch nghỉ của các trường trên địa bàn thành phố Hà Nội như sau:\n1. Nghỉ một ngày.',
      { issuer: 'Ủy ban nhân dân phường Ngọc Hà', territory: 'Hà Nội › Ngọc Hà' },
    ],
    [
      'none at all',
      '1. Học sinh được nghỉ.',
      { issuer: null, territory: null, number: null, kind: null, signer: null },
    ],
  ])('of %s', (_name, text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  it('is believed before a page that calls a place an issuer', () => {
    const text = 'Nơi ban hành:\nTỉnh Nghệ An\nỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\nSố: 5/QĐ-UBND';
    expect(read(text)).toMatchObject({ issuer: 'Ủy ban nhân dân tỉnh Nghệ An', origins: { issuer: 'text' } });
  });
});

describe('days in force', () => {
  const decision = (words: string) =>
    read(`Số: 5/QĐ-UBND\nHà Nội, ngày 10 tháng 1 năm 2026\nQUYẾT ĐỊNH\nVề việc thử\nĐiều 3. ${words}`);
  it.each([
    ['Quyết định này có hiệu lực thi hành kể từ ngày ký.', '2026-01-10'],
    ['Quyết định này có hiệu lực kể từ ngày ký ban hành và thay thế Quyết định số 1/QĐ-UBND.', '2026-01-10'],
    ['Quyết định này có hiệu lực thi hành sau 45 ngày, kể từ ngày ký.', '2026-02-24'],
    ['Quyết định này có hiệu lực sau 10 (mười) ngày kể từ ngày ký.', '2026-01-20'],
    ['Quyết định này có hiệu lực thi hành từ ngày 01/02/2026.', '2026-02-01'],
    ['Quyết định này có hiệu lực thi hành kể từ ngày 15 tháng 2 năm 2026.', '2026-02-15'],
    ['Quyết định có hiệu lực từ ngày 20 tháng 2 năm 2026.', '2026-02-20'],
    ['Các trường thực hiện. Thông báo có hiệu lực kể từ ngày ký.', '2026-01-10'],
    ['Các trường làm theo quyết định có hiệu lực từ ngày 20/02/2020.', null],
    ['Quyết định số 3/QĐ-UBND có hiệu lực từ ngày 20/02/2020.', null],
    ['Quyết định này có hiệu lực từ năm học 2026-2027.', null],
    ['Hợp đồng có hiệu lực kể từ ngày ký.', null],
    ['Sửa đổi như sau: “Quyết định này có hiệu lực từ ngày 01/01/2020.”', null],
  ])('%s', (words, day) => {
    expect(decision(words).inForceFrom).toBe(day);
  });

  it('stay unknown when they count from a signing of which nobody tells the day', () => {
    expect(read('Số: 5/QĐ-UBND\nĐiều 3. Quyết định này có hiệu lực kể từ ngày ký.').inForceFrom).toBeNull();
  });

  it.each([
    ['Quyết định này hết hiệu lực kể từ ngày 01/7/2027.', '2027-07-01'],
    ['Quyết định này có hiệu lực từ ngày 01/02/2026 đến hết ngày 31/12/2026.', '2027-01-01'],
    ['Quyết định số 3/QĐ-UBND hết hiệu lực kể từ ngày 01/7/2026.', null],
    ['Quyết định này áp dụng đối với hồ sơ nộp đến ngày 31/12/2026.', null],
  ])('until: %s', (words, day) => {
    expect(decision(words).inForceUntil).toBe(day);
  });

  it.each([
    ['Quyết định này áp dụng từ năm học 2026 - 2027.', '2026-2027'],
    ['Thời gian thực hiện: năm học 2026-2027.', '2026-2027'],
    ['Kết quả năm học 2024-2025 được công nhận.', null],
    ['Quyết định này áp dụng từ năm học 2026-2028.', null],
  ])('school year: %s', (words, year) => {
    expect(decision(words).schoolYear).toBe(year);
  });
});

describe('the signer', () => {
  it.each([
    [
      'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nTrần Thị Bình',
      { name: 'Trần Thị Bình', post: 'Phó Chủ tịch' },
    ],
    ['TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Thị Bình', { name: 'Trần Thị Bình', post: 'Phó Chủ tịch' }],
    ['- Lưu: VT. || GIÁM ĐỐC Lê Văn Minh', { name: 'Lê Văn Minh', post: 'Giám đốc' }],
    ['CHỦ TỊCH\nNguyễn Văn An', { name: 'Nguyễn Văn An', post: 'Chủ tịch' }],
    ['KT. BỘ TRƯỞNG\nPhạm Văn Cường', { name: 'Phạm Văn Cường', post: null }],
    ['HIỆU TRƯỞNG\n(Ký, ghi rõ họ tên)', null],
    ['Giám đốc Sở Giáo dục và Đào tạo chịu trách nhiệm thi hành.', null],
  ])('%s', (text, signer) => {
    expect(read(`Điều 1. Thử\n${text}`).signer).toEqual(signer);
  });

  it.each([
    [{ nguoi_ky: 'Lê Quân (KT. Bộ trưởng - Thứ trưởng)' }, { name: 'Lê Quân', post: 'Thứ trưởng' }],
    [{ 'nguoi-ky': 'Bộ trưởng Trần Văn Quý' }, { name: 'Trần Văn Quý', post: 'Bộ trưởng' }],
    [
      { nguoi_ky: 'Đỗ Thị Yến', chuc_danh_nguoi_ky: 'Phó Giám đốc Sở' },
      { name: 'Đỗ Thị Yến', post: 'Phó Giám đốc' },
    ],
    [{ nguoi_ky: 'Thủ tướng Chính phủ' }, null],
  ])('stated as %j', (stated, signer) => {
    expect(read('Điều 1. Thử', stated).signer).toEqual(signer);
  });
});

describe('fields and title', () => {
  it('come from a page that states them, and say so', () => {
    const stated = {
      so_hieu: '9/2026/NĐ-CP',
      co_quan: 'Bộ Nội vụ',
      ngay_hieu_luc: '01/3/2026',
      trich_yeu: 'Quy định về thử nghiệm',
    };
    expect(read('Nội dung.', stated)).toMatchObject({
      number: '9/2026/NĐ-CP',
      issuer: 'Chính phủ',
      inForceFrom: '2026-03-01',
      title: 'Quy định về thử nghiệm',
      origins: { number: 'stated', issuer: 'number', kind: 'number', inForceFrom: 'stated' },
    });
  });

  it.each([
    ['TRÍCH THÔNG TƯ\nSố: 1/2020/TT-BGDĐT\nĐiều lệ trường mẫu\nĐiều 1. Thử', 'Điều lệ trường mẫu'],
    ['LUẬT NHÀ GIÁO (số 73/2025/QH15)\nĐiều 1. Thử', 'Luật Nhà giáo'],
    ['THÔNG TƯQuy định về thử nghiệm\nCăn cứ Luật Giáo dục;', 'Thông tư quy định về thử nghiệm'],
    [
      'NGHỊ QUYẾT\nQUY ĐỊNH MỨC THU TRÊN ĐỊA BÀN\nTHÀNH PHỐ HÀ NỘI\nCăn cứ Luật Giáo dục;',
      'Nghị quyết quy định mức thu trên địa bàn thành phố Hà Nội',
    ],
    ['Số: 4/SGDĐT-VP V/v tổ chức ngày hội\nKính gửi: Các trường', 'Về việc tổ chức ngày hội'],
  ])('the title of %j', (text, title) => {
    expect(read(text).title).toBe(title);
  });
});
