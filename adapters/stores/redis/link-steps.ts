import { z } from 'zod';
import {
  CODE_LASTS_MS,
  type Joining,
  joined,
  type LinkedConversation,
  MOST_TRIES_IN_ALL,
  othersIn,
  TRIES_WITHIN_MS,
  whyNotLinked,
  withoutOne,
} from '../../../bot/links/link.ts';
import type { TurnCommit } from '../../../bot/ports/records.ts';
import type { Guard, GuardedSteps, Step } from './apply-changes.ts';
import { PREFIX, type RedisConnection } from './connection.ts';
import { forgetPartingSteps, noteParting } from './parting-steps.ts';
import { scanKeys } from './scan-keys.ts';

/** When wrong codes were typed, whoever typed them. */
export const TRIES_IN_ALL = 'link-tries-in-all';

const stored = z.string().nullable();
const texts = z.array(z.string());
/** Reads what this program wrote itself. */
const linkedJson = z.string().transform((text) => JSON.parse(text) as LinkedConversation);
const codeJson = z
  .string()
  .transform((text) => JSON.parse(text) as { readonly conversationId: string; readonly until: number });

/** What stands there of a group, with the guards that it still does when something is written. */
interface ReadGroup {
  readonly group: readonly LinkedConversation[];
  readonly guards: readonly Guard[];
}

/** The code of a digest that may still be used, with the guard that it stands. */
interface ReadCode {
  readonly giver: string | null;
  readonly guard: Guard;
}

/**
 * Steps that store one linked conversation: `link:<conversation>`, `links-in:<group>` the conversations of a group,
 * `links-untold` those in which the citizen has yet to be told.
 */
export function linkedSteps(one: LinkedConversation): readonly Extract<Step, readonly ['call', ...unknown[]]>[] {
  const { conversationId, groupId, isTold } = one;
  return [
    ['call', 'SET', `link:${conversationId}`, JSON.stringify(one)],
    ['call', 'SADD', `links-in:${groupId}`, conversationId],
    ['call', isTold ? 'SREM' : 'SADD', 'links-untold', conversationId],
  ];
}

function removalSteps({ conversationId, groupId }: LinkedConversation): readonly Step[] {
  return [
    ['call', 'DEL', `link:${conversationId}`],
    ['call', 'SREM', `links-in:${groupId}`, conversationId],
    ['call', 'SREM', 'links-untold', conversationId],
  ];
}

/** The group of a conversation, the first linked first; empty: it is linked with none. */
export async function readGroup(connection: RedisConnection, conversationId: string): Promise<ReadGroup> {
  const get = async (id: string) => stored.parse(await connection.send(['GET', `${PREFIX}link:${id}`]));
  const own = await get(conversationId);
  if (own === null) return { group: [], guards: [['equal', `link:${conversationId}`, null]] };
  const { groupId } = linkedJson.parse(own);
  const ids = texts.parse(await connection.send(['SMEMBERS', `${PREFIX}links-in:${groupId}`]));
  const found = await Promise.all(ids.map(async (id) => ({ id, text: await get(id) })));
  return {
    group: found
      .flatMap(({ text }) => (text === null ? [] : [linkedJson.parse(text)]))
      .sort((one, other) => one.linkedAt - other.linkedAt || (one.conversationId < other.conversationId ? -1 : 1)),
    guards: [
      ['reads', String(ids.length), 'SCARD', `links-in:${groupId}`],
      ...found.map(({ id, text }) => ['equal', `link:${id}`, text] as const),
    ],
  };
}

/** Reads by a code's digest; `at` in ms since epoch. */
export async function readCode(connection: RedisConnection, digest: string, at: number): Promise<ReadCode> {
  const key = `link-code:${digest}`;
  const found = stored.parse(await connection.send(['GET', `${PREFIX}${key}`]));
  const code = found === null ? null : codeJson.parse(found);
  return { giver: code !== null && code.until > at ? code.conversationId : null, guard: ['equal', key, found] };
}

/** Steps that take a conversation out of its group, with the code that it gave. */
export async function unlinkSteps(connection: RedisConnection, conversationId: string): Promise<GuardedSteps> {
  const { group, guards } = await readGroup(connection, conversationId);
  const stays = withoutOne(group, conversationId);
  const code = await givenCodeSteps(connection, conversationId);
  return {
    steps: [...code, ...group.filter((one) => !stays.includes(one)).flatMap(removalSteps)],
    guards,
  };
}

/** Steps that undo a citizen's link here, and note it where they have yet to be told. */
async function leavingSteps(
  connection: RedisConnection,
  { conversationId, channel, at }: TurnCommit,
): Promise<GuardedSteps> {
  const { group, guards } = await readGroup(connection, conversationId);
  const unlinked = await unlinkSteps(connection, conversationId);
  const noted = await Promise.all(
    othersIn(group, conversationId).map((one) =>
      noteParting(connection, { conversationId: one.conversationId, channel, at }),
    ),
  );
  return {
    steps: [...unlinked.steps, ...noted.flatMap(({ steps }) => steps), ...forgetPartingSteps(conversationId)],
    guards: [...guards, ...unlinked.guards, ...noted.flatMap((each) => each.guards)],
  };
}

/**
 * Steps that take everything about a citizen's links; of wrong codes it stays when they were typed, or whoever guesses would
 * begin anew.
 */
export async function linkErasureSteps(connection: RedisConnection, conversationId: string): Promise<GuardedSteps> {
  const { steps, guards } = await unlinkSteps(connection, conversationId);
  return {
    steps: [...steps, ...forgetPartingSteps(conversationId), ['call', 'DEL', `link-tries:${conversationId}`]],
    guards,
  };
}

/** Steps that forget the code which a conversation gave. */
async function givenCodeSteps(connection: RedisConnection, conversationId: string): Promise<readonly Step[]> {
  const digest = stored.parse(await connection.send(['GET', `${PREFIX}link-code-of:${conversationId}`]));
  if (digest === null) return [];
  return [
    ['call', 'DEL', `link-code:${digest}`],
    ['call', 'DEL', `link-code-of:${conversationId}`],
  ];
}

/** Steps that write what a turn makes of the citizen's links; `stale` where a code stands no more. */
export async function turnLinkSteps(connection: RedisConnection, turn: TurnCommit): Promise<GuardedSteps | 'stale'> {
  const { link, conversationId, at } = turn;
  switch (link?.kind) {
    case 'offered': {
      const before = await givenCodeSteps(connection, conversationId);
      const code = JSON.stringify({ conversationId, until: link.until });
      const lasts = String(CODE_LASTS_MS);
      const steps: readonly Step[] = [
        ['call', 'SET', `link-code:${link.digest}`, code, 'PX', lasts],
        ['call', 'SET', `link-code-of:${conversationId}`, link.digest, 'PX', lasts],
      ];
      return { steps: [...before, ...steps], guards: [] };
    }
    case 'mistyped': {
      const key = `link-tries:${conversationId}`;
      const steps: readonly Step[] = [
        ['call', 'RPUSH', key, String(at)],
        ['call', 'PEXPIRE', key, String(TRIES_WITHIN_MS)],
        ['call', 'RPUSH', TRIES_IN_ALL, String(at)],
        ['call', 'LTRIM', TRIES_IN_ALL, String(-MOST_TRIES_IN_ALL), '-1'],
        ['call', 'PEXPIRE', TRIES_IN_ALL, String(TRIES_WITHIN_MS)],
      ];
      return { steps, guards: [] };
    }
    case 'joined': {
      const code = await readCode(connection, link.digest, at);
      const own = await readGroup(connection, conversationId);
      const givers = await readGroup(connection, link.giver);
      const joining: Joining = { conversationId, giver: link.giver, own: own.group, givers: givers.group };
      if (code.giver !== link.giver || whyNotLinked(joining) !== null) return 'stale';
      return {
        steps: [
          ...(await givenCodeSteps(connection, link.giver)),
          ...own.group.flatMap(removalSteps),
          // What they are linked with now is told instead.
          ...joined(joining, link, at).flatMap((one) => [
            ...linkedSteps(one),
            ...forgetPartingSteps(one.conversationId),
          ]),
        ],
        guards: [code.guard, ...own.guards, ...givers.guards],
      };
    }
    case 'left':
      return leavingSteps(connection, turn);
    default:
      return { steps: [], guards: [] };
  }
}

/** Puts every linked conversation into its group, and among those who have yet to be told, again. */
export async function indexLinks(connection: RedisConnection): Promise<void> {
  for (const id of await scanKeys(connection, 'link:')) {
    const found = stored.parse(await connection.send(['GET', `${PREFIX}link:${id}`]));
    if (found === null) continue;
    for (const [, command, key, ...words] of linkedSteps(linkedJson.parse(found))) {
      await connection.send([command, `${PREFIX}${key}`, ...words]);
    }
  }
}
