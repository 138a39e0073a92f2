import { describe, expect, it } from 'vitest';
import { decideBurst } from '../../bot/policy/decide-burst.ts';
import { SWITCHABLE_TOPICS, unlessOff } from '../../bot/topic-settings.ts';

const decide = (text: string) => decideBurst(text, []);
const ruleOf = (text: string) => decide(text)?.rule ?? null;
const lines = (block: string) =>
  block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const INSULTS = lines(`
  mày ngu như chó
  đồ chó
  bot này ngu vl
  ad ngu quá
  địt mẹ mày
  dm may
  dcm bọn mày
  cút đi
  cam mom di
  bọn mày óc chó vcl
  cán bộ ngu như lợn
  lũ ăn hại
  đồ vô học
  đ ị t m ẹ m à y
  ngu nhu cho
  ó c c h ó
  khốn nạn 🤬🤬
  ngu.như.chó
  d.m mày
  djt me may
`);
const WORRIES = lines(`
  đm sao giờ chưa có kết quả lớp 10
  đm trả lời cái kiểu gì đấy 🤬🤬🤬
  con ngu quá
  em ngu quá
  cho con vô học
  máy điện
  con di luon
  do cho con
  chỗ để xe
  đồ ngu, học phí lớp 1 bao nhiêu
  cái đm học phí gì mà đắt thế
  bọn mày ăn hại lương dân, tao tố cáo
  mày ngu như chó, cho tao gặp cán bộ
  xóa dữ liệu của tao đi lũ chó
  con tôi bị cô chửi là óc chó
  bố em bảo em là đồ chó
  tao muốn chết, đồ ngu
  thằng bố nó đánh con em, đồ khốn nạn
`);
const ADVERTS = lines(`
  Vay tiền nhanh lãi suất thấp LH Zalo 0912345678
  Cho vay nhanh duyệt trong ngày http://vaynhanh.example.vip
  Kiếm tiền online tại nhà 500k/ngày https://t.me/kiemtien
  Nhà cái số 1 nạp 100k tặng 100k www.nhacai.example.com
  tang like follow gia re zalo.me/0909123456
`);
const NO_ADVERTS = lines(`
  link này có lừa đảo không https://tuyensinh-hanoi.xyz
  trường thu tiền đồng phục giảm giá còn 200k, số em 0912345678
  https://hanoi.edu.vn/tuyensinh
  nhà em thu nhập thấp, có được miễn học phí không 0912345678
  có người nhắn cho con em việc nhẹ lương cao, 0912345678
  con em bị dụ vào nhà cái nợ tiền, cứu cháu với 0912345678
`);

describe('a message that is nothing but an insult', () => {
  it('is known in accented, unaccented, spaced and teencode spelling', () => {
    expect(INSULTS.filter((text) => ruleOf(text) !== 'abuse.insult')).toEqual([]);
  });

  it('is not seen in worry, in a question, in danger, in a grievance or in a wish, however rude', () => {
    expect(WORRIES.filter((text) => ruleOf(text)?.startsWith('abuse.'))).toEqual([]);
  });

  it('hides neither danger nor a question in the message beside it', () => {
    expect(decide('đồ chó\ncon em bị bố đánh chảy máu cứu với')?.outcome).toBe('crisis');
    expect(ruleOf('đồ chó\nhọc phí lớp 1 công lập bao nhiêu')).toBeNull();
    expect(decide('đồ chó\ncho tao gặp cán bộ')?.topic).toBe('human_request');
  });

  it('changes nothing in what a question means', () => {
    const question = 'sao giờ chưa có kết quả lớp 10';
    expect(decide(`đm ${question}`)).toEqual(decide(question));
  });
});

describe('advertising', () => {
  it('is known by an offer beside a link or a number', () => {
    expect(ADVERTS.filter((text) => ruleOf(text) !== 'abuse.advert')).toEqual([]);
  });

  it('is not seen in what citizens ask and tell of links, numbers and offers', () => {
    expect(NO_ADVERTS.filter((text) => ruleOf(text)?.startsWith('abuse.'))).toEqual([]);
  });
});

it('misuse stays known where the office leaves small talk and other matters to the documents', () => {
  const settings = { off: [...SWITCHABLE_TOPICS], replies: {} };
  for (const text of ['đồ chó', ADVERTS[0] ?? '']) expect(unlessOff(decide(text), settings)?.rule).toMatch(/^abuse\./u);
});
