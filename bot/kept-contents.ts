import type { z } from 'zod';
import type { KeptValues } from './ports/kept-values.ts';

/** A kept value that is none of what its name promises, as after an edit by hand; reading it again does not help. */
export class KeptValueUnreadable extends Error {
  readonly code = 'KEPT_VALUE_UNREADABLE';
  readonly valueName: string;

  constructor(valueName: string, cause?: unknown) {
    super(`The kept value "${valueName}" cannot be read; admin doctor says what to do.`, { cause });
    this.name = 'KeptValueUnreadable';
    this.valueName = valueName;
  }
}

/** What a kept value means. */
export interface KeptContents<T> {
  /** Where the value cannot be read: what holds instead. */
  readonly value: T;
  readonly unreadable: boolean;
}

/** How a kept value is read. */
export interface KeptMeaning<T> {
  /** @throws where the value is none of these */
  readonly parse: (value: string) => T;
  /** What holds where nothing is kept. */
  readonly usual: T;
  /** What is left of a value that cannot be read as a whole; the usual unless given. Never throws. */
  readonly salvage?: (value: string) => T;
}

/** The meaning of what was kept, or was not (`null`). Never throws. */
export function contentsOf<T>(value: string | null, { parse, usual, salvage }: KeptMeaning<T>): KeptContents<T> {
  if (value === null) return { value: usual, unreadable: false };
  try {
    return { value: parse(value), unreadable: false };
  } catch {
    return { value: salvage?.(value) ?? usual, unreadable: true };
  }
}

/** @throws KeptValueUnreadable */
export function parseKept<T>(name: string, value: string, parse: (value: string) => T): T {
  try {
    return parse(value);
  } catch (error) {
    throw new KeptValueUnreadable(name, error);
  }
}

/** The members of a JSON list that are whole; `[]` where it is none. */
export function wholeMembers<T>(value: string, member: z.ZodType<T>): readonly T[] {
  const list = jsonOrNull(value);
  return Array.isArray(list) ? list.flatMap((one) => wholeOne(one, member)) : [];
}

/** The entries of a JSON object whose values are whole; `[]` where it is none. */
export function wholeEntries<T>(value: string, member: z.ZodType<T>): readonly (readonly [string, T])[] {
  const record = jsonOrNull(value);
  if (record === null || typeof record !== 'object' || Array.isArray(record)) return [];
  return Object.entries(record).flatMap(([key, one]) => wholeOne(one, member).map((whole) => [key, whole] as const));
}

/** Where an unreadable value lies after something readable took its place, for a person to look at. */
export function asideName(name: string): string {
  return `unreadable:${name}`;
}

/** Puts a value that cannot be read beside, before something readable takes its place; the newest of its name stays. */
export async function putAside(kept: Pick<KeptValues, 'get' | 'set'>, name: string): Promise<void> {
  const value = await kept.get(name);
  if (value !== null) await kept.set(asideName(name), value);
}

function wholeOne<T>(one: unknown, member: z.ZodType<T>): readonly T[] {
  const read = member.safeParse(one);
  return read.success ? [read.data] : [];
}

function jsonOrNull(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
