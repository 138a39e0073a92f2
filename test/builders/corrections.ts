import type { StateEngine } from '../../adapters/stores/engine.ts';
import type { Citation, DeliveryState } from '../../bot/conversation.ts';
import type { RuleCorrection } from '../../bot/corrections/correction.ts';
import { UNDECIDED } from '../../bot/corrections/correction-changes.ts';
import type { TurnCommit } from '../../bot/ports/records.ts';
import { aTurn, outgoing } from './turns.ts';

/** A source as the ledger keeps it; state only the fields in question. */
export function aCitation(fields: Partial<Citation> = {}): Citation {
  return {
    documentId: 'old',
    passageId: 'old#1',
    passageDigest: 'd-old',
    number: '58/2025/NQ-HĐND',
    title: 'Quy định mức thu',
    file: 'muc-thu.txt',
    address: 'Điều 5',
    quote: 'Mức thu tiền ăn bán trú của học sinh là 35.000 đồng một ngày.',
    inForceFrom: '2025-09-01',
    ...fields,
  };
}

/** A draft about one passage of document `old`, which document `new` replaced. */
export function aCorrection(fields: Partial<RuleCorrection> = {}): RuleCorrection {
  const now = aCitation({
    documentId: 'new',
    passageId: 'new#1',
    passageDigest: 'd-new',
    number: '60/2026/NQ-HĐND',
    quote: 'Mức thu tiền ăn bán trú của học sinh là 38.000 đồng một ngày.',
    inForceFrom: '2026-09-01',
  });
  return {
    id: 'old.superseded.new',
    version: 1,
    openedAt: 5_000,
    documentId: 'old',
    cause: 'superseded',
    by: { id: 'new', name: '60/2026/NQ-HĐND' },
    since: '2026-09-01',
    what: 'đã được thay thế bởi 60/2026/NQ-HĐND',
    intro: 'Dạ, em xin đính chính. Văn bản 58/2025/NQ-HĐND đã được thay thế bởi 60/2026/NQ-HĐND.',
    changes: [{ told: aCitation(), now, words: 'Nội dung hiện nay: 38.000 đồng một ngày.' }],
    ...UNDECIDED,
    ...fields,
  };
}

/** Answers a citizen of the web chat with a quotation, which then becomes what `delivery` says. */
export async function tellRule(
  { records, outbox }: Pick<StateEngine, 'records' | 'outbox'>,
  told: {
    readonly conversationId?: string;
    readonly text?: string;
    readonly citations?: readonly Citation[];
    readonly at?: number;
    readonly delivery?: Exclude<DeliveryState, 'sending'>;
    readonly turn?: Partial<TurnCommit>;
  },
): Promise<void> {
  const { conversationId = 'web:web:an', at = 1_000, delivery = 'sent' } = told;
  const { text = 'Dạ, 35.000 đồng ạ.', citations = [aCitation()] } = told;
  const outgoingMessages = [outgoing(text, { citations })];
  await records.commit(aTurn({ conversationId, at, lastInboundAt: at, outgoing: outgoingMessages, ...told.turn }));
  const row = (await outbox.due(at, ['web', 'messenger', 'zalo'], 1_000)).find(
    (one) => one.conversationId === conversationId,
  );
  if (row === undefined || delivery === 'pending') return;
  await outbox.begin(row.id, at, at + 1);
  if (delivery === 'sent') await outbox.sent(row.id, null, at);
  else await outbox.end(row.id, delivery, 'vì thế', at);
}
