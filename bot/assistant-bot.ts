import { ActivityHandler, type TurnContext } from 'botbuilder';
import { runComment } from './run-comment.ts';
import { runEvent } from './run-event.ts';
import { dropLateOriginal, runRevision } from './run-revision.ts';
import { runTurn, type TurnDependencies, type TurnSource } from './run-turn.ts';
import { CHANNEL_EVENTS, readHeard } from './turn-input.ts';

const SOURCE = Symbol('turn source');
const RESULT = Symbol('turn result');

/** Puts where the mail came from into a Bot Framework turn. */
export function setTurnSource(context: TurnContext, source: TurnSource): void {
  context.turnState.set(SOURCE, source);
}

/** How the turn ended; `stale` means that nothing was written and the mail must be read again. */
export function turnResult(context: TurnContext): 'done' | 'stale' {
  return context.turnState.get(RESULT) === 'done' ? 'done' : 'stale';
}

/**
 * The bot as a Bot Framework handler. It decides and records; it never sends inside the turn, because words leave
 * only through the outbox.
 */
export function createAssistantBot(dependencies: TurnDependencies): ActivityHandler {
  const bot = new ActivityHandler();
  bot.onMessage(async (context, next) => {
    const source = sourceOf(context);
    const result =
      (await dropLateOriginal(source, dependencies)) ??
      (await runTurn(readHeard(context.activity), source, dependencies));
    context.turnState.set(RESULT, result);
    await next();
  });
  bot.onEvent(async (context, next) => {
    const { activity } = context;
    const source = sourceOf(context);
    const result =
      activity.name === CHANNEL_EVENTS.commented
        ? await runComment(activity, source, dependencies)
        : ((await runRevision(activity, source, dependencies)) ?? (await runEvent(activity, source, dependencies)));
    context.turnState.set(RESULT, result);
    await next();
  });
  return bot;
}

function sourceOf(context: TurnContext): TurnSource {
  const source: TurnSource | undefined = context.turnState.get(SOURCE);
  if (source === undefined) throw new TypeError('A turn was started without setTurnSource().');
  return source;
}
