import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createWebChatRoutes, FRAMED_PATH } from '../../adapters/channels/web/routes.tsx';
import { createConsoleRoutes } from '../../adapters/console/routes.tsx';
import { createAssets } from '../../adapters/http/assets.ts';
import { createPagePolicy } from '../../adapters/http/page-policy.ts';
import { createLiveEvents } from '../../adapters/live-events.ts';
import type { SendWindow } from '../../bot/ports/channel.ts';
import type { LiveEvents } from '../../bot/ports/live-events.ts';
import type { StaffStore } from '../../bot/ports/staff.ts';
import { createMemoryInbox, type MemoryInbox } from './memory-inbox.ts';
import { createMemoryRecords, type MemoryRecords } from './memory-records.ts';
import { createMemoryStaff } from './memory-staff.ts';

export const FAREWELL = 'Cán bộ đã kết thúc phần hỗ trợ.';

/** Chat, console and assets on loopback over memory. */
export interface ServedPages {
  readonly url: string;
  readonly inbox: MemoryInbox;
  readonly records: MemoryRecords;
  readonly staff: StaffStore;
  readonly live: LiveEvents;
  /** Listeners that the pages hold now. */
  readonly listeners: () => number;
  /** Moved by tests; ms since the epoch. */
  readonly clock: { now: number };
  /** What staff may send on every channel. */
  readonly sending: { window: SendWindow };
  /** Called when the chat or the console wakes the workers. */
  readonly work: { onWake: () => void };
  close(): Promise<void>;
}

/** Starts the pages; `perMinute` limits the chat's messages. */
export async function servePages(
  options: {
    readonly perMinute?: number;
    readonly now?: number;
    readonly secureCookies?: boolean;
    readonly framedBy?: readonly string[];
  } = {},
): Promise<ServedPages> {
  const inbox = createMemoryInbox();
  const staff = createMemoryStaff();
  const records = createMemoryRecords(inbox, staff);
  const events = createLiveEvents((error) => {
    throw error;
  });
  let listeners = 0;
  const live: LiveEvents = {
    publish: events.publish,
    subscribe(listener) {
      const end = events.subscribe(listener);
      listeners += 1;
      return () => {
        listeners -= 1;
        end();
      };
    },
  };
  const clock = { now: options.now ?? Date.UTC(2026, 1, 3, 2, 0) };
  const sending: { window: SendWindow } = { window: { open: true, until: null, mode: 'response' } };
  const work = { onWake: () => {} };
  let ids = 0;
  const shared = {
    records,
    live,
    secureCookies: options.secureCookies ?? false,
    now: () => clock.now,
    newId() {
      ids += 1;
      return `id-${String(ids).padStart(8, '0')}`;
    },
    wake: () => work.onWake(),
  };

  const app = express();
  const framedBy = options.framedBy ?? [];
  app.use(createPagePolicy({ secureCookies: shared.secureCookies, framed: FRAMED_PATH, framedBy }));
  app.use('/assets', createAssets());
  app.use(
    createWebChatRoutes({
      ...shared,
      inbox,
      visitorKey: Buffer.alloc(32, 1),
      rateLimit: { perMinute: options.perMinute ?? 60 },
      officeName: 'Giáo dục Ba Đình',
      framedBy,
    }),
  );
  let draws = 0;
  app.use(
    createConsoleRoutes({
      ...shared,
      staff,
      window: () => sending.window,
      randomBytes(size) {
        draws += 1;
        return Buffer.alloc(size, draws);
      },
      farewell: FAREWELL,
    }),
  );
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    inbox,
    records,
    staff,
    live,
    listeners: () => listeners,
    clock,
    sending,
    work,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
