import { describe, expect, it } from 'vitest';
import { readDocument } from '../../ingest/read-document.ts';
import { groupSameTexts } from '../../ingest/same-text.ts';
import { aDecision } from '../builders/office-files.ts';

async function read(name: string, text: string) {
  const reading = await readDocument({ name, bytes: Buffer.from(text) });
  if (!reading.ok) throw new Error(reading.skipped.message);
  return reading;
}

const long = Array.from(
  { length: 12 },
  (_, index) => `Trường tổ chức hoạt động thứ ${index + 1} cho học sinh theo kế hoạch.`,
);
const groups = async (...texts: readonly string[]) => {
  const readings = await Promise.all(texts.map((text, index) => read(`${index}.txt`, text)));
  return groupSameTexts(readings).map(({ chosen, others }) => [chosen, ...others].map(({ document }) => document.file));
};

describe('the same text', () => {
  it('is found again when spelt with other spaces, breaks and capitals', async () => {
    const text = aDecision(1, long);
    expect(await groups(text, text.replaceAll('\n\n', '\n \n').replace('QUYẾT ĐỊNH', 'Quyết định'))).toEqual([
      ['0.txt', '1.txt'],
    ]);
  });

  it('is found again when a format lost a word, under the same number and date', async () => {
    const text = aDecision(1, long);
    expect(await groups(text, text.replace('theo kế hoạch', 'theo kế'))).toEqual([['0.txt', '1.txt']]);
  });

  it('is another text when a figure differs, however alike', async () => {
    const text = aDecision(1, [...long, 'Mức thu là 35.000 đồng.']);
    expect(await groups(text, text.replace('35.000', '45.000'))).toEqual([['0.txt'], ['1.txt']]);
  });

  it('is another text under another number', async () => {
    expect(await groups(aDecision(1, long), aDecision(2, long))).toEqual([['0.txt'], ['1.txt']]);
  });
});
