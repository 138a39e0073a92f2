import type { PageVisitor } from './page-visitor.ts';
import type { ServedPages } from './served-pages.ts';
import { addStaff } from './staff-visitor.ts';
import { aWebTurn } from './web-turns.ts';

/** Markup that runs, or breaks out of where it stands, if a page takes it for more than words. */
export const MARKUP: readonly string[] = [
  '<script>window.ran=1;alert(1)</script>',
  '<img src=x onerror="window.ran=1;alert(1)">',
  '"><svg onload="window.ran=1;alert(1)">',
  `'" autofocus onfocus="window.ran=1;alert(1)" x="`,
  '</textarea><script>window.ran=1</script>',
  '</title><script>window.ran=1</script>',
  '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
  '<a href="javascript:window.ran=1">bấm</a>',
  '<details open ontoggle="window.ran=1">',
  '<style>*{display:none}</style><base href="https://evil.example/">',
  '<form action="https://evil.example"><button>Gửi</button></form>',
  '&lt;script&gt;window.ran=1&lt;/script&gt;',
];

/**
 * Puts every piece of {@link MARKUP} where citizens and colleagues can write: an open and a closed ticket with
 * question, words, note, sender's name and source, and an account with display name and group. Gives the pages that show it.
 */
export async function plantMarkup(pages: ServedPages, admin: PageVisitor, token: string): Promise<readonly string[]> {
  const shown: string[] = [];
  for (const [index, words] of MARKUP.entries()) {
    const name = `user-${index}`;
    await addStaff(pages, { name, displayName: words.slice(0, 80), group: words.slice(0, 80), role: 'admin' });
    for (const state of ['open', 'closed'] as const) {
      const turn = aWebTurn({
        conversationId: `web:web:${state}-${index}`,
        heard: [words],
        reply: words,
        owner: 'queue',
        at: pages.clock.now,
        ticket: { kind: 'open', topic: null, priority: 'normal', question: words },
      });
      const outgoing = turn.outgoing.map((line) => ({
        ...line,
        authorName: words,
        citations: line.citations.map((citation) => ({
          ...citation,
          ...{ documentId: words, number: words, title: words, file: words, address: words, quote: words },
        })),
      }));
      const result = await pages.records.commit({ ...turn, outgoing });
      if (!result.ok || result.ticket === null) throw new Error('The ticket was not opened.');
      const { id } = result.ticket;
      await pages.records.claim(id, name, pages.clock.now);
      await pages.notes.add({ ticketId: id, author: name, text: words, at: pages.clock.now, mentions: ['admin'] });
      await pages.records.tag(id, [words], pages.clock.now);
      if (state === 'closed')
        await admin.submit(`/staff/tickets/${id}/close`, { token, outcome: 'answered', note: words });
      shown.push(`/staff/tickets/${id}`);
    }
    shown.push(`/staff/users/${name}`);
  }
  const replies = MARKUP.map((words, index) => ({ id: String(index), title: words, text: words }));
  await pages.kept.set('canned-replies', JSON.stringify({ revision: 1, replies }));
  const first = `${shown[0]}?why=1`;
  const lists = ['/staff/tickets', '/staff/tickets?view=closed', '/staff/mentions', '/staff/canned-replies'];
  return [...lists, '/staff/users', first, ...shown];
}
