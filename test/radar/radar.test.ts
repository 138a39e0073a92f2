import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeMessage } from '../../adapters/alarms/compose-message.ts';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { ADMISSION_VALUE, tableName } from '../../bot/admission/published-tables.ts';
import type { Alarm } from '../../bot/ports/alarms.ts';
import { standingFindings, upperTail } from '../../bot/radar/count-tail.ts';
import { createSurgeDetector } from '../../bot/radar/detect-surges.ts';
import { createRumourFinder } from '../../bot/radar/find-rumours.ts';
import { createRadarFindings } from '../../bot/radar/radar-state.ts';
import { createTrafficCounting } from '../../bot/radar/traffic-counts.ts';
import { createRadar } from '../../bot/radar/watch-traffic.ts';
import { createPublishedDates } from '../../bot/reminders/published-dates.ts';
import { sampleTable } from '../builders/admission-table.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { anIncident } from '../builders/incidents.ts';
import { aLedgerEntry, aTurn } from '../builders/turns.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 2, 1, 17);
const WEEKS = 3;

describe('the tail of counts', () => {
  it('is that of Poisson where the mean is known, and heavier where it is not', () => {
    expect(upperTail(5, 1, Number.POSITIVE_INFINITY)).toBeCloseTo(0.00366, 5);
    expect(upperTail(5, 1, 2)).toBeGreaterThan(upperTail(5, 1, 50));
    expect(upperTail(0, 1, 2)).toBe(1);
  });

  it('lets findings stand by their rank, so that chance among many is not taken for news', () => {
    expect(standingFindings([0.001, 0.02, 0.9, 0.5], 0.05)).toEqual([true, true, false, false]);
    expect(standingFindings([0.03, 0.5, 0.6, 0.9], 0.05)).toEqual([false, false, false, false]);
  });
});

describe('surges', () => {
  /** Ten people an hour for some weeks; gives what was told on the way, and the detector. */
  function afterUsualWeeks() {
    const detector = createSurgeDetector();
    let told = 0;
    for (let minute = 0; minute < WEEKS * 7 * 1_440; minute += 6) {
      const at = START + minute * 60_000;
      detector.see({ stream: 'matter:học phí', person: `usual-${minute}`, at });
      if (minute % 60 === 0) told += detector.look(at).length;
    }
    return { detector, told, now: START + WEEKS * 7 * 24 * HOUR };
  }

  it('are told of once, with how many were usual, and usual traffic is none', () => {
    const { detector, told, now } = afterUsualWeeks();
    expect(told).toBe(0);
    for (let person = 0; person < 30; person += 1) {
      detector.see({ stream: 'matter:học phí', person: `new-${person}`, at: now + person * 20_000 });
    }
    const surges = detector.look(now + 11 * 60_000);
    expect(surges).toMatchObject([{ stream: 'matter:học phí', people: expect.any(Number) }]);
    expect(surges[0]?.expected).toBeLessThan(12);
    expect(detector.look(now + 16 * 60_000)).toEqual([]);
  });

  it('count a person once, however often they write', () => {
    const { detector, now } = afterUsualWeeks();
    for (let each = 0; each < 60; each += 1) {
      detector.see({ stream: 'matter:học phí', person: 'the same', at: now + each * 10_000 });
    }
    expect(detector.look(now + 11 * 60_000)).toEqual([]);
  });
});

describe('rumours', () => {
  const CLAIM = 'Nghe nói trường Hoa Sen sắp bị giải thể và các cháu phải chuyển đi trường khác hết đúng không';

  function seen(texts: readonly string[], mostHeld?: number) {
    const finder = createRumourFinder(mostHeld);
    for (const [index, question] of texts.entries()) {
      const turn = {
        turnId: `t${index}`,
        conversationId: `c${index}`,
        channel: 'zalo',
        question,
        at: START + index,
      } as const;
      finder.see(turn);
    }
    return finder;
  }

  it('are the same words from five people, also with small changes and without diacritics', () => {
    const told = seen([
      CLAIM,
      CLAIM.toUpperCase(),
      `${CLAIM} ạ`,
      CLAIM.replace('đúng không', 'phải không ạ'),
      'nghe noi truong hoa sen sap bi giai the va cac chau phai chuyen di truong khac het dung khong',
      'Cho tôi hỏi mức học phí của các trường công lập trong năm học mới này là bao nhiêu ạ',
    ]).rumours(START + HOUR);
    expect(told).toMatchObject([{ id: 't0', words: CLAIM, people: 5, firstSeen: START, channels: ['zalo'] }]);
  });

  it('are not told of with fewer people, and are forgotten after three days', () => {
    expect(seen([CLAIM, CLAIM, CLAIM, CLAIM]).rumours(START + HOUR)).toEqual([]);
    expect(seen([CLAIM, CLAIM, CLAIM, CLAIM, CLAIM]).rumours(START + 73 * HOUR)).toEqual([]);
  });

  it('are held whatever else is said, while what few say is given up for what was said since', () => {
    const others = [
      'Bể bơi của nhà trường mở cửa cho các lớp vào những buổi nào trong tuần',
      'Xe đưa đón học sinh đi qua phố nào và buổi sáng đón lúc mấy giờ vậy ạ',
      'Sách giáo khoa lớp bốn năm tới mua ở đâu cho đúng bộ mà trường chọn',
      'Con tôi nghỉ ốm ba ngày thì phải nộp giấy tờ gì cho cô giáo chủ nhiệm',
    ];
    const four = [CLAIM, CLAIM, CLAIM, CLAIM];
    expect(seen([...four, ...others, CLAIM], 2).rumours(START + HOUR)).toEqual([]);
    expect(seen([...four, ...others.slice(0, 1), CLAIM], 2).rumours(START + HOUR)).toMatchObject([{ people: 5 }]);
    expect(seen([...four, CLAIM, ...others, CLAIM], 2).rumours(START + HOUR)).toMatchObject([{ people: 6 }]);
  });
});

describe('the radar', () => {
  let engine: StateEngine;
  beforeEach(() => {
    engine = engineInMemory();
  });
  afterEach(() => engine.close());

  it('reads the ledger, tells leaders once of a surge, and keeps what staff say of a rumour', async () => {
    let now = START;
    let turns = 0;
    const commit = async (at: number, question: string) => {
      turns += 1;
      const ledger = aLedgerEntry({ turnId: `t${String(turns).padStart(5, '0')}`, question });
      await engine.records.commit(aTurn({ conversationId: `web:web:p${turns}`, at, ledger }));
    };
    for (let hour = 0; hour < 15 * 24; hour += 2) await commit(START + hour * HOUR, 'Học phí?');
    const surge = START + 15 * 24 * HOUR;
    for (let person = 0; person < 25; person += 1) {
      await commit(surge + person * 20_000, 'Nghe nói trường bắt các cháu học thêm thứ bảy có thu tiền phải không');
    }
    const raised: Alarm[] = [];
    const alarms = {
      raise: async (alarm: Alarm) => {
        raised.push(alarm);
        return { delivered: [], suppressed: [], failed: [] };
      },
    };
    const findings = createRadarFindings({ kept: engine.kept, lock: (work) => work() });
    now = surge + 10 * 60_000;
    const deps = { ...engine, findings, alarms, dates: createPublishedDates(engine.kept), now: () => now };
    await createRadar(deps).look();
    await createRadar(deps).look();
    expect(raised).toMatchObject([{ kind: 'traffic-surge', stream: 'matter:học thêm', people: 25, good: false }]);
    const [alarm] = raised;
    const message = alarm === undefined ? null : composeMessage(alarm, 'https://hoidap.example.vn');
    expect(message?.subject).toContain('học thêm');
    expect(message?.link).toBe('https://hoidap.example.vn/staff/radar');

    const [rumour] = (await findings.read()).value.rumours;
    expect(rumour).toMatchObject({ people: 25, status: 'new' });
    expect(await findings.setStatus(rumour?.id ?? '', 'answered')).toBe(true);
    await createRadar(deps).look();
    expect((await findings.read()).value.rumours).toMatchObject([{ status: 'answered' }]);
    expect(await findings.setStatus('nothing', 'answered')).toBe(false);
  });

  it('counts the messages that name a school, also without capitals and diacritics where it is published', async () => {
    const table = await sampleTable();
    const [school = ''] = table.zones[0]?.schools ?? [];
    await engine.kept.set(ADMISSION_VALUE, JSON.stringify({ '2026-2027': '0123456789abcdef' }));
    await engine.kept.set(tableName('0123456789abcdef'), JSON.stringify(table));
    const typed = school.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
    for (let hour = 0; hour < 15 * 24; hour += 12) {
      await engine.records.commit(aTurn({ at: START + hour * HOUR, ledger: aLedgerEntry({ turnId: `t${hour}` }) }));
    }
    const surge = START + 15 * 24 * HOUR;
    for (let person = 0; person < 20; person += 1) {
      const ledger = aLedgerEntry({
        turnId: `s${String(person).padStart(2, '0')}`,
        question: `${typed} sao the a ${person}`,
      });
      await engine.records.commit(aTurn({ conversationId: `web:web:p${person}`, at: surge + person * 10_000, ledger }));
    }
    const findings = createRadarFindings({ kept: engine.kept, lock: (work) => work() });
    const alarms = { raise: async () => ({ delivered: [], suppressed: [], failed: [] }) };
    const dates = createPublishedDates(engine.kept);
    await createRadar({ ...engine, findings, alarms, dates, now: () => surge + 5 * 60_000 }).look();
    const { surges } = (await findings.read()).value;
    expect(surges).toMatchObject([{ stream: `school:${school.replace('Trường ', '')}`, people: 20 }]);
  });

  it.each([
    ['a child in danger', 'crisis', 0],
    ['ordinary questions', 'answered', 25],
  ] as const)('of the messages of %s counts what may be a trend', async (_, outcome, people) => {
    const topic = outcome === 'crisis' ? ('child_safety' as const) : null;
    for (let hour = 0; hour < 15 * 24; hour += 2) {
      await engine.records.commit(aTurn({ at: START + hour * HOUR, ledger: aLedgerEntry({ turnId: `t${hour}` }) }));
    }
    const surge = START + 15 * 24 * HOUR;
    for (let person = 0; person < 25; person += 1) {
      const question = 'Nghe nói trường Tiểu học Hoa Mai có thầy đánh các cháu chưa đóng tiền học thêm phải không';
      const ledger = aLedgerEntry({ turnId: `s${String(person).padStart(2, '0')}`, outcome, topic, question });
      await engine.records.commit(aTurn({ conversationId: `web:web:p${person}`, at: surge + person * 10_000, ledger }));
    }
    const findings = createRadarFindings({ kept: engine.kept, lock: (work) => work() });
    const alarms = { raise: async () => ({ delivered: [], suppressed: [], failed: [] }) };
    const dates = createPublishedDates(engine.kept);
    const now = () => surge + 5 * 60_000;
    await createRadar({ ...engine, findings, alarms, dates, now }).look();
    const { surges, rumours } = (await findings.read()).value;
    expect(Math.max(0, ...surges.map((one) => one.people))).toBe(people);
    expect(Math.max(0, ...rumours.map((one) => one.people))).toBe(people);
    const counts = await createTrafficCounting({ reportRows: engine.reportRows, dates, now }).count('day');
    expect(counts.streams.school.map((one) => one.turns)).toEqual(people === 0 ? [] : [people]);
    expect(counts.turns - people).toBeLessThan(13);
  });

  it('tells leaders when many schools report the same, each school counted once', async () => {
    const raised: Alarm[] = [];
    const alarms = {
      raise: async (alarm: Alarm) => {
        raised.push(alarm);
        return { delivered: [], suppressed: [], failed: [] };
      },
    };
    const findings = createRadarFindings({ kept: engine.kept, lock: (work) => work() });
    for (let hour = 0; hour < 15 * 24; hour += 12) {
      await engine.records.commit(aTurn({ at: START + hour * HOUR, ledger: aLedgerEntry({ turnId: `t${hour}` }) }));
    }
    const storm = START + 15 * 24 * HOUR;
    for (let filed = 0; filed < 20; filed += 1) {
      const school = `Trường ${filed % 10}`;
      await engine.incidents.save(anIncident({ id: `i${filed}`, kind: 'weather', school, filedAt: storm + filed }));
    }
    const dates = createPublishedDates(engine.kept);
    const radar = createRadar({ ...engine, findings, alarms, dates, now: () => storm + 10 * 60_000 });
    await radar.look();
    await radar.look();
    expect(raised).toMatchObject([{ kind: 'traffic-surge', stream: 'incident:weather', people: 10 }]);
    const [alarm] = raised;
    const message = alarm === undefined ? null : composeMessage(alarm, null);
    expect(message?.subject).toContain('trường báo: Mưa bão, ngập, nắng nóng');
  });
});
