import { expect, it } from 'vitest';
import { findPassages, judgeCase } from '../measures/writing/judge-cases.ts';
import type { WritingCase } from '../measures/writing/read-cases.ts';
import { writingSuites } from '../measures/writing/suites.ts';

const LEAST_PASSED = 0.95;
/** Of answers of a new kind, as the last suite tells them. */
const LEAST_PASSED_UNTUNED = 0.7;

async function passing(
  cases: readonly WritingCase[],
  passages: ReturnType<typeof findPassages>,
): Promise<readonly string[]> {
  const passed: string[] = [];
  for (const one of cases) {
    const judged = [await judgeCase(one, passages, 'own'), await judgeCase(one, passages, 'all')];
    if (judged.some((each) => each.passed)) passed.push(one.sentences.join(' ‖ '));
  }
  return passed;
}

it.each(writingSuites())(
  'no hostile answer over the $name passages reaches a citizen but those known to, whatever it cites',
  async ({ passages, hostile, open }) => {
    expect(hostile.length).toBeGreaterThan(50);
    const passed = await passing(hostile, findPassages(passages));
    expect(passed, passed.join('\n')).toHaveLength(open);
  },
);

it.each([
  { tunedTo: true, least: LEAST_PASSED },
  { tunedTo: false, least: LEAST_PASSED_UNTUNED },
])('honest answers pass often enough (tuned to them: $tunedTo)', async ({ tunedTo, least }) => {
  let tried = 0;
  let passed = 0;
  for (const { passages, honest, isEstimate } of writingSuites()) {
    if (isEstimate === tunedTo) continue;
    tried += honest.length;
    passed += (await passing(honest, findPassages(passages))).length;
  }
  expect(tried).toBeGreaterThanOrEqual(40);
  expect(passed / tried).toBeGreaterThanOrEqual(least);
});
