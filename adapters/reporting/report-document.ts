import { AlignmentType, Document, Header, ImageRun, Packer, PageNumber, Paragraph, type Table, TextRun } from 'docx';
import sharp from 'sharp';
import { dateOf, dayNumberAt } from '../../bot/office-hours/day-number.ts';
import type { Letterhead } from '../../bot/reporting/letterhead.ts';
import { partsOf } from '../../bot/reporting/month.ts';
import type { Report } from '../../bot/reporting/reports.ts';
import { TIMES } from '../console/inbox/vietnamese.ts';
import { momentInWords } from '../console/time-words.ts';
import { chartFile, chartSize } from './chart-svg.tsx';
import {
  bodyParagraph,
  centred,
  documentTable,
  FONT,
  millimetres,
  PAGE,
  partHead,
  ruleAcross,
  run,
  sideBySide,
  TEXT_WIDTH,
} from './document-parts.ts';
import { fixedZip, withFixedTimes } from './fixed-zip.ts';
import type { ReportChart } from './report-parts.ts';
import { type ReportSection, reportSections } from './report-sections.ts';
import { REPORT_WORDS } from './report-words.ts';

const HEAD_WIDTHS = [millimetres(70), TEXT_WIDTH - millimetres(70)] as const;
const FOOT_WIDTHS = [millimetres(85), TEXT_WIDTH - millimetres(85)] as const;
const CHART_WIDTH = 600;
/** Pictures for programs that cannot draw vectors are this much finer than the page needs. */
const FINENESS = 2;
const ROOM_TO_SIGN = 1_300;

/**
 * The report as a Word file in the layout of Decree 30/2020/NĐ-CP. The same report and letterhead give the same bytes.
 * @param letterhead of a draft; an approved report has its own
 */
export async function reportDocument(report: Report, letterhead: Letterhead): Promise<Uint8Array> {
  const head = report.letterhead ?? letterhead;
  const body: (Paragraph | Table)[] = [];
  for (const [index, section] of reportSections(report).entries()) body.push(...(await partOf(section, index + 1)));
  const document = new Document({
    creator: head.office,
    lastModifiedBy: head.office,
    title: subjectOf(report),
    styles: { default: { document: { run: { font: FONT, size: 28 } } } },
    sections: [
      {
        properties: { page: PAGE, titlePage: true },
        headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
        children: [
          documentHead(report, head),
          ...titleOf(report),
          bodyParagraph(openingOf(report, head)),
          ...body,
          // Whoever signs does so under words of the report, never on a page of their own.
          bodyParagraph(REPORT_WORDS.privacy, { keepNext: true, keepLines: true }),
          new Paragraph({ keepNext: true, spacing: { before: 200 }, children: [] }),
          documentFoot(head),
        ],
      },
    ],
  });
  const at = (report.approved ?? report.drafted).at;
  return fixedZip(await Packer.toBuffer(document), (_name, xml) => withPictureNumbers(withFixedTimes(xml, at)));
}

/** The library numbers pictures through all documents of a process; here they are numbered anew. */
function withPictureNumbers(xml: string): string {
  let number = 0;
  return xml.replace(/(<wp:docPr id=")\d+/g, (_whole, tag: string) => {
    number += 1;
    return `${tag}${number}`;
  });
}

/** From the second page on, in the middle of the top margin. */
function pageNumber(): Header {
  const children = [new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: 28 })];
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] });
}

function documentHead(report: Report, head: Letterhead): Table {
  const { number, state } = report;
  const [left, right] = HEAD_WIDTHS;
  const office = [
    ...(head.superior === '' ? [] : [centred(head.superior, { size: 12 })]),
    centred(head.office, { size: 12, bold: true }),
    ruleAcross(left, 40),
  ];
  const nation = [
    centred(REPORT_WORDS.nation, { size: 12, bold: true }),
    centred(REPORT_WORDS.motto, { size: 13, bold: true }),
    ruleAcross(right, 62),
  ];
  // However many lines the names above take, number and day stand on one line.
  const numbered = [
    centred(REPORT_WORDS.number(number ?? REPORT_WORDS.unnumbered, head.symbol), { size: 13 }),
    ...(state === 'draft' ? [centred(REPORT_WORDS.draft, { size: 13, bold: true })] : []),
  ];
  const dated = [centred(placeAndDay(report, head), { size: 13, italics: true })];
  const pairs = [
    [office, nation],
    [numbered, dated],
  ] as const;
  return sideBySide(pairs, HEAD_WIDTHS);
}

/** Days below 10 and the months January and February have a nought in front, so that none can be written in. */
function placeAndDay({ approved, drafted }: Report, { place }: Letterhead): string {
  if (approved === null) return REPORT_WORDS.undated(place, dateOf(dayNumberAt(drafted.at)).year);
  const { year, month, day } = dateOf(dayNumberAt(approved.at));
  const padded = (value: number, below: number) => (value < below ? `0${value}` : String(value));
  return REPORT_WORDS.date(place, padded(day, 10), padded(month, 3), year);
}

function subjectOf({ month: name }: Pick<Report, 'month'>): string {
  const { month, year } = partsOf(name);
  return REPORT_WORDS.subject(month, year);
}

function titleOf(report: Report): readonly Paragraph[] {
  return [
    centred(REPORT_WORDS.kind, { size: 14, bold: true }, { spacing: { before: 360 } }),
    centred(subjectOf(report), { size: 14, bold: true }),
    ruleAcross(TEXT_WIDTH, 25),
  ];
}

function openingOf({ month: name, snapshot }: Report, { office }: Letterhead): string {
  const { month, year } = partsOf(name);
  return REPORT_WORDS.opening(inSentence(office), month, year, momentInWords(snapshot.takenAt, TIMES));
}

/** «PHÒNG VĂN HÓA - XÃ HỘI» within a sentence is «Phòng Văn hóa - Xã hội». */
function inSentence(office: string): string {
  if (office !== office.toUpperCase()) return office;
  const lower = office.toLowerCase();
  const named = lower.replace(/^(phòng )(\p{L})/u, (_whole, kind: string, first: string) => kind + first.toUpperCase());
  return named.replace(/^\p{L}|(?<=- )\p{L}/gu, (letter) => letter.toUpperCase());
}

async function partOf(section: ReportSection, number: number): Promise<readonly (Paragraph | Table)[]> {
  const isEmpty = section.paragraphs.length === 0 && section.tables.every(({ rows }) => rows.length === 0);
  return [
    partHead(`${number}. ${section.title}`),
    ...section.paragraphs.map((text) => bodyParagraph(text)),
    ...(isEmpty ? [bodyParagraph(REPORT_WORDS.noRows)] : []),
    ...section.tables
      .filter(({ rows }) => rows.length > 0)
      .flatMap((table) => [caption(table.caption), documentTable(table)]),
    ...(await Promise.all(section.charts.filter(({ bars }) => bars.length > 0).map(pictureOf))).flat(),
  ];
}

function caption(text: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { before: 160, after: 60 },
    children: [run(text, { size: 13, italics: true })],
  });
}

async function pictureOf(chart: ReportChart): Promise<readonly Paragraph[]> {
  const data = Buffer.from(chartFile(chart));
  const { width, height } = chartSize(chart);
  const transformation = { width: CHART_WIDTH, height: Math.round((height * CHART_WIDTH) / width) };
  const picture = await sharp(data, { density: 72 * FINENESS })
    .flatten({ background: '#ffffff' })
    .png()
    .toBuffer();
  const words = { name: chart.title, title: chart.title, description: chart.title };
  return [
    caption(chart.title),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [
        new ImageRun({ type: 'svg', data, fallback: { type: 'png', data: picture }, transformation, altText: words }),
      ],
    }),
  ];
}

function documentFoot({ recipients, signerCapacity, signerTitle, signerName }: Letterhead): Table {
  const told = [
    new Paragraph({ children: [run(REPORT_WORDS.recipients, { size: 12, bold: true, italics: true })] }),
    ...recipients.map((line) => new Paragraph({ children: [run(`- ${line}`, { size: 11 })] })),
  ];
  const signed = [
    ...(signerCapacity === '' ? [] : [centred(signerCapacity, { size: 14, bold: true })]),
    centred(signerTitle, { size: 14, bold: true }),
    new Paragraph({ spacing: { before: ROOM_TO_SIGN }, children: [] }),
    centred(signerName, { size: 14, bold: true }),
  ];
  return sideBySide([[told, signed]], FOOT_WIDTHS);
}
