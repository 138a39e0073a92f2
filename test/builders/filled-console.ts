import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { uploadsFolder } from '../../adapters/ingesting/uploads.ts';
import type { IngestLine } from '../../adapters/snapshots/ingest-record.ts';
import { writeSnapshot } from '../../adapters/snapshots/snapshot-store.ts';
import { aDocument, aPassage, aRecord, aRelation } from './documents.ts';
import type { PageVisitor } from './page-visitor.ts';
import { type ServedPages, servePages } from './served-pages.ts';
import { formToken, hiddenField, signIn } from './staff-visitor.ts';

const NOTICE = aDocument({
  id: '7777777777777777',
  file: 'thong-bao.txt',
  number: '7/TB-UBND',
  kind: 'Thông báo',
  title: 'Giá bữa trưa bán trú',
  territory: 'Hà Nội › Ba Đình',
  issuedOn: '2026-01-05',
  relations: [
    aRelation({ number: '3/TB-UBND' }),
    aRelation({ kind: 'guides', number: '9/KH-UBND', from: '2026-01-06' }),
  ],
  origins: { number: 'text', kind: 'number', issuer: 'file-name', title: 'stated' },
});
const OLD = aDocument({ id: '3333333333333333', file: 'cu.txt', number: '3/TB-UBND', issuedOn: '2025-01-05' });
const LETTER = aDocument({ id: '1111111111111111', file: 'thu.txt', number: null, kind: null, issuer: null });
const ENDED = aDocument({ id: '2222222222222222', number: '2/2020/TT-BGDĐT', inForceUntil: '2025-01-01' });
const FUTURE = aDocument({ id: '4444444444444444', number: '4/2026/TT-BGDĐT', inForceFrom: '2027-01-01' });
const ELSEWHERE = aDocument({ id: '5555555555555555', number: '5/TB-UBND', territory: 'Lâm Đồng' });
const AMENDED = aDocument({ id: '6666666666666666', number: '6/2026/TT-BGDĐT' });
const AMENDING = aDocument({
  id: '8888888888888888',
  number: '8/2026/TT-BGDĐT',
  signer: { name: 'Ngô Văn Ký', post: null },
  relations: [aRelation({ kind: 'amends', number: '6/2026/TT-BGDĐT', parts: ['Điều 2'] })],
});
const DOCUMENTS = [NOTICE, OLD, LETTER, ENDED, FUTURE, ELSEWHERE, AMENDED, AMENDING];
const PASSAGES = [
  aPassage('Bữa trưa bán trú tối đa 35.000 đồng một học sinh một ngày.', {
    id: `${NOTICE.id}#1`,
    documentId: NOTICE.id,
    headings: ['Điều 1. Mức thu'],
    page: 2,
  }),
  aPassage('Bữa trưa bán trú tối đa 35.000 đồng một học sinh một ngày.', {
    id: `${AMENDED.id}#1`,
    documentId: AMENDED.id,
  }),
  aPassage('Học sinh mặc đồng phục.', { id: `${LETTER.id}#1`, documentId: LETTER.id }),
];

/** Words of documents, files and people on the pages of {@link serveFilledConsole}; no language of the console has them. */
export const CONTENT: readonly string[] = [
  ...DOCUMENTS.flatMap(({ number, kind, title, issuer, file }) => [number, kind, title, issuer, file]),
  ...['9/KH-UBND', 'Ba Đình, Hà Nội', 'Hà Nội › Ba Đình', 'Lâm Đồng', 'Ngô Văn Ký', 'Điều 1', 'Điều 2'],
  ...['Nguyễn Thị Lan', 'lan', 'kho.zip › a.txt', 'kho.zip', 'quet.pdf', 'cu-bo.txt', 'LY-DO'],
].filter((words) => words !== null);

/** The pages of the console with something on each of them, and an admin who looks. */
export async function serveFilledConsole(): Promise<{ readonly pages: ServedPages; readonly admin: PageVisitor }> {
  const pages = await servePages({ documents: DOCUMENTS, passages: PASSAGES });
  const admin = await signIn(pages, { role: 'admin' });
  await decideOnDocuments(admin);
  fillUploads(pages);
  await changeSettings(admin);
  return { pages, admin };
}

async function decideOnDocuments(admin: PageVisitor): Promise<void> {
  const steps: readonly (readonly [id: string, action: string, fields: Record<string, string>])[] = [
    [NOTICE.id, 'relate', { kind: 'amends', other: '2/2020/TT-BGDĐT', parts: 'Điều 1', from: '2026-01-07' }],
    [NOTICE.id, 'unrelate', { kind: 'guides', other: '9/KH-UBND' }],
    [NOTICE.id, 'set', { signer: 'Ngô Văn Ký', 'shown.signer': '' }],
    [NOTICE.id, 'undo', {}],
    [NOTICE.id, 'set', { territory: 'Lâm Đồng', 'shown.territory': '' }],
    [NOTICE.id, 'confirm', {}],
    [LETTER.id, 'withdraw', { reason: 'LY-DO' }],
    [LETTER.id, 'restore', {}],
    [LETTER.id, 'reset', {}],
    [LETTER.id, 'withdraw', { reason: 'LY-DO' }],
  ];
  for (const [id, action, fields] of steps) {
    const html = await (await admin.get(`/staff/documents/${id}`)).text();
    const form = { token: hiddenField(html, 'token'), version: hiddenField(html, 'version'), ...fields };
    const { status } = await admin.submit(`/staff/documents/${id}/${action}`, form);
    if (status !== 303) throw new Error(`${action} of a document answers ${status}`);
  }
}

const LINE: IngestLine = {
  file: 'quet.pdf',
  source: NOTICE.file,
  status: 'indexed',
  change: 'new',
  format: 'pdf',
  number: null,
  passages: 1,
  pages: [],
  notes: [],
  ms: 1,
  reason: null,
  message: null,
};

function fillUploads({ dataDir, ingests, clock }: ServedPages): void {
  const folder = uploadsFolder(dataDir);
  mkdirSync(folder, { recursive: true });
  const recorded = (name: string, lines: readonly IngestLine[]) => {
    const source = join(folder, name);
    writeFileSync(source, 'x');
    const { size, mtimeMs } = statSync(source);
    return { source, root: folder, size, modifiedMs: mtimeMs, digest: null, lines };
  };
  writeFileSync(join(folder, 'cu-bo.txt'), 'x');
  const files = [
    recorded('quet.pdf', [
      {
        ...LINE,
        pages: [
          { page: 1, way: 'text-layer', score: 1 },
          { page: 2, way: 'ocr', score: 0.5 },
        ],
        notes: ['Đã chuyển mã TCVN3 sang Unicode.'],
      },
    ]),
    recorded('kho.zip', [
      { ...LINE, file: 'kho.zip › a.txt', status: 'skipped', reason: 'encrypted', message: 'Tệp có mật khẩu.' },
      {
        ...LINE,
        file: 'kho.zip › a.txt',
        status: 'duplicate',
        message: 'Trùng nội dung với quet.pdf: dùng chung một văn bản.',
      },
    ]),
  ];
  const builtAt = new Date(clock.now + 1_000).toISOString();
  writeSnapshot(dataDir, { builtAt, documents: DOCUMENTS, passages: PASSAGES, vectors: null }, aRecord({ files }));
  const report = { outcome: 'switched', documents: 8, passages: 2, seconds: 1, missing: [], notes: [] } as const;
  ingests.ended = { at: clock.now, report: { ...report, missing: [], notes: [] } };
}

async function changeSettings(admin: PageVisitor): Promise<void> {
  const token = await formToken(admin);
  const steps: readonly (readonly [page: string, action: string, fields: Record<string, string>])[] = [
    ['/staff/topics', '/staff/topics/switch', { topic: 'smalltalk', to: 'off' }],
    ['/staff/topics', '/staff/topics/thanks', { words: 'Dạ, em chào anh/chị ạ.' }],
    ['/staff/approval', '/staff/approval', { mode: 'words', words: 'học phí', minutes: '5' }],
    ['/staff/switch', '/staff/switch', { to: 'off', reason: 'LY-DO' }],
    ['/staff/calendar', '/staff/calendar/close', { first: '2026-02-10', last: '2026-02-11' }],
    ['/staff/calendar', '/staff/calendar/open', { day: '2026-02-07', hours: '08:00-11:30' }],
    ['/staff/calendar', '/staff/calendar/restore', { version: '1' }],
  ];
  for (const [page, action, fields] of steps) {
    const seen = hiddenField(await (await admin.get(page)).text(), 'seen');
    const response = await admin.submit(action, { token, seen, ...fields });
    if (response.status !== 303) throw new Error(`${action} answers ${response.status}`);
  }
}
