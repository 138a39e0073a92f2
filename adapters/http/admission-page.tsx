import type { RequestHandler } from 'express';
import type { AdmissionTables } from '../../bot/admission/published-tables.ts';
import { SHEETS } from '../../ingest/admission/sheets.ts';
import { cellsOf } from '../../ingest/admission/table-cells.ts';
import { dateId } from '../../knowledge/admission/dates.ts';
import type { AdmissionTable, SheetId } from '../../knowledge/admission/table.ts';
import { ADMISSION_PAGE } from '../channels/web/vietnamese.ts';
import { calendarPath } from '../reminders/reminding.ts';
import { renderPage } from './page-shell.tsx';
import { SiteHeader } from './site-header.tsx';

const SHEET_IDS = Object.keys(SHEETS) as SheetId[]; // keys of a record by those keys

/** The published table of a school year (`/van-ban/tuyen-sinh-2026-2027`); each row has the anchor that answers cite. */
export function createAdmissionPage(admission: AdmissionTables): RequestHandler<{ year: string }> {
  return async (request, response, next) => {
    const table = await admission.tableOf(request.params.year);
    if (table === null) next();
    else response.type('html').send(renderTable(table));
  };
}

function renderTable(table: AdmissionTable): string {
  const cells = cellsOf(table);
  const title = ADMISSION_PAGE.title(table.schoolYear);
  return renderPage({
    title,
    description: title,
    styles: ['/assets/document.css'],
    modules: [],
    layout: 'document',
    listed: !table.isSample,
    children: (
      <>
        <SiteHeader />
        <main class="sheet">
          <h1>{title}</h1>
          {table.isSample ? <p class="validity">{ADMISSION_PAGE.sample}</p> : null}
          {SHEET_IDS.filter((id) => cells[id].length > 0).map((id) => (
            <section key={id}>
              <h2>{SHEETS[id].name}</h2>
              {cells[id].map(({ line, cells: values }) => (
                <p key={line} id={`${id}-${line}`}>
                  {SHEETS[id].columns
                    .map((column, index) => [column.title, values[index] ?? ''] as const)
                    .filter(([, value]) => value !== '')
                    .map(([name, value]) => `${name}: ${value}`)
                    .join('; ')}
                  {id === 'dates' ? <CalendarLink table={table} line={line} /> : null}
                </p>
              ))}
            </section>
          ))}
        </main>
      </>
    ),
  });
}

function CalendarLink({ table, line }: { readonly table: AdmissionTable; readonly line: number }) {
  const row = table.dates.find(({ source }) => source.line === line);
  if (row === undefined) return null;
  return (
    <>
      {' · '}
      <a href={calendarPath(dateId(table.schoolYear, row))}>{ADMISSION_PAGE.calendar}</a>
    </>
  );
}
