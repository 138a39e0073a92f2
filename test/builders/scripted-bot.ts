import { readLinkCode } from '../../bot/links/link-code.ts';
import { CODE_TYPED } from '../../bot/links/link-words.ts';
import { ASK_STAFF, PAYLOADS } from '../../bot/quick-replies.ts';
import type { ServedPages } from './served-pages.ts';

const ANSWER = `Hồ sơ đăng ký vào lớp 1 gồm:
- Đơn đăng ký dự tuyển
- Bản sao giấy khai sinh
- Giấy tờ xác nhận nơi cư trú

Nguồn: Điều 5, khoản 2, 01/2026/QĐ-MAU (có hiệu lực từ 15/01/2026).`;

/** Works like the worker and the sender together: answers each message, or hands over when asked for staff. */
export function startScriptedBot(pages: ServedPages): void {
  const { inbox, records, live } = pages;

  async function work(): Promise<void> {
    for (const claim of await inbox.claim(Number.MAX_SAFE_INTEGER, 0, 10)) {
      const { conversationId, fence } = claim;
      live.publish({ kind: 'typing', conversationId });
      for (const item of await inbox.waiting(conversationId)) {
        const owner = (await records.conversation(conversationId))?.owner ?? 'bot';
        const asksForStaff = item.activity.value?.payload === PAYLOADS.handover;
        const text = item.activity.text ?? '';
        await records.commit({
          conversationId,
          channel: 'web',
          reference: {},
          itemIds: [item.id],
          fence,
          at: item.at,
          heard: [{ author: 'citizen', text: readLinkCode(text) === null ? text : CODE_TYPED, at: item.at }],
          lastInboundAt: item.at,
          ledger: null,
          ticket: asksForStaff ? { kind: 'open', topic: 'human_request', priority: 'high', question: text } : null,
          owner: owner === 'bot' && asksForStaff ? 'queue' : owner,
          disclosed: false,
          outgoing: owner === 'bot' ? [asksForStaff ? HANDED_OVER : ANSWERED] : [],
        });
        live.publish({ kind: 'tickets', ticketId: null });
        live.publish({ kind: 'transcript', conversationId });
      }
      await inbox.release(claim);
    }
    pages.outbox.sendAll();
    // Every conversation may have had words waiting; pages read only their own.
    for (const ticket of [...(await records.tickets('open', '', 100)), ...(await records.tickets('closed', '', 100))]) {
      live.publish({ kind: 'transcript', conversationId: ticket.conversationId });
    }
  }

  const soon = new Set<NodeJS.Timeout>();
  let under: Promise<void> = Promise.resolve();
  pages.work.onWake = () => {
    const timer = setTimeout(() => {
      soon.delete(timer);
      under = under.then(work);
    }, 400);
    soon.add(timer);
  };
  pages.work.onClose = () => {
    for (const timer of soon) clearTimeout(timer);
    return under;
  };
}

const ANSWERED = {
  author: 'bot',
  authorName: null,
  text: ANSWER,
  quickReplies: [{ title: 'Xem nguồn', payload: `${PAYLOADS.source}doc1#12` }, ASK_STAFF],
  citations: [
    {
      documentId: 'doc1',
      passageId: 'doc1#12',
      passageDigest: 'digest',
      number: '01/2026/QĐ-MAU',
      title: 'Quy định mẫu về tuyển sinh lớp 1',
      file: 'mau.docx',
      address: 'Điều 5, khoản 2',
      quote: '2. Hồ sơ gồm: đơn đăng ký dự tuyển; bản sao giấy khai sinh; giấy tờ xác nhận nơi cư trú.',
      inForceFrom: '2026-01-15',
    },
  ],
} as const;

const HANDED_OVER = {
  author: 'bot',
  authorName: null,
  text: 'Tôi đã chuyển câu hỏi cho cán bộ. Anh/chị có thể viết thêm tại đây, cán bộ sẽ đọc toàn bộ nội dung.',
  quickReplies: [],
  citations: [],
} as const;
