import { z } from 'zod';
import { type Parted, parted } from '../../../bot/links/link.ts';
import type { Guard, GuardedSteps, Step } from './apply-changes.ts';
import { PREFIX, type RedisConnection } from './connection.ts';

/** Reads what this program wrote itself. */
const partedJson = z.string().transform((text) => JSON.parse(text) as Parted);

/** What is to be told of a link that was undone elsewhere, with the guard that it stands. */
interface ReadParting {
  readonly parting: Parted | null;
  readonly guard: Guard;
}

/** Reads what is to be told in a conversation of links that were undone elsewhere. */
export async function readParting(connection: RedisConnection, conversationId: string): Promise<ReadParting> {
  const key = `parted:${conversationId}`;
  const found = z
    .string()
    .nullable()
    .parse(await connection.send(['GET', `${PREFIX}${key}`]));
  return { parting: found === null ? null : partedJson.parse(found), guard: ['equal', key, found] };
}

/** Steps that store it: `parted:<conversation>`, `links-parted` those in which it has yet to be told. */
export function partingSteps(parting: Parted): readonly Extract<Step, readonly ['call', ...unknown[]]>[] {
  return [
    ['call', 'SET', `parted:${parting.conversationId}`, JSON.stringify(parting)],
    ['call', 'SADD', 'links-parted', parting.conversationId],
  ];
}

/** Steps that note that a link was undone elsewhere. */
export async function noteParting(
  connection: RedisConnection,
  parting: Parameters<typeof parted>[1],
): Promise<GuardedSteps> {
  const before = await readParting(connection, parting.conversationId);
  return { steps: partingSteps(parted(before.parting, parting)), guards: [before.guard] };
}

/** Steps that forget it. */
export function forgetPartingSteps(conversationId: string): readonly Step[] {
  return [
    ['call', 'DEL', `parted:${conversationId}`],
    ['call', 'SREM', 'links-parted', conversationId],
  ];
}
