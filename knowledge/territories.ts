import { fold } from './text/normalise.ts';

/**
 * Provinces and centrally run cities, today's 34 (in force 1/7/2025, Resolution 202/2025/QH15) and the former names
 * that people still use, each with the territory that an official text would name.
 */
const TERRITORIES: Readonly<Record<string, readonly string[]>> = {
  'Hà Nội': ['hà nội', 'thủ đô', 'hn'],
  Huế: ['huế', 'thừa thiên huế', 'thừa thiên'],
  'Hải Phòng': ['hải phòng', 'hải dương'],
  'Đà Nẵng': ['đà nẵng', 'quảng nam'],
  'Hồ Chí Minh': ['hồ chí minh', 'hcm', 'tphcm', 'sài gòn', 'bình dương', 'bà rịa', 'vũng tàu'],
  'Cần Thơ': ['cần thơ', 'sóc trăng', 'hậu giang'],
  'Lai Châu': ['lai châu'],
  'Điện Biên': ['điện biên'],
  'Sơn La': ['sơn la'],
  'Lạng Sơn': ['lạng sơn'],
  'Quảng Ninh': ['quảng ninh'],
  'Thanh Hóa': ['thanh hóa', 'thanh hoá'],
  'Nghệ An': ['nghệ an'],
  'Hà Tĩnh': ['hà tĩnh'],
  'Cao Bằng': ['cao bằng'],
  'Tuyên Quang': ['tuyên quang', 'hà giang'],
  'Lào Cai': ['lào cai', 'yên bái'],
  'Thái Nguyên': ['thái nguyên', 'bắc kạn'],
  'Phú Thọ': ['phú thọ', 'vĩnh phúc', 'hòa bình', 'hoà bình'],
  'Bắc Ninh': ['bắc ninh', 'bắc giang'],
  'Hưng Yên': ['hưng yên', 'thái bình'],
  'Ninh Bình': ['ninh bình', 'nam định', 'hà nam'],
  'Quảng Trị': ['quảng trị', 'quảng bình'],
  'Quảng Ngãi': ['quảng ngãi', 'kon tum'],
  'Gia Lai': ['gia lai', 'bình định'],
  'Khánh Hòa': ['khánh hòa', 'khánh hoà', 'nha trang', 'ninh thuận'],
  'Lâm Đồng': ['lâm đồng', 'đà lạt', 'bình thuận', 'đắk nông'],
  'Đắk Lắk': ['đắk lắk', 'đắc lắc', 'phú yên'],
  'Đồng Nai': ['đồng nai', 'bình phước'],
  'Tây Ninh': ['tây ninh', 'long an'],
  'Vĩnh Long': ['vĩnh long', 'bến tre', 'trà vinh'],
  'Đồng Tháp': ['đồng tháp', 'tiền giang'],
  'Cà Mau': ['cà mau', 'bạc liêu'],
  'An Giang': ['an giang', 'kiên giang'],
};

/** Words that, before a name, say that the rule of that place is asked for (not where somebody comes from). */
const LOCATIVES = ['o', 'tai', 'tinh', 'tp', 'thanh pho', 'vao', 'trong', 'cua', 'ngoai'];

const PATTERNS = Object.entries(TERRITORIES).map(([territory, names]) => ({
  territory,
  pattern: new RegExp(
    `(?:^|[^a-z])(?:${LOCATIVES.join('|')}) (?:tinh |tp |thanh pho )?(?:${names.map(fold).join('|')})(?![a-z])`,
  ),
}));

/** Territories whose rules a question asks for, by today's name: `["Huế"]` for «học phí ở huế bao nhiêu». */
export function territoriesAskedFor(question: string): readonly string[] {
  const folded = fold(question).replace(/[^a-z0-9]+/g, ' ');
  return PATTERNS.filter(({ pattern }) => pattern.test(folded)).map(({ territory }) => territory);
}

const NAMES = Object.entries(TERRITORIES).flatMap(([territory, names]) =>
  names.filter((name) => name.length > 3).map((name) => ({ territory, name })),
);

/** The territory whose name (today's or former) a text holds most often; `null` when it names none. */
export function territoryNamedMost(text: string): string | null {
  const lower = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
  let best: string | null = null;
  let most = 0;
  const counts = new Map<string, number>();
  for (const { territory, name } of NAMES) {
    const count = (counts.get(territory) ?? 0) + lower.split(name).length - 1;
    counts.set(territory, count);
    if (count > most) {
      best = territory;
      most = count;
    }
  }
  return best;
}

/** Today's provinces and centrally run cities by their official short names. */
export const PROVINCES: readonly string[] = Object.keys(TERRITORIES);

/** The province that a name, today's or former, stands for: `Vĩnh Long` for «Bến Tre»; `null` for anything else. */
export function provinceNamed(name: string): string | null {
  const folded = fold(name);
  const found = Object.entries(TERRITORIES).find(([province, names]) =>
    [province, ...names].some((known) => fold(known) === folded),
  );
  return found?.[0] ?? null;
}

/** The whole country, as a territory. */
export const NATIONAL = 'national';
const BELOW = ' › ';

/**
 * `Hà Nội › Ba Đình`: a ward, commune or former district. Tiers are left out, because a name outlives them: the
 * district of Ba Đình ended on 1/7/2025 and a ward bears its name.
 * @param province `null` when the text does not tell it
 */
export function localTerritory(province: string | null, local: string): string {
  return `${province ?? ''}${BELOW}${local}`.trim();
}

/** The province of a territory: `Hà Nội` for `Hà Nội › Ba Đình`; `null` for the whole country and unknown provinces. */
export function provinceOf(territory: string | null): string | null {
  if (territory === null || territory === NATIONAL) return null;
  return territory.split(BELOW.trim())[0]?.trim() || null;
}

/** The ward, commune or former district of a territory, or `null`. */
export function localNameOf(territory: string | null): string | null {
  return territory?.split(BELOW.trim())[1]?.trim() || null;
}

/** «Ba Đình, Hà Nội»: a territory in words for people. */
export function territoryInWords(territory: string): string {
  if (territory === NATIONAL) return 'cả nước';
  return [localNameOf(territory), provinceOf(territory)].filter((name) => name !== null).join(', ');
}

/** Whether a text of one territory rules at a place: the country's everywhere, a province's in all its wards. */
export function rulesAt(territory: string | null, place: string): boolean {
  if (territory === null || territory === NATIONAL) return true;
  const province = provinceOf(territory);
  const local = localNameOf(territory);
  if (province !== null && !sameName(province, provinceOf(place))) return false;
  return local === null || sameName(local, localNameOf(place));
}

function sameName(a: string, b: string | null): boolean {
  return b !== null && fold(a) === fold(b);
}
