import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Loaded } from '../../ingest/blocks.ts';
import { loadDocument } from '../../ingest/load/load-document.ts';
import { toLegacy } from '../builders/vietnamese-encodings.ts';
import { aLevel, aParagraph, aRun, aWordFile, inList } from '../builders/word-files.ts';

type Read = Extract<Loaded, { ok: true }>;

async function read(bytes: Uint8Array): Promise<Read> {
  const loaded = await loadDocument(bytes);
  if (!loaded.ok) throw new Error(loaded.skipped.message);
  return loaded;
}

const lines = (loaded: Read) =>
  loaded.blocks.map((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.join(' | ')).join(' / ') : block.text,
  );
const linesOf = async (...file: Parameters<typeof aWordFile>) => lines(await read(aWordFile(...file)));
const reasonOf = async (bytes: Uint8Array) => {
  const loaded = await loadDocument(bytes);
  return loaded.ok ? null : loaded.skipped.reason;
};

const ARTICLES = `<w:abstractNum w:abstractNumId="1">${aLevel(0, 'decimal', 'Điều %1.')}${aLevel(1, 'decimal', '%2.')}${aLevel(2, 'lowerLetter', '%3)')}${aLevel(3, 'bullet', '\uf0b7')}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>`;

describe('the labels of numbered lists in Word', () => {
  it('stand before their paragraphs as Word draws them', async () => {
    const body = [
      aParagraph(aRun('Phạm vi'), inList(5)),
      aParagraph(aRun('Khoản một'), inList(5, 1)),
      aParagraph(aRun('Điểm thứ nhất'), inList(5, 2)),
      aParagraph(aRun('Điểm thứ hai'), inList(5, 2)),
      aParagraph(aRun('Khoản hai'), inList(5, 1)),
      aParagraph(aRun('Đối tượng'), inList(5)),
      aParagraph(aRun('Khoản một lại'), inList(5, 1)),
      aParagraph(aRun('Gạch đầu dòng'), inList(5, 3)),
      aParagraph(aRun('Không đánh số'), inList(0)),
    ].join('');
    expect(await linesOf(body, { numbering: ARTICLES })).toEqual([
      'Điều 1. Phạm vi',
      '1. Khoản một',
      'a) Điểm thứ nhất',
      'b) Điểm thứ hai',
      '2. Khoản hai',
      'Điều 2. Đối tượng',
      '1. Khoản một lại',
      '- Gạch đầu dòng',
      'Không đánh số',
    ]);
  });

  it('come from the style where the paragraph names none, in levels, Roman figures and with a start of their own', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="1">${aLevel(0, 'upperRoman', 'Chương %1.', '<w:pStyle w:val="Chuong"/>')}${aLevel(1, 'decimal', '%1.%2', '<w:pStyle w:val="Muc"/><w:isLgl/>')}</w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>`;
    const styles =
      '<w:style w:type="paragraph" w:styleId="Chuong"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="Chuong"/></w:style>';
    const body =
      aParagraph(aRun('QUY ĐỊNH'), '<w:pStyle w:val="Chuong"/>') +
      aParagraph(aRun('Nội dung'), '<w:pStyle w:val="Muc"/>');
    expect(await linesOf(body, { numbering, styles })).toEqual(['Chương IV. QUY ĐỊNH', '4.1 Nội dung']);
  });

  it('count on after a paragraph whose number was deleted with it', async () => {
    const deleted = `<w:p><w:pPr>${inList(5)}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>Bỏ</w:delText></w:r></w:del></w:p>`;
    const body = aParagraph(aRun('Một'), inList(5)) + deleted + aParagraph(aRun('Hai'), inList(5));
    expect(await linesOf(body, { numbering: ARTICLES })).toEqual(['Điều 1. Một', 'Điều 2. Hai']);
  });
});

describe('fonts of the time before Unicode in Word', () => {
  const tcvn3 = (text: string) => toLegacy(text, 'TCVN3');
  const vni = (text: string) => toLegacy(text, 'VNI');

  it('are converted run by run, and only there', async () => {
    const body = aParagraph(
      aRun(tcvn3('Học sinh được nghỉ '), '.VnTime') +
        aRun('từ ngày lễ ', 'Times New Roman') +
        aRun(vni('đến hết tuần.'), 'VNI-Times'),
    );
    const loaded = await read(aWordFile(body));
    expect(lines(loaded)).toEqual(['Học sinh được nghỉ từ ngày lễ đến hết tuần.']);
    expect(loaded.notes).toEqual(['Đã chuyển mã TCVN3 sang Unicode.', 'Đã chuyển mã VNI sang Unicode.']);
  });

  it('are found through the styles and the document defaults', async () => {
    const styles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="A"><w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>';
    const body =
      aParagraph(aRun(tcvn3('Điều lệ trường tiểu học'))) +
      aParagraph(aRun(vni('Hiệu trưởng quyết định')), '<w:pStyle w:val="B"/>') +
      aParagraph(aRun('Đã là Unicode', 'Arial'));
    expect(await linesOf(body, { styles })).toEqual([
      'Điều lệ trường tiểu học',
      'Hiệu trưởng quyết định',
      'Đã là Unicode',
    ]);
  });

  it('draw capitals where their name ends in H', async () => {
    const body = aParagraph(aRun(tcvn3('quyết định'), '.VnTimeH') + aRun(tcvn3(' về học phí'), '.VnTime'));
    expect(await linesOf(body)).toEqual(['QUYẾT ĐỊNH về học phí']);
  });

  it('do not spoil Unicode typed into them', async () => {
    const body = aParagraph(aRun('Học sinh lớp một được nghỉ', '.VnTime')) + aParagraph(aRun('có bù', '.VnTime'));
    expect(await linesOf(body)).toEqual(['Học sinh lớp một được nghỉ', 'có bù']);
  });

  it('keep the letter ư, which Word stores as a soft hyphen', async () => {
    const run = (inner: string) => `<w:r><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>${inner}</w:r>`;
    const body = aParagraph(
      run(`<w:t>nh</w:t><w:softHyphen/><w:t xml:space="preserve"> ${tcvn3('thế nào đều được')}</w:t>`),
    );
    expect(await linesOf(body)).toEqual(['như thế nào đều được']);
  });

  it('are read whole where Word cut a run between a VNI vowel and its mark', async () => {
    const text = vni('Cộng hòa xã hội');
    const body = aParagraph(aRun(text.slice(0, 2), 'VNI-Times') + aRun(text.slice(2), 'VNI-Times'));
    expect(await linesOf(body)).toEqual(['Cộng hòa xã hội']);
  });

  it('are known by the text where no font is named', async () => {
    const body = ['Nghị quyết này quy định mức học phí', 'Đối tượng áp dụng là học sinh tiểu học', 'Hiệu lực thi hành']
      .map((text) => aParagraph(aRun(tcvn3(text))))
      .join('');
    expect(await linesOf(body)).toEqual([
      'Nghị quyết này quy định mức học phí',
      'Đối tượng áp dụng là học sinh tiểu học',
      'Hiệu lực thi hành',
    ]);
  });

  it('number their lists in the font of the label', async () => {
    const level = `<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="${tcvn3('Điều')} %1."/><w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="1">${level}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>`;
    const body = aParagraph(aRun(tcvn3('Phạm vi điều chỉnh'), '.VnTime'), inList(5));
    expect(await linesOf(body, { numbering })).toEqual(['Điều 1. Phạm vi điều chỉnh']);
  });
});

describe('what Word keeps beside the text', () => {
  const note = (id: number, text: string) =>
    `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${aRun(text)}</w:p></w:footnote>`;

  it('puts footnotes behind the paragraph that refers to them', async () => {
    const body =
      aParagraph(`${aRun('Mức thu')}<w:r><w:footnoteReference w:id="2"/></w:r>${aRun(' năm nay.')}`) +
      aParagraph(aRun('Tiếp theo.'));
    const footnotes = `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>${note(2, 'Sửa đổi theo Nghị quyết khác.')}`;
    expect(await linesOf(body, { footnotes })).toEqual([
      'Mức thu [1] năm nay.',
      '[1] Sửa đổi theo Nghị quyết khác.',
      'Tiếp theo.',
    ]);
  });

  it('reads text boxes once, behind their paragraph', async () => {
    const box = (text: string) => `<w:txbxContent>${aParagraph(aRun(text))}</w:txbxContent>`;
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box('Trong khung')}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('Trong khung')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await linesOf(aParagraph(aRun('Ngoài khung') + drawing))).toEqual(['Ngoài khung', 'Trong khung']);
  });

  it('takes tracked changes as accepted', async () => {
    const body = aParagraph(
      `${aRun('Mức ')}<w:del w:id="1"><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins w:id="2">${aRun('mới')}</w:ins>`,
    );
    expect(await linesOf(body)).toEqual(['Mức mới']);
  });

  it('leaves headers out, and reads fields, line ends and formulas', async () => {
    const body = aParagraph(
      `<w:fldSimple w:instr="REF x">${aRun('Bảng 1')}</w:fldSimple><w:r><w:cr/></w:r><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>`,
    );
    expect(await linesOf(body, { header: aParagraph(aRun('Đầu trang')) })).toEqual(['Bảng 1', 'a/2']);
  });

  it('repeats merged cells, and keeps the columns of a row that begins later', async () => {
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${aParagraph(aRun(text))}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('Khối', '<w:vMerge w:val="restart"/>')}${cell('Mức thu', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('Nội thành')}${cell('Ngoại thành')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('35.000')}${cell('20.000')}</w:tr></w:tbl>`;
    expect(await linesOf(body)).toEqual([
      'Khối | Mức thu | Mức thu / Khối | Nội thành | Ngoại thành /  | 35.000 | 20.000',
    ]);
  });
});

describe('Word files that need care', () => {
  const body = aParagraph(aRun('Nội dung'));

  it('have their macros ignored and said so', async () => {
    const loaded = await read(aWordFile(body, { more: { 'word/vbaProject.bin': strToU8('x') } }));
    expect(lines(loaded)).toEqual(['Nội dung']);
    expect(loaded.notes).toEqual(['Tệp có macro; macro được bỏ qua, chỉ đọc phần chữ.']);
  });

  it('are refused where they declare entities', async () => {
    const bomb =
      '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document><w:body>&b;</w:body></w:document>';
    expect(await reasonOf(aWordFile(body, { more: { 'word/document.xml': strToU8(bomb) } }))).toBe('unsafe');
    const outside = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]><w:styles>&a;</w:styles>';
    expect(await reasonOf(aWordFile(body, { more: { 'word/styles.xml': strToU8(outside) } }))).toBe('unsafe');
  });

  it('are refused where they swell like a bomb', async () => {
    expect(await reasonOf(aWordFile(body, { more: { 'word/x.xml': new Uint8Array(30 * 1024 * 1024) } }))).toBe(
      'unsafe',
    );
  });

  it('are unreadable where the main part is broken or gone, and empty where it says nothing', async () => {
    expect(await reasonOf(aWordFile(body, { more: { 'word/document.xml': strToU8('') } }))).not.toBeNull();
    expect(await reasonOf(aWordFile(''))).toBe('empty');
  });
});
