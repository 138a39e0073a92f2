import { sentenceCase } from '../../knowledge/text/first-letter.ts';
import {
  isBlankForm,
  isPersonsName,
  isSigned,
  isTitleOfDocument,
  type LeftoverKind,
  leftoverKind,
  opensRecipients,
} from '../leftovers.ts';
import type { Marker } from '../markers.ts';
import { headingTopic, isCardField } from './card.ts';

/** One paragraph as the form of a document sees it. */
export interface FormLine {
  readonly text: string;
  readonly isHeading: boolean;
  readonly marker: Marker | null;
  /** Whether nothing follows it. */
  readonly isLast: boolean;
}

/** What a paragraph is to the form: a leftover of some kind, the title of an unnamed annex, or a rule. */
export type FormReading = { readonly leftover: LeftoverKind } | 'annex-title' | 'rule';

export interface FormReader {
  read(line: FormLine): FormReading;
  /** The text's own units have begun. */
  beginText(): void;
  /** An annex has begun; forms in it have heads and feet of their own. */
  beginAnnex(): void;
  /** Whether the text's own units have begun. */
  hasBegun(): boolean;
  /** Whether recipients or signatures came before, so that what follows is an annex. */
  isClosed(): boolean;
}

const LONGEST_RECIPIENT = 220;
/** «Thực hiện Công văn …, Sở yêu cầu các đơn vị:» names its basis and says what follows. */
const ANNOUNCES = /(?:đề nghị|yêu cầu|hướng dẫn|thông báo|triển khai|lưu ý|như sau).*:$/su;
const ANNEX_NAMES =
  /^(?:DANH MỤC|BẢNG|BIỂU|QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|CHƯƠNG TRÌNH|HƯỚNG DẪN|KẾ HOẠCH|ĐỀ ÁN|NỘI QUY|TIÊU CHÍ|TIÊU CHUẨN)(?:\s|$)/u;

/**
 * Follows the form of a document: its head, card and legal basis before the first unit; recipients and signatures
 * after the last; annexes below.
 */
export function createFormReader(): FormReader {
  let state: 'head' | 'addressees' | 'text' | 'recipients' | 'closed' = 'head';
  let topic: 'about' | 'basis' | null = null;
  let fieldOpen = false;
  let inAnnex = false;
  let basisOpen = false;

  const leftover = (kind: LeftoverKind): FormReading => ({ leftover: kind });
  const isTitle = (line: FormLine) =>
    line.isHeading || (line.text === line.text.toUpperCase() && /\p{L}{2}/u.test(line.text));

  const readTopic = (line: FormLine): FormReading | null => {
    if (isTitle(line) && line.marker === null) {
      const named = headingTopic(line.text);
      if (named !== null || topic !== null) topic = null;
      if (named === 'about' || named === 'basis') topic = named;
      if (named !== null && !(named === 'text' && state !== 'head')) return leftover('title');
    }
    if (topic === null) return null;
    return leftover(topic === 'about' ? 'about' : (leftoverKind(line.text) ?? 'legal-basis'));
  };

  const readHead = (line: FormLine): FormReading => {
    const { text, marker } = line;
    if (fieldOpen || isCardField(text)) {
      fieldOpen = !fieldOpen;
      return leftover('about');
    }
    const kind = ANNOUNCES.test(text) ? null : leftoverKind(text);
    if (kind === 'legal-basis') state = 'head';
    if (
      kind === 'legal-basis' ||
      (kind === null && basisOpen && marker === null && (!isTitle(line) || /[;.]$/.test(text)))
    ) {
      // «Căn cứ Luật … số» goes on below until it is closed by a semicolon or stop.
      basisOpen = !/[.;:]$/.test(text);
      return leftover('legal-basis');
    }
    basisOpen = false;
    if (kind !== null) return leftover(kind);
    if (/^Kính gửi/u.test(text)) {
      state = 'addressees';
      return leftover('recipients');
    }
    if (state === 'addressees' && marker?.kind === 'dash') return leftover('recipients');
    state = 'head';
    return marker === null && isTitle(line) ? leftover('title') : 'rule';
  };

  const readText = (line: FormLine): FormReading => {
    const { text, marker } = line;
    const kind = leftoverKind(text);
    if (kind === 'signature' || kind === 'notice') {
      if (isSigned(text)) state = 'closed';
      return leftover(kind);
    }
    if (inAnnex && kind === 'letterhead') return leftover(kind);
    if (inAnnex && isBlankForm(text) && marker?.kind !== 'article') return leftover('blank-form');
    if (isTitleOfDocument(text) && line.isLast) return leftover('title');
    return 'rule';
  };

  const readRecipients = (line: FormLine): FormReading | null => {
    const { text, marker } = line;
    if (isSigned(text) || leftoverKind(text) === 'signature') {
      state = 'closed';
      return leftover('signature');
    }
    const isRecipient = marker === null || marker.kind === 'dash';
    if (line.isHeading || !isRecipient || text.length > LONGEST_RECIPIENT || (isTitle(line) && isAnnexTitle(text))) {
      state = 'closed';
      return null;
    }
    if (/(?:^|[-–]\s*)Lưu\s*:/u.test(text)) state = 'closed';
    return leftover('recipients');
  };

  const readClosed = (line: FormLine): FormReading => {
    const { text, marker } = line;
    const kind = leftoverKind(text);
    if (kind === 'signature' || kind === 'notice' || kind === 'letterhead') return leftover(kind);
    if (isPersonsName(text)) return leftover('signature');
    if (isTitleOfDocument(text) && line.isLast) return leftover('title');
    if (marker === null && isTitle(line) && isAnnexTitle(text)) return 'annex-title';
    state = 'text';
    return 'rule';
  };

  return {
    read(line) {
      if (line.marker !== null && opensUnit(line.marker)) {
        topic = null;
        return 'rule';
      }
      const named = readTopic(line);
      if (named !== null) return named;
      if (opensRecipients(line.text)) {
        state = 'recipients';
        return leftover('recipients');
      }
      if (state === 'recipients') {
        const reading = readRecipients(line);
        if (reading !== null) return reading;
      }
      if (state === 'closed') return readClosed(line);
      return state === 'text' ? readText(line) : readHead(line);
    },
    beginText() {
      state = 'text';
      topic = null;
    },
    beginAnnex() {
      state = 'text';
      inAnnex = true;
    },
    hasBegun: () => state !== 'head' && state !== 'addressees',
    isClosed: () => state === 'closed' || state === 'recipients',
  };
}

function opensUnit(marker: Marker): boolean {
  return marker.kind === 'article' || marker.kind === 'division' || marker.kind === 'annex';
}

/** A title in capitals after the signatures opens an annex that is not called one. */
function isAnnexTitle(text: string): boolean {
  return ANNEX_NAMES.test(text.toUpperCase()) || (text === text.toUpperCase() && text.split(' ').length >= 5);
}

/** How an annex is addressed that is not called «Phụ lục»: «Điều lệ», «Danh mục». */
export function annexLabel(heading: string): string {
  const label = heading.match(/^(Phụ lục|Mẫu(?:\s+số)?|Biểu mẫu)(\s+(?:số\s+)?(?:[IVXLC]+|\d+[a-z]?)(?![\p{L}\d]))?/iu);
  const words = label === null ? heading.toUpperCase().match(ANNEX_NAMES)?.[0].trim() : `${label[1]}${label[2] ?? ''}`;
  if (words === undefined) return 'Phụ lục';
  const name = label?.[1] ?? words;
  return sentenceCase(name) + words.slice(name.length);
}
