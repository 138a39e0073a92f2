import { ActivityTypes } from 'botbuilder';
import type { Arrival } from '../../../bot/ports/inbox.ts';
import type { Stale } from '../../../bot/ports/records.ts';
import { readRevision } from '../../../bot/revisions.ts';
import { partingWords } from '../../../bot/ticket-rating/parting-words.ts';
import type { WalkStores } from './engines.ts';
import { judgeLapse } from './judge-lapse.ts';
import { judgeTurn } from './judge-turn.ts';
import {
  conversationOf,
  count,
  endMatter,
  type Model,
  type ModelConversation,
  type ModelRow,
  newRow,
  setOwner,
} from './model.ts';

type Answer = { readonly ok: true } | Stale;

/**
 * The stores as a worker, a sender and staff use them, with every change judged and remembered by the model.
 * @param ticketNow reads a ticket for the model, which no crash of the program keeps from looking
 */
export function watched(stores: WalkStores, model: Model, ticketNow: WalkStores['records']['ticket']): WalkStores {
  const { outbox, records } = stores;
  const watchInbox = (inbox: WalkStores['inbox']): WalkStores['inbox'] => ({
    ...inbox,
    async put(arrivals, receivedAt) {
      const result = await inbox.put(arrivals, receivedAt);
      const fresh = arrivals.filter((arrival) => !model.items.has(arrival.key));
      for (const arrival of fresh) rememberMail(model, arrival);
      count(model, result.stored === 0 ? 'delivered again' : 'mail');
      if (result.stored !== fresh.length) model.faults.push(`${result.stored} stored of ${fresh.length} new arrivals`);
      return result;
    },
    async claim(now, quietMs, limit) {
      const claims = await inbox.claim(now, quietMs, limit);
      for (const { conversationId, fence } of claims) {
        model.claims.set(conversationId, { fence, version: conversationOf(model, conversationId).version });
      }
      return claims;
    },
    async release(claim) {
      await inbox.release(claim);
      if (model.claims.get(claim.conversationId)?.fence === claim.fence) model.claims.delete(claim.conversationId);
    },
    async waiting(conversationId) {
      const items = await inbox.waiting(conversationId);
      for (const { key, id } of items) {
        const item = model.items.get(key);
        if (item !== undefined) item.id = id;
      }
      return items;
    },
    async park(ids) {
      await inbox.park(ids);
      model.faults.push(`mail ${ids.join(' ')} was parked`);
    },
  });

  /** Whether staff may do this now, and the ticket's conversation. */
  function judgeStaff(
    what: string,
    ticketId: string,
    staffName: string,
    answer: Answer,
    inCharge = false,
  ): ModelConversation | null {
    const ticket = model.tickets.get(ticketId);
    const held = !inCharge && ticket?.assignee != null && ticket.assignee !== staffName;
    const expected = ticket === undefined ? 'not-found' : ticket.state === 'closed' ? 'closed' : held ? 'taken' : 'ok';
    // A ticket of an erased citizen stays as closed, without a conversation.
    const gone = expected === 'closed' && !answer.ok && answer.reason === 'not-found';
    const given = answer.ok ? 'ok' : answer.reason;
    if (given !== expected && !gone) model.faults.push(`${what} ended as ${given}, not ${expected} (${ticketId})`);
    count(model, answer.ok ? what : `${what} refused`);
    return answer.ok && ticket !== undefined ? conversationOf(model, ticket.conversationId) : null;
  }

  function claimed(conversation: ModelConversation, ticketId: string, staffName: string): void {
    setOwner(conversation, 'staff');
    const ticket = model.tickets.get(ticketId);
    if (ticket === undefined) return;
    ticket.state = 'claimed';
    ticket.assignee = staffName;
    ticket.unattended = false;
  }

  const rowOf = (matches: (row: ModelRow) => boolean) => {
    for (const conversation of model.conversations.values()) {
      const index = conversation.rows.findIndex(matches);
      if (index !== -1) return { conversation, index, row: conversation.rows[index] };
    }
    return null;
  };
  const finish = (matches: (row: ModelRow) => boolean, what: string) => {
    const found = rowOf(matches);
    if (found === null) return;
    count(model, `row ${what}`);
    found.conversation.rows.splice(found.index, 1);
  };

  return {
    inbox: watchInbox(stores.inbox),
    stealing: watchInbox(stores.stealing),
    records: {
      ...records,
      async commit(turn) {
        const result = await records.commit(turn);
        judgeTurn(model, turn, result);
        return result;
      },
      async claim(ticketId, staffName, at) {
        const result = await records.claim(ticketId, staffName, at);
        const conversation = judgeStaff('claim', ticketId, staffName, result);
        if (conversation !== null) claimed(conversation, ticketId, staffName);
        return result;
      },
      async reply(ticketId, reply) {
        const result = await records.reply(ticketId, reply);
        const repeated = model.replyKeys.has(reply.replyKey);
        if (result.ok && result.duplicate !== repeated) model.faults.push('a repeated form post was not recognised');
        if (result.ok && result.duplicate) return result;
        const conversation = judgeStaff('reply', ticketId, reply.staffName, result);
        if (conversation === null) return result;
        model.replyKeys.add(reply.replyKey);
        claimed(conversation, ticketId, reply.staffName);
        const ticket = model.tickets.get(ticketId);
        if (ticket !== undefined) {
          ticket.repliedAt ??= reply.at;
          ticket.newsDueAt = null;
          if (reply.waits === true) ticket.state = 'waiting';
        }
        if (reply.waits === true) count(model, 'asked back');
        conversation.lastStaffAt = reply.at;
        conversation.version += 1;
        conversation.rows.push(newRow('staff', reply.text));
        return result;
      },
      async transfer(ticketId, transfer) {
        const { staffName, inCharge, assignee, at } = transfer;
        const result = await records.transfer(ticketId, transfer);
        const conversation = judgeStaff('transfer', ticketId, staffName, result, inCharge);
        const ticket = model.tickets.get(ticketId);
        if (conversation === null || ticket === undefined) return result;
        ticket.assignee = assignee;
        ticket.routed = true;
        // A decision that looked at who holds the ticket is out of date.
        conversation.version += 1;
        if (assignee !== null) {
          ticket.unattended = false;
          return result;
        }
        if (ticket.state !== 'new') ticket.queuedAt = at;
        ticket.state = 'new';
        if (conversation.owner === 'staff') setOwner(conversation, 'queue');
        return result;
      },
      async lapse(ticketId, lapse, words) {
        const result = await records.lapse(ticketId, lapse, words);
        judgeLapse(model, ticketId, lapse, words, result);
        return result;
      },
      async close(ticketId, closing) {
        const result = await records.close(ticketId, closing);
        const conversation = judgeStaff('close', ticketId, closing.staffName, result);
        if (conversation === null) return result;
        const ticket = model.tickets.get(ticketId);
        if (ticket === undefined) return result;
        ticket.assignee = closing.staffName;
        const { erasureNoted } = conversation;
        endMatter(model, conversation, ticket, closing.at);
        const closed = await ticketNow(ticketId);
        const said = closed === null ? null : partingWords(closed, closing.farewell, closing.at);
        if (!erasureNoted && said !== null) conversation.rows.push(newRow('bot', said.text));
        return result;
      },
    },
    outbox: {
      ...outbox,
      async due(now, channels, limit) {
        const rows = await outbox.due(now, channels, limit);
        for (const { conversationId, id, correlationId, text, author } of rows) {
          const [head] = conversationOf(model, conversationId).rows;
          if (head === undefined || head.text !== text || head.author !== author) {
            model.faults.push(`row ${id} of ${conversationId} is due, but is not the next one: «${text}»`);
          } else {
            head.id = id;
            head.correlationId = correlationId;
          }
        }
        return rows;
      },
      async begin(id, now, leaseUntil) {
        const begun = await outbox.begin(id, now, leaseUntil);
        const row = rowOf((each) => each.id === id)?.row;
        if (begun && row === undefined) model.faults.push(`row ${id} was begun, but had ended`);
        if (begun && row !== undefined) row.state = 'sending';
        return begun;
      },
      async retry(id, nextAt, reason) {
        await outbox.retry(id, nextAt, reason);
        count(model, 'row put back');
        const row = rowOf((each) => each.id === id)?.row;
        if (row !== undefined) row.state = 'pending';
      },
      async sent(id, providerMessageId, at) {
        await outbox.sent(id, providerMessageId, at);
        if (providerMessageId !== null) model.echoed.add(providerMessageId);
        finish((row) => row.id === id, 'sent');
      },
      async end(id, state, reason, at) {
        await outbox.end(id, state, reason, at);
        finish((row) => row.id === id, state);
      },
      async confirm(echo, at) {
        const known = await outbox.confirm(echo, at);
        const { conversationId, correlationId, providerMessageId, text } = echo;
        if (!known) return known;
        const isOfEarlier = model.echoed.has(providerMessageId);
        model.echoed.add(providerMessageId);
        if (correlationId !== null) finish((row) => row.correlationId === correlationId, 'confirmed');
        else {
          const [head] = conversationOf(model, conversationId).rows;
          if (!isOfEarlier && head?.taken && head.text === text) finish((row) => row === head, 'confirmed');
        }
        return known;
      },
    },
  };
}

function rememberMail(model: Model, { key, conversationId, activity, at }: Arrival): void {
  const isMessage = activity.type === ActivityTypes.Message;
  const kind = isMessage
    ? activity.value === undefined
      ? 'message'
      : `button:${activity.value.payload}`
    : activity.name;
  const order = model.items.size;
  const text = activity.text ?? '';
  model.items.set(key, { key, conversationId, kind: kind ?? '', text, at, order, state: 'waiting', id: null });
  const revision = readRevision(activity);
  if (revision !== null) model.revised.add(revision.key);
}
