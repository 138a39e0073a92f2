import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../knowledge/answering/answer.ts';
import { buildKnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { aDocument, aPassage, aRelation } from '../builders/documents.ts';

const scope = { day: '2026-11-24', territory: 'Hà Nội' };
const FEES = 'Bữa trưa bán trú tối đa 35.000 đồng một học sinh một ngày.';

/** Documents about lunch fees, told apart by what the tests are about, beside one on another matter. */
function baseOf(...documents: ReturnType<typeof aDocument>[]) {
  const other = aDocument({ id: 'other', number: '9/2026/TT-BGDĐT', title: 'Điều lệ' });
  const passages = documents.map((document) =>
    aPassage(FEES.replace('35', String(30 + documents.indexOf(document))), {
      id: `${document.id}#1`,
      documentId: document.id,
    }),
  );
  return buildKnowledgeBase(
    [...documents, other],
    [...passages, aPassage('Học sinh mặc đồng phục theo nội quy.', { id: 'other#1', documentId: 'other' })],
  );
}
const ask = (base: ReturnType<typeof baseOf>, question: string) => answerQuestion(base, null, question, [], scope);
const QUESTION = 'bữa trưa bán trú tối đa bao nhiêu đồng một ngày';

describe('an answer', () => {
  it('quotes the words and names article, number and first day in force', async () => {
    const answer = await ask(
      baseOf(aDocument({ kind: 'Nghị quyết', number: '60/2025/NQ-HĐND', inForceFrom: '2025-12-08' })),
      QUESTION,
    );
    expect(answer.kind === 'answered' && answer.text).toContain('30.000 đồng');
    expect(answer.kind === 'answered' && answer.text).toContain(
      'Nguồn: Điều 1, Nghị quyết 60/2025/NQ-HĐND (hiệu lực từ 08/12/2025).',
    );
  });

  it('shows the half sentence that its points go on from, because they are only some of what it names', async () => {
    const heading = '2. Hồ sơ trái tuyến gồm các giấy tờ tại khoản 1 mục này và:';
    const base = buildKnowledgeBase(
      [aDocument({ id: 'plan' }), aDocument({ id: 'other', number: '9/2026/TT-BGDĐT' })],
      [
        aPassage('a) Đơn xin học trái tuyến có chữ ký của cha, mẹ;', {
          id: 'plan#1',
          documentId: 'plan',
          headings: [heading],
        }),
        aPassage('Học sinh mặc đồng phục theo nội quy.', { id: 'other#1', documentId: 'other' }),
      ],
    );
    const answer = await ask(base, 'hồ sơ học trái tuyến gồm giấy tờ gì');
    expect(answer.kind === 'answered' && answer.text).toContain(
      'quy định:\n\nHồ sơ trái tuyến gồm các giấy tờ tại khoản 1 mục này và:\n\na) Đơn xin học',
    );
  });

  it('is none where the matter stands in no document, however alike its syllables are to what does', async () => {
    const passages = [
      ['Điều 1', 'Hồ sơ tuyển sinh gồm các giấy tờ sau: đơn xin học và bản sao học bạ của học sinh.'],
      ['Điều 2', 'Học sinh nộp hồ sơ tuyển sinh trực tuyến; hồ sơ trái phép cần trả lại cho học sinh.'],
    ] as const;
    const base = buildKnowledgeBase(
      [aDocument({ id: 'plan' })],
      passages.map(([address, text], index) => aPassage(text, { id: `plan#${index}`, documentId: 'plan', address })),
    );
    const kindOf = async (question: string) => (await ask(base, question)).kind;
    expect(await kindOf('hồ sơ học sinh trái tuyến cần giấy tờ gì')).toBe('unknown');
    expect(await kindOf('hồ sơ tuyển sinh học sinh cần giấy tờ gì')).toBe('answered');
  });

  it.each([
    [['Điều 33. QUYỀN CỦA HỌC SINH TRUNG HỌC'], 'Dạ, văn bản quy định về “Quyền của học sinh trung học” như sau:'],
    [
      ['DANH MỤC CÁC KHOẢN THU DỊCH VỤ BÁN TRÚ (Kèm theo Nghị quyết 60/2025/NQ-HĐND)'],
      'về “Danh mục các khoản thu dịch vụ bán trú (Kèm theo Nghị quyết 60/2025/NQ-HĐND)”',
    ],
    [['Chương II. HỌC SINH', 'Điều 33'], 'Dạ, văn bản quy định như sau:'],
  ])('names the matter of its headings %j, not a number alone, and does not shout', async (headings, words) => {
    const base = buildKnowledgeBase(
      [aDocument({ id: 'plan', number: '60/2025/NQ-HĐND' }), aDocument({ id: 'other', number: '9/2026/TT-BGDĐT' })],
      [
        aPassage('Tiền ăn bán trú bữa trưa: 35.000 đồng mỗi ngày.', { id: 'plan#1', documentId: 'plan', headings }),
        aPassage('Học sinh mặc đồng phục theo nội quy.', { id: 'other#1', documentId: 'other' }),
      ],
    );
    const answer = await ask(base, 'tiền ăn bán trú bữa trưa bao nhiêu');
    expect(answer.kind === 'answered' && answer.text).toContain(words);
  });

  it('leads with the row of a table that is asked for, in words that read alone, and cites its address', async () => {
    const parts = [
      { address: 'Phụ lục, mục 1', text: '1 Tiền ăn bán trú của học sinh' },
      {
        address: 'Phụ lục, mục 1.1',
        text: '1.1 Bữa sáng – 20.000',
        alone: 'Bữa sáng – tiền ăn – mức trần 20.000 đồng',
      },
      {
        address: 'Phụ lục, mục 1.2',
        text: '1.2 Bữa trưa – 35.000',
        alone: 'Bữa trưa – tiền ăn – mức trần 35.000 đồng',
      },
    ];
    const text = parts.map((part) => part.text).join('\n');
    const base = buildKnowledgeBase(
      [aDocument({ id: 'fees' }), aDocument({ id: 'other', number: '9/2026/TT-BGDĐT' })],
      [
        aPassage(text, { id: 'fees#1', documentId: 'fees', parts, address: 'Phụ lục, mục 1 – mục 1.2' }),
        aPassage('Học sinh mặc đồng phục theo nội quy.', { id: 'other#1', documentId: 'other' }),
      ],
    );
    const answer = await ask(base, 'tiền ăn bán trú bữa trưa bao nhiêu');
    const reply = answer.kind === 'answered' ? answer.text : '';
    expect(reply).toMatch(
      /^Dạ, (?:theo quy định về “.+”: )?bữa trưa – tiền ăn – mức trần 35\.000 đồng\.\n\nTrong bảng: 1 Tiền/u,
    );
    expect(reply).toContain('Nguồn: Phụ lục, mục 1.2,');
  });

  it.each([
    ['out of force', { inForceUntil: '2026-01-01' }],
    ['not yet in force', { inForceFrom: '2027-01-01' }],
    ['of another province', { territory: 'Vĩnh Long' }],
  ])('is not made of a text that is %s', async (_name, fields) => {
    const answer = await ask(baseOf(aDocument(fields)), QUESTION);
    expect(answer.kind).toBe('unknown');
    expect(answer.hits.every((hit) => hit.document.id === 'other')).toBe(true);
  });

  it('takes the newer of two documents when it says that it replaces the older', async () => {
    const old = aDocument({ id: 'old', number: '1/2025/NQ-HĐND', territory: 'Hà Nội' });
    const next = aDocument({
      id: 'new',
      number: '2/2026/NQ-HĐND',
      territory: 'Hà Nội',
      relations: [aRelation({ number: '1/2025/NQ-HĐND' })],
    });
    const answer = await ask(baseOf(old, next), QUESTION);
    expect(answer.kind === 'answered' && answer.sources[0].hit.document.id).toBe('new');
  });

  it('of a clause that another document changed says by which one', async () => {
    const old = aDocument({ id: 'old', number: '1/2025/TT-BGDĐT' });
    const change = (parts: string[]) =>
      aDocument({
        id: 'new',
        number: '8/2026/TT-BGDĐT',
        title: 'Sửa đổi',
        relations: [aRelation({ kind: 'amends', number: '1/2025/TT-BGDĐT', parts })],
      });
    const answerTo = async (parts: string[]) => {
      const base = buildKnowledgeBase(
        [old, change(parts), aDocument({ id: 'other', number: '9/2026/TT-BGDĐT' })],
        [
          aPassage(FEES, { id: 'old#1', documentId: 'old' }),
          aPassage('Học sinh mặc đồng phục.', { id: 'other#1', documentId: 'other' }),
        ],
      );
      const answer = await ask(base, QUESTION);
      return answer.kind === 'answered' ? answer.text : '';
    };
    expect(await answerTo(['Điều 1'])).toContain('Lưu ý: nội dung này đã được sửa đổi, bổ sung bởi 8/2026/TT-BGDĐT.');
    expect(await answerTo(['Điều 2'])).not.toContain('Lưu ý');
    expect(await answerTo([])).toContain('một số điều của văn bản này đã được sửa đổi, bổ sung bởi 8/2026/TT-BGDĐT');
  });

  it('leaves out a clause that was repealed while its document goes on', async () => {
    const old = aDocument({ id: 'old', number: '1/2025/TT-BGDĐT' });
    const relations = [aRelation({ kind: 'repeals', number: '1/2025/TT-BGDĐT', parts: ['Điều 1'] })];
    const answer = await ask(baseOf(old, aDocument({ id: 'new', number: '8/2026/TT-BGDĐT', relations })), QUESTION);
    expect(answer.kind === 'answered' && answer.sources[0].hit.document.id).toBe('new');
  });

  it('from a text that names no day in force says so, unless the office wants it otherwise', async () => {
    const base = baseOf(aDocument({ inForceFrom: null }));
    const under = (unknownValidity: 'warn' | 'answer' | 'withhold') =>
      answerQuestion(base, null, QUESTION, [], { ...scope, unknownValidity });
    const warned = await ask(base, QUESTION);
    expect(warned.kind === 'answered' && warned.text).toContain('Lưu ý: văn bản không ghi ngày có hiệu lực');
    const plain = await under('answer');
    expect(plain.kind === 'answered' && plain.text).not.toContain('Lưu ý');
    expect((await under('withhold')).kind).toBe('unknown');
  });

  it('is never made of a text that an editor withdrew, not even by its number', async () => {
    const answer = await ask(
      baseOf(aDocument({ number: '7/2026/TT-BGDĐT', withdrawn: true })),
      `${QUESTION} theo 7/2026/TT-BGDĐT`,
    );
    expect(answer).toMatchObject({ kind: 'unknown', reason: 'no-such-document' });
  });

  it('of another province is given when asked for by place, and says so', async () => {
    const answer = await ask(baseOf(aDocument({ territory: 'Huế' })), `${QUESTION} ở Huế`);
    expect(answer.kind === 'answered' && answer.text).toContain('áp dụng tại Huế');
  });

  it('is refused for a place whose rules are not held', async () => {
    expect(await ask(baseOf(aDocument()), `${QUESTION} ở Đà Nẵng`)).toMatchObject({
      kind: 'unknown',
      reason: 'elsewhere',
    });
  });

  it('never confirms a document that is not held', async () => {
    expect(
      await ask(baseOf(aDocument()), 'Nghị định 999/2026/NĐ-CP nói bữa trưa bán trú miễn phí phải không'),
    ).toMatchObject({ kind: 'unknown', reason: 'no-such-document' });
  });

  it('is not given to empty, foreign or meaningless text', async () => {
    for (const text of ['', '???', 'asdf qwer', 'What is the weather in Paris'])
      expect((await ask(baseOf(aDocument()), text)).kind).toBe('unknown');
  });

  it('that may be beside the point says so, and names what else there is, the same words of two texts once', async () => {
    const rule = 'Học sinh nộp đơn xin chuyển trường cho hiệu trưởng trường nơi đến trước khi học kỳ bắt đầu.';
    const texts = ['Giáo viên dạy thêm báo cáo hiệu trưởng.', rule, rule];
    const documents = texts.map((_, index) => aDocument({ id: `d${index}`, number: `${index + 1}/2026/TT-BGDĐT` }));
    const base = buildKnowledgeBase(
      [...documents, aDocument({ id: 'other', number: '9/2026/TT-BGDĐT' })],
      [
        ...texts.map((text, index) => aPassage(text, { id: `d${index}#1`, documentId: `d${index}` })),
        aPassage('Hiệu trưởng trả lời đơn xin chuyển lớp.', { id: 'other#1', documentId: 'other' }),
      ],
    );
    const answer = await ask(base, 'xin chuyển trường báo cáo dạy thêm');
    const reply = answer.kind === 'answered' ? answer.text : '';
    expect(reply).toContain('Dạ, gần với câu hỏi của anh/chị nhất là quy định:\n\nGiáo viên dạy thêm');
    expect(reply).toContain(
      '– Học sinh nộp đơn xin chuyển trường cho hiệu trưởng trường nơi đến trước khi học kỳ bắt đầu. (Điều 1, Thông tư 2/2026/TT-BGDĐT)',
    );
    expect(reply).not.toContain('3/2026/TT-BGDĐT');
  });

  it('is not held back because no text says «ai», as it is by a word that no text knows', async () => {
    const base = baseOf(aDocument());
    const confidence = async (word: string) => (await ask(base, `bữa trưa bán trú ${word}`)).confidence;
    expect(await confidence('ai')).toBeGreaterThan(await confidence('kayak'));
  });

  it('ends where a thought ends, not with a lead whose items are cut off', async () => {
    const parts = [
      {
        address: 'Điều 1, ý 1',
        text: `Con liệt sĩ được cộng điểm ưu tiên khi thi lớp 10. ${'Hội đồng xét từng hồ sơ. '.repeat(20)}`.trim(),
      },
      { address: 'Điều 1, ý 2', text: 'Nhóm đối tượng 2:' },
      {
        address: 'Điều 1, ý 3',
        text: `Con Anh hùng lực lượng vũ trang. ${'Hồ sơ nộp tại trường. '.repeat(20)}`.trim(),
      },
    ];
    const text = parts.map((part) => part.text).join('\n');
    const base = buildKnowledgeBase(
      [aDocument(), aDocument({ id: 'other', number: '9/2026/TT-BGDĐT' })],
      [aPassage(text, { parts }), aPassage('Học sinh mặc đồng phục.', { id: 'other#1', documentId: 'other' })],
    );
    const answer = await ask(base, 'con liệt sĩ thi lớp 10 được cộng điểm ưu tiên');
    expect(answer.kind === 'answered' && answer.sources[0].extract).toMatchObject({ address: 'Điều 1, ý 1' });
  });
});
