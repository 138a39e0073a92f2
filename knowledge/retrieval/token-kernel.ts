/**
 * The one loop of late interaction as WebAssembly with vector instructions (four tokens of a question at once, two
 * numbers of each), put together here byte by byte because it is all there is of it. In JavaScript it took more than a
 * third of the time of a search.
 *
 *     for each token t of the passage
 *       for each group g of four tokens of the question
 *         best[g] = max(best[g], t · g)
 */

/** Bytes of a vector register; a group of question tokens has one for each pair of dimensions. */
export const REGISTER = 16;
/** Question tokens of a group. */
export const LANES = 4;
const PAGE = 65_536;
/** Room of the question's tokens, and of what was best for them. */
const MOST_GROUPS = 64;

/** Compiled for one number of dimensions. */
export interface TokenKernel {
  readonly memory: ArrayBuffer;
  /** Where the four best products of each group are, as 32-bit numbers. */
  readonly bestAt: number;
  /** Where the question is: for each group and pair of dimensions, the pair of each of its four tokens, as 16-bit numbers. */
  readonly questionAt: number;
  /** Where the passage's tokens are, as bytes. */
  readonly passageAt: number;
  /** Most groups of a question, and most tokens of a passage in one run. */
  readonly mostGroups: number;
  readonly mostTokens: number;
  /** Raises what is best so far for each group by `tokens` (1 or more) tokens of the passage; `groups` 1 or more. */
  readonly run: (groups: number, tokens: number) => void;
}

/** @param dimensions a multiple of 8 */
export function compileTokenKernel(dimensions: number): TokenKernel {
  const groupBytes = (dimensions / 2) * REGISTER;
  const questionAt = MOST_GROUPS * REGISTER;
  const passageAt = questionAt + MOST_GROUPS * groupBytes;
  const pages = Math.ceil(passageAt / PAGE) + 1;
  const code = new Uint8Array(moduleBytes(dimensions, questionAt, pages));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code));
  const { memory, run } = exports as {
    memory: WebAssembly.Memory;
    run: (questionEnd: number, passage: number, passageEnd: number) => void;
  };
  return {
    memory: memory.buffer,
    bestAt: 0,
    questionAt,
    passageAt,
    mostGroups: MOST_GROUPS,
    mostTokens: Math.floor((pages * PAGE - passageAt) / dimensions),
    run: (groups, tokens) => run(questionAt + groups * groupBytes, passageAt, passageAt + tokens * dimensions),
  };
}

// Codes of the binary format: https://webassembly.github.io/spec/core/binary/
const I32 = 0x7f;
const V128 = 0x7b;
const BLOCK_WITHOUT_RESULT = 0x40;
const LOOP = 0x03;
const BRANCH_IF = 0x0d;
const END = 0x0b;
const I32_CONST = 0x41;
const I32_ADD = 0x6a;
const I32_LESS_UNSIGNED = 0x49;
const GET = 0x20;
const SET = 0x21;
const TEE = 0x22;
const VECTOR = 0xfd;
const V128_LOAD = 0x00;
const I16X8_LOAD_BYTES = 0x01;
const V128_STORE = 0x0b;
const I8X16_SHUFFLE = 0x0d;
const I32X4_ADD = 0xae;
const I32X4_MAX = 0xb8;
const I32X4_DOT_I16X8 = 0xba;

// Parameters and local variables of the function, by number; the pairs of a passage token come after them.
const QUESTION_END = 0;
const TOKEN = 1;
const PASSAGE_END = 2;
const GROUP = 3;
const BEST = 4;
const LOADED = 5;
const FIRST_PAIR = 6;

const PAIRS_OF_A_LOAD = 4;

function moduleBytes(dimensions: number, questionAt: number, pages: number): number[] {
  const type = [1, 0x60, 3, I32, I32, I32, 0];
  const functions = [1, 0];
  const memory = [1, 0, ...unsigned(pages)];
  const exported = [2, ...name('memory'), 2, 0, ...name('run'), 0, 0];
  const body = [...locals(dimensions), ...instructions(dimensions, questionAt), END];
  return [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, type),
    ...section(3, functions),
    ...section(5, memory),
    ...section(7, exported),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ];
}

function locals(dimensions: number): number[] {
  return [2, 2, I32, ...unsigned(1 + dimensions / 2), V128];
}

function instructions(dimensions: number, questionAt: number): number[] {
  const pairs = Array.from({ length: dimensions / 2 }, (_, pair) => pair);
  const product = (pair: number) => [
    ...[GET, GROUP, VECTOR, V128_LOAD, 0, ...unsigned(pair * REGISTER)],
    ...[GET, ...unsigned(FIRST_PAIR + pair), VECTOR, ...unsigned(I32X4_DOT_I16X8)],
  ];
  const add = [VECTOR, ...unsigned(I32X4_ADD)];
  return [
    ...[LOOP, BLOCK_WITHOUT_RESULT],
    ...pairs.flatMap(spreadPair),
    ...[I32_CONST, 0, SET, BEST],
    ...[I32_CONST, ...signed(questionAt), SET, GROUP],
    ...[LOOP, BLOCK_WITHOUT_RESULT],
    ...[GET, BEST],
    ...pairs.flatMap((pair) => [...product(pair), ...(pair === 0 ? [] : add)]),
    ...[GET, BEST, VECTOR, V128_LOAD, 0, 0, VECTOR, ...unsigned(I32X4_MAX)],
    ...[VECTOR, V128_STORE, 0, 0],
    ...advance(BEST, REGISTER),
    ...[SET, BEST],
    ...advance(GROUP, pairs.length * REGISTER),
    ...[TEE, GROUP, GET, QUESTION_END, I32_LESS_UNSIGNED, BRANCH_IF, 0, END],
    ...advance(TOKEN, dimensions),
    ...[TEE, TOKEN, GET, PASSAGE_END, I32_LESS_UNSIGNED, BRANCH_IF, 0, END],
  ];
}

/** Widens a passage token's bytes and writes one pair of them four times side by side. */
function spreadPair(pair: number): number[] {
  const within = pair % PAIRS_OF_A_LOAD;
  const load = [GET, TOKEN, VECTOR, I16X8_LOAD_BYTES, 0, ...unsigned((pair - within) * 2), SET, LOADED];
  const bytes = Array.from({ length: REGISTER }, (_, at) => within * 4 + (at % 4));
  return [
    ...(within === 0 ? load : []),
    ...[GET, LOADED, GET, LOADED, VECTOR, I8X16_SHUFFLE, ...bytes, SET, ...unsigned(FIRST_PAIR + pair)],
  ];
}

function advance(local: number, bytes: number): number[] {
  return [GET, local, I32_CONST, ...signed(bytes), I32_ADD];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function name(text: string): number[] {
  return [text.length, ...Buffer.from(text, 'latin1')];
}

/** LEB128. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...unsigned(Math.floor(value / 0x80))];
}

/** LEB128 of a number that is not negative, with room for the sign. */
function signed(value: number): number[] {
  return value < 0x40 ? [value] : [(value % 0x80) + 0x80, ...signed(Math.floor(value / 0x80))];
}
