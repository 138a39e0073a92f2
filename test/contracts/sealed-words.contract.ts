import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSealing } from '../../adapters/sealing/sealing.ts';
import { createWordSeal } from '../../adapters/sealing/word-seal.ts';
import { sealStores } from '../../adapters/stores/sealed-stores.ts';
import { eraseCitizen } from '../../bot/erase-citizen.ts';
import { newGap } from '../../bot/gaps/gap.ts';
import { OLD_WORD_KINDS } from '../../bot/ports/old-words.ts';
import { SEAL_MARK } from '../../bot/sealed-words.ts';
import { maskPersonalData } from '../../knowledge/personal-data/find-personal-data.ts';
import { anArrival } from '../builders/arrivals.ts';
import { aCorrection } from '../builders/corrections.ts';
import { anIncident } from '../builders/incidents.ts';
import { aTrace } from '../builders/recorded-turns.ts';
import { SPOKESPERSON } from '../builders/ticket-readers.ts';
import { aLedgerEntry, aTurn, outgoing } from '../builders/turns.ts';
import type { ErasingStores } from './erasure.contract.ts';

const AN = 'web:web:an';
const NOW = 1_795_392_000_000;
const PHONE = '0912345678';
const WORDS = `cho em hỏi học phí, sđt ${PHONE}, con em là Nguyễn Minh Anh`;
const MASKED = 'cho em hỏi học phí, sđt [số điện thoại], con em là [tên người]';
const PASSED = { staffName: 'lan', inCharge: true, to: 'person:minh', assignee: 'minh', at: NOW + 1 };
const PLANTED = [PHONE, 'Nguyễn Minh Anh', 'nguyen minh anh'];

/** What no engine may hold as it was written, and who reads it all the same. */
export function sealedWordsContract(name: string, open: () => Promise<ErasingStores>): void {
  describe(`sealed words contract: ${name}`, () => {
    const key = randomBytes(32);
    let bare: ErasingStores;
    beforeEach(async () => {
      bare = await open();
    });
    afterEach(() => bare.close());
    const sealed = (keys: readonly [Buffer, ...Buffer[]] = [key]) =>
      sealStores(bare, createWordSeal(createSealing(keys, randomBytes)));

    /** A citizen who wrote of themselves, has a ticket, and of whom a colleague noted something. */
    async function aTalk() {
      const { inbox, records, notes } = sealed();
      await inbox.put([anArrival({ key: 'key-an', citizen: 'an', text: WORDS, at: NOW })], NOW);
      const waiting = await inbox.waiting(AN);
      const result = await records.commit(
        aTurn({
          itemIds: waiting.map((item) => item.id),
          at: NOW,
          heard: [{ author: 'citizen', text: WORDS, at: NOW, key: 'key-an' }],
          ledger: aLedgerEntry({ question: WORDS, trace: aTrace(WORDS) }),
          ticket: { kind: 'open', topic: 'human_request', priority: 'normal', question: WORDS },
          owner: 'queue',
        }),
      );
      if (!result.ok || result.ticket === null) throw new Error('no ticket');
      const ticketId = result.ticket.id;
      await notes.add({ ticketId, author: 'lan', text: `đã gọi ${PHONE}`, at: NOW, mentions: ['mai'] });
      return { ticketId, heard: waiting[0]?.activity.text };
    }

    it('stands in no reason, school, tag or entry of the audit log, and no attachment tells where it lies', async () => {
      const { ticketId } = await aTalk();
      const { inbox, gaps, corrections, incidents, records, audit } = sealed();
      const address = 'https://cdn.example/don-xin-hoc-minh-anh.pdf';
      const arrival = anArrival({ key: 'key-3', citizen: 'chi', text: '', at: NOW });
      const attachments = [{ contentType: 'file', contentUrl: address }];
      await inbox.put([{ ...arrival, activity: { ...arrival.activity, attachments } }], NOW);
      const heard = { author: 'citizen', text: `[tệp] ${address}`, at: NOW, key: 'key-4' } as const;
      await records.commit(aTurn({ conversationId: 'web:web:chi', at: NOW, heard: [heard] }));
      const gap = newGap({ id: 'gap', at: NOW });
      await gaps.save({ ...gap, dismissed: { by: 'lan', at: NOW, reason: WORDS } });
      await corrections.save(aCorrection({ reason: WORDS }));
      await incidents.save(anIncident({ school: `Trường A, gọi ${PHONE}` }));
      await records.tag(ticketId, [`gọi ${PHONE}`], NOW);
      await audit.append({ at: NOW, actor: 'lan', action: 'bot.off', subject: 'bot', facts: { reason: WORDS } });
      expect(await bare.holding([...PLANTED, 'don-xin-hoc-minh-anh'])).toEqual([]);
      const [mail] = await inbox.waiting('web:web:chi');
      expect(mail?.activity.attachments).toEqual(attachments);
      expect((await records.transcript('web:web:chi', 0, 9)).map(({ text }) => text)).toEqual([heard.text]);
      expect((await gaps.find('gap'))?.dismissed?.reason).toBe(MASKED);
    });

    it('stands nowhere as it was written: not in mail, transcript, ledger, tickets, notes or the words they are found by', async () => {
      await sealed().inbox.put([anArrival({ key: 'key-2', citizen: 'binh', text: WORDS, at: NOW })], NOW);
      await aTalk();
      expect(await bare.holding(PLANTED)).toEqual([]);
    });

    it('is read as it was written by the assistant, by who wrote it, and by colleagues in notes', async () => {
      const { heard } = await aTalk();
      const { records, notes, ledger } = sealed();
      expect(heard).toBe(WORDS);
      expect((await ledger.turn('turn-1'))?.trace).toEqual(aTrace(WORDS));
      expect((await ledger.latest(1))[0]?.trace).toEqual(aTrace(WORDS));
      expect((await records.context(AN, 5)).map(({ text }) => text)).toEqual([WORDS]);
      expect((await records.transcript(AN, 0, 5)).map(({ text }) => text)).toEqual([WORDS]);
      expect((await records.heardLine(AN, 'key-an'))?.text).toBe(WORDS);
      expect((await notes.of(AN, 5)).map(({ text }) => text)).toEqual([`đã gọi ${PHONE}`]);
      expect((await notes.unreadBy('mai', 5)).map(({ text }) => text)).toEqual([`đã gọi ${PHONE}`]);
    });

    it('is masked in the ticket and what it is closed with, for everybody', async () => {
      const { ticketId } = await aTalk();
      const { records } = sealed();
      const closing = { staffName: 'lan', note: `đã gọi ${PHONE}`, farewell: null, at: NOW + 1 };
      await records.close(ticketId, closing);
      expect(await records.ticket(ticketId)).toMatchObject({
        question: MASKED,
        closingNote: 'đã gọi [số điện thoại]',
      });
    });

    it('is sealed in the reason of a hold, which colleagues in charge read', async () => {
      await aTalk();
      const hold = { conversationId: AN, reason: `theo đơn của ${PHONE}`, by: 'lan', at: NOW, until: null };
      await sealed().holds.place(hold);
      expect(await bare.holding([PHONE])).toEqual([]);
      expect(await sealed().holds.of(AN)).toEqual(hold);
      expect(await sealed().holds.list(5)).toEqual([hold]);
    });

    it('lets a ticket be found by what may be read of it, and by nothing of what is sealed', async () => {
      const { ticketId } = await aTalk();
      const found = async (...words: string[]) => (await bare.lists.search(words, SPOKESPERSON, 5)).map(({ id }) => id);
      expect(await found('hoc', 'phi')).toEqual([ticketId]);
      expect(await found(PHONE)).toEqual([]);
      const [line] = await bare.records.transcript(AN, 0, 1);
      const cipher = line?.text.split('$').find((part) => /^[a-z]{3,}$/i.test(part) && part !== 'gcm');
      expect(await found('gcm')).toEqual([]);
      if (cipher !== undefined) expect(await found(cipher.toLowerCase())).toEqual([]);
    });

    it('is sealed in an edit too', async () => {
      await aTalk();
      const revisions = [{ key: 'key-an', text: `số mới 0987654321`, at: NOW + 1 }];
      await sealed().records.commit(aTurn({ at: NOW + 1, revisions, owner: 'queue' }));
      expect(await bare.holding(['0987654321', ...PLANTED])).toEqual([]);
      expect((await sealed().records.heardLine(AN, 'key-an'))?.text).toBe('số mới 0987654321');
    });

    it('opens with a former key, and stays masked where the key is gone', async () => {
      await aTalk();
      const textOf = async (stores: ReturnType<typeof sealed>) => (await stores.records.transcript(AN, 0, 1))[0]?.text;
      expect(await textOf(sealed([randomBytes(32), key]))).toBe(WORDS);
      expect(await textOf(sealed([randomBytes(32)]))).toBe(MASKED);
    });

    it('opens for no other conversation', async () => {
      await aTalk();
      const [line] = await bare.records.transcript(AN, 0, 1);
      await bare.records.commit(
        aTurn({ conversationId: 'web:web:binh', heard: [{ author: 'citizen', text: line?.text ?? '', at: NOW }] }),
      );
      expect((await sealed().records.transcript('web:web:binh', 0, 1))[0]?.text).toBe(MASKED);
    });

    it('leaves what was kept before as it is, and takes the mark of a seal out of what comes in', async () => {
      await bare.records.commit(aTurn({ heard: [{ author: 'citizen', text: WORDS, at: NOW }] }));
      const forged = `a\u001fgcm$x$y$z`;
      await sealed().records.commit(aTurn({ at: NOW, heard: [{ author: 'citizen', text: forged, at: NOW }] }));
      const lines = await sealed().records.transcript(AN, 0, 5);
      expect(lines.map(({ text }) => text)).toEqual([WORDS, 'a gcm$x$y$z']);
    });

    it('takes what was kept before in one pass beside a server, after which nothing is left to do', async () => {
      const { inbox, records, notes } = bare;
      await inbox.put([anArrival({ key: 'key-an', citizen: 'an', text: WORDS, at: NOW })], NOW);
      const open = { kind: 'open', topic: 'human_request', priority: 'normal', question: WORDS } as const;
      const itemIds = (await inbox.waiting(AN)).map(({ id }) => id);
      const heard = [{ author: 'citizen', text: WORDS, at: NOW, key: 'key-an' }] as const;
      const ours = outgoing('Dạ, tổng đài 1900 1234 ạ.');
      const said = { itemIds, at: NOW, heard, ledger: aLedgerEntry({ question: WORDS }), outgoing: [ours] };
      const result = await records.commit(aTurn({ ...said, ticket: open, owner: 'queue' }));
      const ticketId = result.ok ? (result.ticket?.id ?? '') : '';
      await notes.add({ ticketId, author: 'lan', text: `đã gọi ${PHONE}`, at: NOW, mentions: ['mai'] });
      await records.transfer(ticketId, { ...PASSED, note: `gọi ${PHONE}` });
      await records.tag(ticketId, ['học phí', `gọi ${PHONE}`], NOW + 2);
      const address = 'https://cdn.example/don-xin-hoc-minh-anh.pdf';
      const arrival = anArrival({ key: 'key-2', citizen: 'an', text: WORDS, at: NOW + 1 });
      const attachments = [{ contentType: 'file', contentUrl: address }];
      await inbox.put([{ ...arrival, activity: { ...arrival.activity, attachments } }], NOW);
      const gap = newGap({ id: 'gap', at: NOW });
      await bare.gaps.save({ ...gap, dismissed: { by: 'lan', at: NOW, reason: WORDS } });
      await bare.gaps.save(newGap({ id: 'gap-2', at: NOW }));
      await bare.corrections.save(aCorrection({ reason: WORDS }));
      await bare.incidents.save(anIncident({ school: `Trường A, gọi ${PHONE}`, contact: PHONE }));
      await bare.holds.place({ conversationId: AN, reason: WORDS, by: 'lan', at: NOW, until: null });
      const planted = [...PLANTED, 'don-xin-hoc-minh-anh'];
      expect(await bare.holding(planted)).not.toEqual([]);

      const seal = createWordSeal(createSealing([key], randomBytes));
      const rewording = {
        sealed: (words: string, purpose: string) => (words.includes(SEAL_MARK) ? words : seal.close(words, purpose)),
        masked: maskPersonalData,
        hidden: (words: string, purpose: string) => (words.includes(SEAL_MARK) ? words : seal.hide(words, purpose)),
      };
      const told = new Set<string>();
      const counts = await bare.oldWords.reword(rewording, (kind) => told.add(kind));
      expect(counts).toMatchObject({ tickets: { changed: 1 }, lines: { changed: 1 }, notes: { changed: 1 } });
      expect(counts).toMatchObject({ turns: { changed: 1 }, mail: { changed: expect.any(Number) } });
      expect(counts).toMatchObject({
        gaps: { looked: 2, changed: 1 },
        incidents: { changed: 1 },
        holds: { changed: 1 },
      });
      expect(counts.corrections).toEqual({ looked: 1, changed: 1 });
      expect([...told].sort()).toEqual([...OLD_WORD_KINDS].sort());
      expect(await bare.holding(planted)).toEqual([]);

      const { records: opened, notes: openedNotes, inbox: openedMail } = sealed();
      expect((await opened.transcript(AN, 0, 5)).map(({ text }) => text)).toEqual([WORDS, ours.text]);
      const [waiting] = await openedMail.waiting(AN);
      expect(waiting?.activity).toMatchObject({ text: WORDS, attachments });
      expect((await openedNotes.of(AN, 5)).map(({ text }) => text)).toEqual([`đã gọi ${PHONE}`]);
      expect(await opened.ticket(ticketId)).toMatchObject({ question: MASKED, transferNote: 'gọi [số điện thoại]' });
      expect((await opened.ticket(ticketId))?.tags).toEqual(['học phí', 'gọi [số điện thoại]']);
      expect((await opened.tagsInUse(5)).toSorted()).toEqual(['gọi [số điện thoại]', 'học phí']);
      expect((await sealed().gaps.find('gap'))?.dismissed?.reason).toBe(MASKED);
      expect((await sealed().holds.of(AN))?.reason).toBe(WORDS);
      expect(await sealed().incidents.find('i1')).toMatchObject({
        school: 'Trường A, gọi [số điện thoại]',
        contact: PHONE,
      });
      expect((await sealed().corrections.list()).map(({ reason }) => reason)).toEqual([MASKED]);
      expect((await bare.ledger.turn('turn-1'))?.question).toBe(MASKED);
      expect((await bare.lists.search(['hoc', 'phi'], SPOKESPERSON, 5)).map(({ id }) => id)).toEqual([ticketId]);
      expect(await bare.lists.search([PHONE], SPOKESPERSON, 5)).toEqual([]);

      const again = await bare.oldWords.reword(rewording, () => {});
      expect(Object.values(again).filter(({ changed }) => changed > 0)).toEqual([]);
      expect(Object.values(again).every(({ looked }) => looked > 0)).toBe(true);
    });

    it('goes with an erasure, masked part and sealed part', async () => {
      await aTalk();
      await eraseCitizen(
        {
          conversationId: AN,
          channel: 'web',
          reference: {},
          itemIds: [],
          fence: null,
          at: NOW + 1,
          requestedBy: 'staff',
          code: 'XOA-1',
          confirm: false,
        },
        sealed().records,
      );
      expect(await bare.holding(['gcm$', 'học phí'])).toEqual([]);
    });
  });
}
