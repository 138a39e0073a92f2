import { expect, it } from 'vitest';
import { falseRead, findPassages, judgeCase } from '../measures/writing/judge-cases.ts';
import { writingSuites } from '../measures/writing/suites.ts';

const LEAST_TAKEN = 0.95;

it.each(writingSuites())(
  'no false sentence over the passages of the $name suite is read, whatever it cites',
  async ({ passages, hostile }) => {
    expect(hostile.length).toBeGreaterThan(50);
    const kept = findPassages(passages);
    const read: string[] = [];
    for (const one of hostile)
      for (const offered of ['own', 'all'] as const) read.push(...falseRead(one, await judgeCase(one, kept, offered)));
    expect(read).toEqual([]);
  },
);

it.each(writingSuites())(
  'true answers over the passages of the $name suite are taken at once',
  async ({ passages, honest }) => {
    expect(honest.length).toBeGreaterThan(30);
    const kept = findPassages(passages);
    const judged = [];
    for (const one of honest)
      for (const offered of ['own', 'all'] as const) judged.push(await judgeCase(one, kept, offered));
    expect(judged.filter(({ taken }) => taken).length / judged.length).toBeGreaterThanOrEqual(LEAST_TAKEN);
  },
);
