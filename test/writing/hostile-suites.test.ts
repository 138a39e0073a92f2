import { expect, it } from 'vitest';
import { findPassages, judgeCase } from '../measures/writing/judge-cases.ts';
import type { WritingCase } from '../measures/writing/read-cases.ts';
import { writingSuites } from '../measures/writing/suites.ts';

const LEAST_PASSED = 0.95;
/** Never tuned to: it tells how the verifier meets what it does not know, and misses the goal (`docs/red-team.md`). */
const NOT_TUNED_TO = 'ninth';

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

it('honest answers of the suites that were tuned to pass often enough', async () => {
  let tried = 0;
  let passed = 0;
  for (const { name, passages, honest } of writingSuites()) {
    if (name === NOT_TUNED_TO) continue;
    tried += honest.length;
    passed += (await passing(honest, findPassages(passages))).length;
  }
  expect(tried).toBeGreaterThanOrEqual(400);
  expect(passed / tried).toBeGreaterThanOrEqual(LEAST_PASSED);
});
