import { fold } from '../../knowledge/text/normalise.ts';
import type { Conversation } from '../conversation.ts';
import { saysOnly } from '../policy/says-only.ts';
import type { ChannelId } from '../ports/channel.ts';
import type { Links } from '../ports/links.ts';
import { ERASE_MY_DATA, sayFor } from '../quick-replies.ts';
import { ASKS_WHAT_IS_KEPT } from '../reminders/kept-reminders.ts';
import { chat, type TurnDecision } from '../turn-decision.ts';
import type { HeardMessage } from '../turn-input.ts';
import {
  CODE_LASTS_MS,
  joined,
  type LinkChange,
  MOST_LINKED,
  MOST_TRIES,
  MOST_TRIES_IN_ALL,
  othersIn,
  TRIES_WITHIN_MS,
  whyNotLinked,
} from './link.ts';
import { hideLinkCodes, linkCodeDigest, makeLinkCode, readLinkCode } from './link-code.ts';
import { AROUND_LINKING, ASKING_TO_LINK, UNDOING_A_LINK } from './link-phrases.ts';
import {
  CODE_TYPED,
  eraseReachesWords,
  joinedWords,
  keptLinkWords,
  LINK_CONSENT,
  LINK_TITLES,
  LINK_WORDS,
  leftWords,
  offerWords,
  wrongCodeWords,
} from './link-words.ts';

/** What linking in chat needs. */
export interface Linking {
  readonly links: Pick<Links, 'of' | 'giverOf' | 'triesSince' | 'triesInAllSince'>;
  /** Whether the assistant may write to who last wrote then (ms since epoch) on their own channel now. */
  readonly mayReach: (channel: ChannelId, lastInboundAt: number | null) => boolean;
  /** Tells those whose conversation was linked, or parted, elsewhere and who can be told now; never fails. */
  readonly tellOthers: (conversationId: string, change: LinkChange) => Promise<void>;
  /** So many wrong codes were typed in all conversations together that none is taken for a while; told often. */
  readonly onGuessing: (wrong: number) => void;
}

/** What a decision on a citizen's links is made from. */
export interface LinkTurn {
  readonly conversationId: string;
  readonly owner: Conversation['owner'];
  readonly at: number;
  readonly newId: () => string;
}

const asksToLink = saysOnly(ASKING_TO_LINK, AROUND_LINKING);
const undoesALink = saysOnly(UNDOING_A_LINK, AROUND_LINKING);
/** Nothing else is read with care, because every message of everybody passes here. */
const MAY_SPEAK_OF_LINKS = /\b(?:lien|lk|noi|gop|ghep|hop|dong)\b/;
const LONGEST = 200;

/**
 * Decides what a citizen says of links, whoever owns the conversation: it is about their own data, as an erasure is. One
 * message may link two conversations, so codes that stand nowhere are counted, here and in all conversations, and after a
 * few none is taken for a while. Undoing needs no code and is never refused.
 * @returns `null`: it is not about links
 */
export async function decideLink(
  { text, payload }: HeardMessage,
  { conversationId, owner, at, newId }: LinkTurn,
  { links, onGuessing }: Linking,
): Promise<TurnDecision | null> {
  if (payload !== null || text.length > LONGEST) return null;

  const say = (rule: string, reply: string, buttons: TurnDecision['quickReplies'] = []): TurnDecision => ({
    ...chat(`link:${rule}`, reply, buttons),
    owner,
    overStaff: true,
  });
  const having = (decision: TurnDecision, link: LinkChange): TurnDecision => ({ ...decision, link });

  async function offer(): Promise<TurnDecision> {
    if ((await links.of(conversationId)).length >= MOST_LINKED) return say('full', LINK_WORDS.full);
    const code = makeLinkCode(newId());
    const reply = offerWords(code);
    const decision = { ...say('offered', reply), ledgerReply: hideLinkCodes(reply) };
    return having(decision, { kind: 'offered', digest: linkCodeDigest(code), until: at + CODE_LASTS_MS });
  }

  async function take(code: string): Promise<TurnDecision> {
    const tries = await links.triesSince(conversationId, at - TRIES_WITHIN_MS);
    if (tries >= MOST_TRIES) return say('too-many-tries', LINK_WORDS.tooManyTries);
    const inAll = await links.triesInAllSince(at - TRIES_WITHIN_MS);
    if (inAll >= MOST_TRIES_IN_ALL) {
      onGuessing(inAll);
      return say('too-many-in-all', LINK_WORDS.tooManyInAll);
    }
    const digest = linkCodeDigest(code);
    const giver = code === 'malformed' ? null : await links.giverOf(digest, at);
    if (giver === null) {
      return having(say('wrong-code', wrongCodeWords(MOST_TRIES - tries - 1)), { kind: 'mistyped' });
    }
    const own = await links.of(conversationId);
    const joining = { conversationId, giver, own, givers: await links.of(giver) };
    switch (whyNotLinked(joining)) {
      case 'same-conversation':
        return say('same-conversation', LINK_WORDS.sameConversation);
      case 'already':
        return say('already', LINK_WORDS.already);
      case 'full':
        return say('full', LINK_WORDS.full);
      default: {
        const change = { kind: 'joined', digest, giver, groupId: newId(), consent: LINK_CONSENT } as const;
        const others = othersIn(joined(joining, change, at), conversationId);
        return having(say('joined', joinedWords(others), [sayFor(LINK_TITLES.undo, LINK_TITLES.undo)]), change);
      }
    }
  }

  const maySpeak = MAY_SPEAK_OF_LINKS.test(fold(text));
  if (maySpeak && undoesALink(text)) {
    const others = othersIn(await links.of(conversationId), conversationId);
    const reply = others.length === 0 ? LINK_WORDS.nothingLinked : leftWords(others);
    const from = others.map((other) => other.conversationId);
    return having(say(others.length === 0 ? 'none' : 'left', reply), { kind: 'left', from });
  }
  const code = readLinkCode(text);
  if (code !== null) return { ...(await take(code)), heardAs: CODE_TYPED };
  return maySpeak && asksToLink(text) ? offer() : null;
}

/** What became of a code that was typed, by the rule that decided; `null`: none was. */
export function codeResultOf({ decidedBy }: Pick<TurnDecision, 'decidedBy'>): 'linked' | 'wrong' | 'refused' | null {
  switch (decidedBy) {
    case 'link:joined':
      return 'linked';
    case 'link:wrong-code':
      return 'wrong';
    case 'link:too-many-tries':
    case 'link:too-many-in-all':
      return 'refused';
    default:
      return null;
  }
}

/**
 * Adds the links to what a citizen is told of their data: with what the conversation is linked, and that an erasure
 * reaches it; who has none is shown the way.
 */
export async function tellKeptLinks(
  decision: TurnDecision,
  conversationId: string,
  linking: Pick<Linking, 'links'> | undefined,
): Promise<TurnDecision> {
  const asks = decision.decidedBy === ASKS_WHAT_IS_KEPT;
  const mayErase = decision.quickReplies.includes(ERASE_MY_DATA);
  if (linking === undefined || decision.reply === null || !(asks || mayErase)) return decision;
  const group = await linking.links.of(conversationId);
  const linkedAt = group.find((one) => one.conversationId === conversationId)?.linkedAt;
  if (linkedAt === undefined) {
    if (!asks) return decision;
    return { ...decision, quickReplies: [...decision.quickReplies, sayFor(LINK_TITLES.link, LINK_TITLES.link)] };
  }
  const others = othersIn(group, conversationId);
  const added = [...(asks ? [keptLinkWords(others, linkedAt)] : []), ...(mayErase ? [eraseReachesWords(others)] : [])];
  return {
    ...decision,
    reply: [decision.reply, ...added].join('\n'),
    quickReplies: [...decision.quickReplies, sayFor(LINK_TITLES.undo, LINK_TITLES.undo)],
  };
}
