import { expect, it } from 'vitest';
import { findPassages, judgeCase } from '../measures/writing/judge-cases.ts';
import type { WritingCase } from '../measures/writing/read-cases.ts';
import { writingSuites } from '../measures/writing/suites.ts';

const LEAST_PASSED = 0.95;
const LEAST_PASSED_FURTHER = 0.82;
const LEAST_PASSED_ELEVENTH = 0.6;
/** Written to see whether what was learnt of the others carries over; they miss the goal (`docs/red-team.md`). */
const FURTHER = 'further';
const ELEVENTH = 'eleventh';

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
  ['of the suites that were tuned to', (name: string) => name !== FURTHER && name !== ELEVENTH, 400, LEAST_PASSED],
  // The goal is not reached here; what was reached is held.
  ['that were written further', (name: string) => name === FURTHER, 100, LEAST_PASSED_FURTHER],
  ['that nobody who changed the verifier had seen', (name: string) => name === ELEVENTH, 70, LEAST_PASSED_ELEVENTH],
])('honest answers %s pass often enough', async (_, isMeant, fewest, least) => {
  let tried = 0;
  let passed = 0;
  for (const { name, passages, honest } of writingSuites()) {
    if (!isMeant(name)) continue;
    tried += honest.length;
    passed += (await passing(honest, findPassages(passages))).length;
  }
  expect(tried).toBeGreaterThanOrEqual(fewest);
  expect(passed / tried).toBeGreaterThanOrEqual(least);
});
