import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCalendarRoute } from '../../adapters/http/calendar-route.ts';
import { type OfficeSettings, openOfficeSettings } from '../../adapters/office-settings.ts';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { createAdmissionPublishing } from '../../bot/admission/publish-table.ts';
import { newestNumber } from '../../bot/kept-versions.ts';
import { calendarFile } from '../../knowledge/admission/calendar-file.ts';
import { datesInForce } from '../../knowledge/admission/dates.ts';
import type { DateRow } from '../../knowledge/admission/table.ts';
import { aSource, aTable } from '../builders/admission-table.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { aDate } from '../builders/reminders.ts';

const NOW = Date.UTC(2026, 4, 4, 2);
const FACTS = { sequence: 3, publishedAt: NOW, host: 'hoi.example', page: 'https://hoi.example/van-ban/x' };
const fileOf = (row: DateRow, ringsBefore: readonly number[] = [3, 1]) =>
  calendarFile(datesInForce(aTable({ dates: [row] }), '2026-05-04'), { ...FACTS, ringsBefore });
/** A calendar's lines as they were before they were folded. */
const linesOf = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');

describe('a date as a calendar file', () => {
  it('is whole days with source, page and alarms at eight in the morning', () => {
    const lines = linesOf(fileOf(aDate()));
    for (const line of [
      'UID:2026-2027-tieu-hoc-nop-ho-so-lop-1@hoi.example',
      'DTSTAMP:20260504T020000Z',
      'SEQUENCE:3',
      'DTSTART;VALUE=DATE:20260701',
      'DTEND;VALUE=DATE:20260704',
      'SUMMARY:Nộp hồ sơ lớp 1 (tiểu học)',
      'URL:https://hoi.example/van-ban/x#dates-2',
      'TRIGGER;RELATED=END:-P3DT16H',
      'TRIGGER;RELATED=END:-P1DT16H',
    ])
      expect(lines).toContain(line);
    expect(lines.find((line) => line.startsWith('DESCRIPTION:Nộp'))).toContain('Nguồn: 901/KH-UBND\\, Mục II');
    expect(lines.filter((line) => line === 'BEGIN:VALARM')).toHaveLength(2);
  });

  it('ends every line as calendars want it, and none is longer than 75 octets', () => {
    const file = fileOf(aDate({ step: 'Nộp hồ sơ; bản chính, bản sao \\ '.repeat(9) }));
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const lengths = file.split('\r\n').map((line) => Buffer.byteLength(line));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
    expect(Buffer.from(file).toString()).not.toContain('\uFFFD');
    expect(linesOf(file).find((line) => line.startsWith('SUMMARY:'))).toContain('hồ sơ\\; bản chính\\, bản sao \\\\ ');
  });
});

describe('the public address of a date', () => {
  let engine: StateEngine;
  let settings: OfficeSettings;
  let now: number;
  let url: string;
  let close: () => Promise<void>;
  beforeEach(async () => {
    engine = engineInMemory();
    now = NOW;
    settings = openOfficeSettings({
      kept: engine.kept,
      audit: engine.audit,
      now: () => now,
      lock: engine.lock('kept-versions'),
      onFault(error) {
        throw error;
      },
    });
    const route = createCalendarRoute({
      ...settings,
      kept: engine.kept,
      publicUrl: 'https://hoi.example',
      reminderDays: [1],
      now: () => now,
    });
    const server = createServer(express().get('/lich/:file', ...route));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/lich/2026-2027-tieu-hoc-nop-ho-so-lop-1.ics`;
    close = () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
  });
  afterEach(async () => {
    await close();
    await engine.close();
  });

  async function publish(dates: readonly DateRow[], at: number): Promise<void> {
    now = at;
    const publishing = createAdmissionPublishing(engine.kept, settings.admissionVersions);
    const seen = newestNumber(await settings.admissionVersions.list());
    await publishing.publish({ by: 'lan', seen, table: aTable({ dates }) });
    settings.admission.forget();
  }

  async function lines(): Promise<readonly string[]> {
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    return linesOf(await response.text());
  }

  it('keeps its name, and counts on with every move of the date and with nothing else', async () => {
    await publish([aDate()], NOW);
    const first = await lines();
    expect(first).toContain('SEQUENCE:1');
    await publish([aDate(), aDate({ source: aSource('dates', 3), step: 'Xác nhận nhập học' })], NOW + 60_000);
    expect(await lines()).toEqual(first);
    await publish([aDate({ last: '2026-07-05' })], NOW + 120_000);
    const moved = await lines();
    expect(moved).toContain('SEQUENCE:3');
    expect(moved).toContain('DTEND;VALUE=DATE:20260706');
    expect(moved).toContain('DTSTAMP:20260504T020200Z');
    expect(moved[5]).toBe(first[5]);
  });

  it('gives only what a published table in force has', async () => {
    expect((await fetch(url)).status).toBe(404);
    await publish([aDate({ source: aSource('dates', 2, { from: '2026-06-01' }) })], NOW);
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(url.replace('.ics', '.txt'))).status).toBe(404);
  });

  it('is asked no more than two times a second by one address', async () => {
    await publish([aDate()], NOW);
    const statuses = await Promise.all(Array.from({ length: 125 }, async () => (await fetch(url)).status));
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
  });
});
