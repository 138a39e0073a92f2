import {
  type AdmissionDecision,
  type AdmissionSlot,
  decideAdmission,
  isUsable,
} from '../../knowledge/admission/decide.ts';
import { placeNames } from '../../knowledge/admission/read-address.ts';
import { mergeFacts, readFacts } from '../../knowledge/admission/read-facts.ts';
import { type AdmissionTable, RESIDENCES, rowsInForce } from '../../knowledge/admission/table.ts';
import { dayInVietnam } from '../../knowledge/vietnam-day.ts';
import type { ContextLine, QuickReply } from '../conversation.ts';
import type { PolicyDecision } from '../policy/decide.ts';
import { ASK_STAFF, sayFor } from '../quick-replies.ts';
import type { Topic } from '../topics.ts';
import { chat, SILENT, type TurnDecision } from '../turn-decision.ts';
import type { HeardMessage } from '../turn-input.ts';
import { citePlacement, citeRows, describePlacement } from './placement-words.ts';
import type { PublishedTable } from './published-tables.ts';
import { NOTHING_SAID, readDialogue, readSaid } from './read-dialogue.ts';
import {
  ADMISSION_QUESTIONS,
  BORN_IN,
  KEPT_OUT_OF_LEDGER,
  LEFT,
  PLACEMENT,
  RESIDENCE_TITLES,
  STAFF_OFFER,
  STAFF_SENTENCES,
  WARD_SAID,
  WARD_TITLE,
} from './sentences.ts';

/** Decides a message of a family that asks for its school; `null` = the message is not for the helper. */
export type AdmissionGuide = (heard: HeardMessage) => TurnDecision | null;

export const NO_GUIDE: AdmissionGuide = () => null;

/** After this silence a family begins anew. */
const REMEMBERED_MS = 24 * 60 * 60_000;
const MOST_BUTTONS = 4;

/**
 * The helper for a conversation: asks for what is missing, one thing at a time, and answers by the published table. It
 * remembers nothing of its own; what a family has said is read from the conversation, and goes with it.
 * @param published `null`: no table is published, and every message is left to the documents
 * @param lines earlier messages, oldest first
 * @param lastInboundAt the citizen's message before this one (ms since epoch)
 */
export function createAdmissionGuide(
  published: PublishedTable | null,
  lines: readonly ContextLine[],
  lastInboundAt: number | null,
): AdmissionGuide {
  if (published === null) return NO_GUIDE;
  return (heard) => {
    const day = dayInVietnam(heard.at);
    if (heard.text === '' || !isUsable(published.table, day)) return null;
    const names = placeNames(published.table);
    const recent = heard.at - (lastInboundAt ?? heard.at) > REMEMBERED_MS ? [] : lines;
    const dialogue = readDialogue(recent, names);
    const said = readSaid(heard.text, dialogue, names);
    switch (said.kind) {
      case 'other':
        return null;
      case 'leaves':
        return { ...chat('admission:left', LEFT), topic: null };
      case 'does-not-know':
        return toStaff('unclear');
      case 'elsewhere':
        return toStaff('no-zone');
      case 'facts': {
        const facts = mergeFacts(dialogue.facts, said.read);
        if (said.read.isElsewhere && facts.address === null && facts.birth !== null) return toStaff('no-zone');
        return answer(published, decideAdmission(published.table, facts, day), dialogue.askedBefore, heard.at);
      }
    }
  };
}

/** What the helper would say to words that surely are for it, beginning with nothing known. */
export function tryFamily({ table, digest }: PublishedTable, words: string, at: number): string {
  const facts = mergeFacts(NOTHING_SAID, readFacts(words, placeNames(table), null));
  const decision = answer({ table, digest }, decideAdmission(table, facts, dayInVietnam(at)), new Set(), at);
  return decision.reply ?? '';
}

/** What the classifier takes bare addresses and dates for. */
const MISTAKEN: ReadonlySet<Topic> = new Set<Topic>(['personal_data', 'out_of_scope', 'smalltalk']);
/** Speaks against a birth date in a message, which is what the helper asks for. */
const BIRTH_DATE_RULE = 'personal-data.birth-date';

/**
 * Policy stands above the helper: every rule, and whatever the classifier finds of danger, complaints, press or cases.
 * Only where it takes what the helper itself asked for to be disclosed, foreign or idle is it not followed.
 */
export function besideHelper(policy: PolicyDecision | null): PolicyDecision | null {
  if (policy === null || policy.rule === BIRTH_DATE_RULE) return null;
  return policy.rule.startsWith('classifier:') && MISTAKEN.has(policy.topic) ? null : policy;
}

function answer(
  { table, digest }: PublishedTable,
  decision: AdmissionDecision,
  askedBefore: ReadonlySet<AdmissionSlot>,
  at: number,
): TurnDecision {
  switch (decision.kind) {
    case 'placed':
      return {
        ...SILENT,
        outcome: 'answered',
        topic: null,
        priority: null,
        decidedBy: 'admission:placed',
        reply: describePlacement(table, decision.placement, dayInVietnam(at)),
        quickReplies: [ASK_STAFF],
        citations: citePlacement(table, digest, decision.placement),
        ticket: null,
        owner: 'bot',
        ledgerQuestion: KEPT_OUT_OF_LEDGER,
      };
    case 'ask-staff':
      return { ...toStaff(decision.reason), citations: citeRows(table, digest, decision.rows) };
    case 'needs':
      return askedBefore.has(decision.slot) ? toStaff('unclear') : ask(decision, { table, digest }, at);
  }
}

function ask(
  { slot, age }: Extract<AdmissionDecision, { kind: 'needs' }>,
  { table, digest }: PublishedTable,
  at: number,
): TurnDecision {
  const buttons = buttonsFor(slot, table, at);
  // What is known already is told, so that nobody who only asked for the class is left with a question.
  const known = slot === 'address' && age !== null ? `${PLACEMENT.classFirst(table, age)}\n` : '';
  const asked = chat(`admission:ask-${slot}`, `${known}${ADMISSION_QUESTIONS[slot]}`, buttons);
  return {
    ...asked,
    topic: null,
    // A typed number would tap a button where it is meant as a house or a neighbourhood.
    quickReplies: buttons.length === 0 ? [] : asked.quickReplies,
    citations: known === '' || age === null ? [] : citeRows(table, digest, [age]),
    ledgerQuestion: KEPT_OUT_OF_LEDGER,
  };
}

function buttonsFor(slot: AdmissionSlot, table: AdmissionTable, at: number): readonly QuickReply[] {
  switch (slot) {
    case 'birth': {
      const usual = rowsInForce(table.ages, dayInVietnam(at)).filter((row) => !row.asksStaff);
      const years = new Set(
        usual.filter(({ level }) => level !== 'mầm non').map(({ bornFrom }) => bornFrom.slice(0, 4)),
      );
      return [...years].slice(0, MOST_BUTTONS).map((year) => sayFor(BORN_IN(year), BORN_IN(year)));
    }
    case 'ward': {
      const wards = new Set(table.zones.map(({ ward }) => ward));
      return [...wards].slice(0, MOST_BUTTONS).map((ward) => sayFor(WARD_TITLE(ward), WARD_SAID(ward)));
    }
    case 'residence':
      return RESIDENCES.map((residence) => sayFor(RESIDENCE_TITLES[residence], RESIDENCE_TITLES[residence]));
    default:
      return [];
  }
}

/** Says what the table does not, and offers staff; the citizen decides whether to be handed over. */
function toStaff(reason: keyof typeof STAFF_SENTENCES): TurnDecision {
  return {
    ...SILENT,
    outcome: 'abstained',
    topic: null,
    priority: null,
    decidedBy: `admission:${reason}`,
    reply: `${STAFF_SENTENCES[reason]} ${STAFF_OFFER}`,
    quickReplies: [ASK_STAFF],
    ticket: null,
    owner: 'bot',
    ledgerQuestion: KEPT_OUT_OF_LEDGER,
  };
}
