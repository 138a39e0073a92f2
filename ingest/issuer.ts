import { PROVINCES, provinceNamed } from '../knowledge/territories.ts';
import { capitaliseFirst } from '../knowledge/text/first-letter.ts';
import { fold } from '../knowledge/text/normalise.ts';
import { capitaliseWords } from './proper-case.ts';

/** Who issued a document, and the place in its name or its parent's. */
export interface Issuer {
  /** One organisation in proper case, for example `Sở Giáo dục và Đào tạo Hà Nội`. */
  readonly name: string;
  /** Places named, from the widest to the narrowest, tiers left out: `['Hà Nội', 'Ba Đình']`. */
  readonly places: readonly string[];
  readonly national: boolean;
}

const MOTTO =
  /C[ỘÔ]NG\s+H[ÒO]A\s+X[ÃA]\s+H[ỘÔ]I|CH[ỦU]\s+NGH[ĨI]A\s+VI[ỆÊ]T\s+NAM|Đ[ộô]c\s+l[ậâ]p\s*[-–—]\s*T[ựư]\s+do\s*[-–—]\s*H[ạa]nh\s+ph[úu]c/giu;
const ENDS_LETTERHEAD =
  /(?:^|\s)(?:Số\s*:|SỐ\s*:|V\/v|Về việc|Kính gửi|Căn cứ|Điều\s+\d)|,\s*ngày\s|(?:^|\s)(?:NGHỊ QUYẾT|NGHỊ ĐỊNH|QUYẾT ĐỊNH|THÔNG TƯ|THÔNG BÁO|KẾ HOẠCH|HƯỚNG DẪN|CHỈ THỊ|CÔNG VĂN|BÁO CÁO|TỜ TRÌNH|LUẬT|QUY CHẾ|QUY ĐỊNH)(?=\s|$)/u;
const OPENING = String.raw`(?:THƯỜNG TRỰC\s+)?(?:HỘI ĐỒNG NHÂN DÂN|HĐND)|(?:ỦY|UỶ) BAN THƯỜNG VỤ QUỐC HỘI|(?:ỦY|UỶ) BAN NHÂN DÂN|UBND|SỞ|VĂN PHÒNG|PHÒNG|TỔNG CỤC|CỤC|BAN QUẢN LÝ|BAN|BỘ|THỦ TƯỚNG CHÍNH PHỦ|CHÍNH PHỦ|QUỐC HỘI|LIÊN ĐOÀN LAO ĐỘNG|CÔNG ĐOÀN|TRUNG TÂM|TRƯỜNG`;
const ORGANISATION = new RegExp(String.raw`(?<![\p{L}])(?:${OPENING})(?![\p{L}])`, 'gu');

/**
 * The issuer in a letterhead. Columns that were joined into one line are told apart by the national motto, lines that
 * were broken are put together, and of a body and its parent the body itself counts («UBND THÀNH PHỐ HÀ NỘI / SỞ GIÁO
 * DỤC VÀ ĐÀO TẠO»). `null` when the lines hold no organisation.
 */
export function issuerInLetterhead(head: readonly string[]): Issuer | null {
  const words: string[] = [];
  for (const line of head) {
    const own = line
      .replace(MOTTO, ' ')
      .replace(/[|_*]+|-{3,}|—+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const end = own.search(ENDS_LETTERHEAD);
    const kept = (end === -1 ? own : own.slice(0, end)).trim();
    if (kept !== '' && kept === kept.toUpperCase() && !/^VĂN BẢN MẪU/u.test(kept)) words.push(kept);
    // Number, place and date stand beside or below the organisation; what follows them is not the letterhead.
    if (end !== -1 && words.length > 0) break;
    if (end !== -1 && !/Số\s*:|,\s*ngày/iu.test(own)) break;
  }
  return readOrganisations(words.join(' '));
}

/** An issuer as a page or front matter states it; `null` when it names no organisation («Tỉnh Nghệ An»). */
export function issuerStated(words: string | undefined): Issuer | null {
  if (words === undefined) return null;
  return readOrganisations(words.toUpperCase());
}

const ISSUES = String.raw`(?:ban\s+hành|thông\s+báo|hướng\s+dẫn|xây\s+dựng|đề\s+nghị|yêu\s+cầu)`;
const PASSED = /đã\s+được\s+(Hội\s+đồng\s+nhân\s+dân\s+(?:tỉnh|thành\s+phố|phường|xã)\s+[\p{L} ]+?)\s+(?:khóa|khoá)/iu;
const MINISTER = /Bộ\s+trưởng\s+(Bộ\s+[\p{L} ,-]+?)\s+ban\s+hành\s+(?:Thông|Quyết)/u;
const ISSUING = new RegExp(
  String.raw`(?:^|[\n.;]\s*)((?:Phòng|Sở)\s+(?:Giáo\s+dục\s+và\s+Đào\s+tạo|GD\s*&?\s*ĐT|Văn\s+hóa\s*[-–]\s*Xã\s+hội)|Ủy\s+ban\s+nhân\s+dân|UBND|Hội\s+đồng\s+nhân\s+dân)(\s+(?:tỉnh|thành\s+phố|quận|huyện|phường|xã)(?:\s+\p{Lu}\p{Ll}+){1,3})?\s+${ISSUES}`,
  'u',
);
const LOWER_PLACE = /(?:quận|huyện|thị xã|phường|xã|đặc khu|thành phố|tỉnh)\s+((?:\p{Lu}\p{Ll}+\s?){1,3})/gu;

/** The issuer that the body names as the one that issues, for files whose letterhead was lost; else `null`. */
export function issuerInBody(body: string): Issuer | null {
  const passed = body.match(PASSED)?.[1] ?? body.match(MINISTER)?.[1];
  if (passed !== undefined) return readOrganisations(passed.toUpperCase());
  const [, organisation, place] = body.match(ISSUING) ?? [];
  if (organisation === undefined) return null;
  const name = organisation.replace(/GD\s*&?\s*ĐT/u, 'Giáo dục và Đào tạo');
  const where = place ?? placeBeside(organisation, body);
  return where === null ? null : readOrganisations(`${name} ${where}`.toUpperCase());
}

/** «… Ngành GDĐT quận Ba Đình …»: the place the body names behind the same kind of body, most often. */
function placeBeside(organisation: string, body: string): string | null {
  const local = /^(?:Phòng|Ủy|UBND|Hội)/u.test(organisation);
  const counts = new Map<string, number>();
  for (const [place] of body.matchAll(LOWER_PLACE)) {
    if (
      local &&
      /^(?:tỉnh|thành phố)/u.test(place) &&
      provinceNamed(place.replace(/^(?:tỉnh|thành phố)\s+/u, '')) !== null
    )
      continue;
    counts.set(place.trim(), (counts.get(place.trim()) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}

function readOrganisations(capitals: string): Issuer | null {
  const text = capitals.normalize('NFC').replace(/\s+/g, ' ').trim();
  const starts = [...text.matchAll(ORGANISATION)].map((match) => match.index);
  const found = starts.map((start, index) => nameOrganisation(text.slice(start, starts[index + 1]).trim()));
  const last = found.at(-1);
  if (last === undefined || last.name === '') return null;
  const places = [...new Set(found.flatMap((organisation) => organisation.places))];
  const province = places.find((place) => provinceNamed(place) !== null);
  const needsPlace = last.places.length === 0 && /^(?:Sở|Phòng|Ban|Chi cục|Trung tâm)/u.test(last.name);
  const parent = found.at(-2);
  const suffix =
    !needsPlace || places.length === 0
      ? ''
      : ` ${/^Sở/u.test(last.name) && province ? cityName(province) : (parent?.where ?? places.at(-1) ?? '')}`;
  return { name: `${last.name}${suffix}`.trim(), places, national: last.national };
}

/** Departments are called after their province without its tier, except «Thành phố Hồ Chí Minh». */
function cityName(province: string): string {
  return province === 'Hồ Chí Minh' ? `Thành phố ${province}` : province;
}

const WHERE = /\s(TP\.?|THÀNH PHỐ|TỈNH|QUẬN|HUYỆN|THỊ XÃ|THỊ TRẤN|PHƯỜNG|XÃ(?!\s+HỘI)|ĐẶC KHU)\s+([\p{L} '-]+)$/u;

interface Organisation {
  readonly name: string;
  /** «quận Ba Đình», or `null`. */
  readonly where: string | null;
  readonly places: readonly string[];
  readonly national: boolean;
}

function nameOrganisation(capitals: string): Organisation {
  const plain = capitals
    .replace(/^UỶ/u, 'ỦY')
    .replace(/^UBND/u, 'ỦY BAN NHÂN DÂN')
    .replace(/^HĐND/u, 'HỘI ĐỒNG NHÂN DÂN')
    .replace(/GD\s*&?\s*ĐT$/u, 'GIÁO DỤC VÀ ĐÀO TẠO')
    .replace(/[.,;:]+$/u, '');
  const unit = plain.match(WHERE);
  const bare = unit === null ? plain : plain.slice(0, unit.index);
  const trailing = unit === null ? PROVINCES.find((name) => fold(plain).endsWith(` ${fold(name)}`)) : undefined;
  const base = trailing === undefined ? bare : bare.slice(0, bare.length - trailing.length).trim();
  const placeName = unit?.[2] === undefined ? trailing : (knownName(unit[2]) ?? capitaliseWords(unit[2]));
  const tier = unit?.[1] === undefined ? '' : `${unit[1].replace(/^TP\.?$/u, 'THÀNH PHỐ').toLowerCase()} `;
  const where = placeName === undefined ? null : `${tier}${placeName}`;
  const name = properName(base);
  return {
    name: where === null ? name : `${name} ${where}`,
    where,
    places: placeName === undefined ? [] : [placeName],
    national: /^(?:Bộ |Chính phủ$|Thủ tướng|Quốc hội$|Ủy ban Thường vụ)/u.test(name),
  };
}

/** The spelling of a province's name, today's or former, or `null`. */
function knownName(name: string): string | null {
  return PROVINCES.find((province) => fold(province) === fold(name)) ?? null;
}

const FIXED: Readonly<Record<string, string>> = {
  'ủy ban nhân dân': 'Ủy ban nhân dân',
  'hội đồng nhân dân': 'Hội đồng nhân dân',
  'thường trực hội đồng nhân dân': 'Thường trực Hội đồng nhân dân',
  'ủy ban thường vụ quốc hội': 'Ủy ban Thường vụ Quốc hội',
  'thủ tướng chính phủ': 'Thủ tướng Chính phủ',
  'chính phủ': 'Chính phủ',
  'quốc hội': 'Quốc hội',
  'văn phòng chính phủ': 'Văn phòng Chính phủ',
};

/** Fields of government have capitals at their first syllables: «Bộ Giáo dục và Đào tạo», «Sở Nội vụ». */
function properName(capitals: string): string {
  const lower = capitals.toLowerCase().trim();
  const fixed = FIXED[lower];
  if (fixed !== undefined) return fixed;
  const field = lower.match(/^(bộ|sở|phòng|tổng cục|cục|ban)\s+(.+)$/u);
  if (field?.[1] === undefined || field[2] === undefined) return capitaliseFirst(lower);
  const words = field[2].replace(
    /(^|và\s|,\s|[-–]\s?)(\p{L})/gu,
    (_all, before: string, letter: string) => before + letter.toUpperCase(),
  );
  return `${capitaliseFirst(field[1])} ${words}`;
}
