import type { AlignedText } from './aligned-text.ts';
import type { PersonalSpan } from './kinds.ts';

const NUMBER = '\\d{1,4}[a-z]?\\d?(?:[/.-]\\d{1,4}[a-z]?)*(?![\\d/])';
const FLAT = '(?:[a-z]{0,2}\\d{0,2}[.-]?\\d{2,4}[a-z]?|\\d{1,2}[a-z]\\d{2})';
/** Where somebody lives, to the house: the first part of an address. */
const HOUSES: readonly RegExp[] = [
  new RegExp(`(?<![a-z])(?:so nha|nha so|sn) ?:? ?(?!(?:19|20)\\d\\d(?!\\d))${NUMBER}`, 'gu'),
  new RegExp(
    `(?<![a-z])so ${NUMBER}(?=[ ,]+(?:ngo|ngach|hem|kiet|pho|duong|to dan pho|tdp|tap the|khu tap the)(?![a-z]))`,
    'gu',
  ),
  new RegExp(`(?<![a-z])(?:ngo|ngach|hem|kiet|tdp|to dan pho)(?: so)? ${NUMBER}`, 'gu'),
  new RegExp(
    `(?<![a-z])(?:can ho|can|phong|p\\.?|nha)(?: so)? ?${FLAT}(?: [a-z]\\d{1,2})?(?=[ ,-]+(?:toa|chung cu|cc|nha [a-z]\\d|tang|block|khu tap the|tap the|ktt|vinhomes|times|royal)(?![a-z]))`,
    'gu',
  ),
  new RegExp(`(?<![a-z])(?:thon|xom|ap) (?:${NUMBER}|[a-z]+(?: [a-z]+)?)(?=[ ,]+xa )`, 'gu'),
  new RegExp(`(?<![a-z])to ${NUMBER}(?=[ ,]+(?:phuong|khu|cum|p\\.))`, 'gu'),
  /(?<![a-z])(?:can ho|toa(?: nha)?) ?(?=[a-z]{0,2}\d)[a-z]{0,2}\d{1,4}[a-z]?\d?(?![\d/])/gu,
];
/** «nhà em ở 25 Đội Cấn», «địa chỉ: 12/3 Kim Mã»: a number and a street's name after words for living. */
const STREET_HOUSE = new RegExp(
  `(?:(?:dia chi(?: nha)?(?: (?:em|toi|minh|chau|con))?|dc|thuong tru|tam tru|ho khau|cu tru|(?:nha|em|toi|minh|chau|con|me con|gia dinh|vo chong)(?: (?:em|toi|minh|chau|con|no))?(?: (?:dang|hien|dang song|hien dang))?(?: o| song| tro))(?: o| tai| la)*[ :]{1,3})((?:so )?${NUMBER})(?= )`,
  'gu',
);
/** «ở 34 Châu Long»: alone only where capitals show the street. */
const STREET_IN_CAPITALS = new RegExp(`(?<![a-z])(?:o|tai|ve) ((?:so )?${NUMBER})(?= )`, 'gu');
/** «nhà em ở chung cư Vinhomes Gardenia». */
const ESTATE =
  /(?:(?:nha|em|toi|minh|chau|con|gia dinh|dia chi|dc)(?: (?:em|toi|minh|chau|con))?(?: (?:dang|hien|hien dang))?(?: o| song| thue| mua| la)?(?: tai| o)?[ :]{1,2})(?=(?:chung cu|cc|khu do thi|kdt|khu tap the|ktt|tap the) [a-z\d])/gu;
const PART =
  /^[ ,.\-–(]{1,4}(?:(?:o|tai|thuoc) )?(ngo|ngach|hem|kiet|duong|pho|to dan pho|tdp|to|phuong|p\.?|quan|q\.?|xa|huyen|thanh pho|tp\.?|tinh|khu do thi|khu tap the|tap the|khu|kdt|ktt|chung cu|cc|toa nha|toa|tang|block|can ho|can|phong|nha|thon|xom)(?: so)?[ .]{1,2}/u;
const HOUSE_BEFORE_STREET = new RegExp(`^[ ,-]{1,3}(?:so )?${NUMBER} `, 'u');
const PART_NUMBER = new RegExp(`^(?:${NUMBER}|[a-z]{1,2}\\d{1,4}[a-z]?(?![a-z\\d])|[a-z](?![a-z]))`, 'u');
const PLACE_ALONE =
  /^[ ,.-]{1,4}(?:ha noi|hn|ba dinh|cau giay|tay ho|dong da|hoan kiem|hai ba trung|hoai duc|dan phuong|thanh tri|dong anh|gia lam|long bien|nam tu liem|bac tu liem|ha dong|hoang mai|thanh xuan|soc son|thach that|quoc oai|chuong my|me linh|viet nam)(?![a-z])/u;
const OFFICE_BEFORE =
  /(?:truong|phong giao duc|phong gd|ubnd|uy ban|tru so|co quan|van phong|cong an|tram y te|mot cua|trung tam|so giao duc|toa an|vien kiem sat|nha van hoa|benh vien)(?![a-z])[^?!\n]{0,45}$/u;
const LIVES =
  /(?:nha|em|toi|minh|con|chau|be|gia dinh) (?:(?:em|toi|minh|con|chau) )?(?:dang |hien |hien dang )?(?:o|song|thue|tro)(?![a-z])|dia chi (?:nha|em|cua|toi|minh|thuong tru)|thuong tru|tam tru|cu tru|ho khau/u;
const STOP_WORDS =
  /^(?:tuoi|thang|ngay|gio|tieng|km|phut|cap|m|met|diem|ban|cai|nguoi|thi|thuoc|co|duoc|khong|ko|k|o|la|va|cho|vao|truong|lop|nam|em|con|chau|be|dung|trai|tuyen|hoc|muon|xin|hoi|a|ah|ạ|nhe|da|thanh|nay|cua|de|di|den|gan|can|phai|nop|dang|ky|thi|sdt|so|dt|dien|ma|roi|sang|bi|nhung|thi|cach|lien|cccd|ben|moi|bay|gio|voi|khi|do|neu|vi|minh|toi|cach)$/u;

/** Addresses of homes, as far as they are written out; those of schools and offices are none. */
export function findAddresses(aligned: AlignedText): readonly PersonalSpan[] {
  const { folded } = aligned;
  const found: PersonalSpan[] = [];
  const take = (start: number, end: number) => {
    const before = folded.slice(Math.max(0, start - 70), start);
    const office = OFFICE_BEFORE.exec(before);
    if (office !== null && !LIVES.test(before.slice(office.index))) return;
    if (found.some((span) => span.start < end && start < span.end)) return;
    found.push({ kind: 'address', start, end });
  };
  const patterns = aligned.cased ? [STREET_HOUSE, STREET_IN_CAPITALS] : [STREET_HOUSE];
  for (const match of patterns.flatMap((pattern) => [...folded.matchAll(pattern)])) {
    const start = match.index + match[0].length - (match[1]?.length ?? 0);
    const end = match.index + match[0].length;
    const chained = chainEnd(aligned, Math.max(end, nameEnd(aligned, end + 1, aligned.cased)));
    if (chained > end) take(start, chained);
  }
  for (const match of folded.matchAll(ESTATE)) {
    const start = match.index + match[0].length;
    const end = chainEnd(aligned, start - 1);
    if (end > start) take(start, end);
  }
  for (const pattern of HOUSES) {
    for (const match of folded.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const street = folded.charAt(end) === ' ' ? nameEnd(aligned, end + 1, true) : 0;
      take(match.index, chainEnd(aligned, Math.max(end, street)));
    }
  }
  return found;
}

/** Where the parts end that go on from `end`: «… ngõ 34 phố Đội Cấn, phường Ngọc Hà, Hà Nội». */
function chainEnd(aligned: AlignedText, from: number): number {
  const { folded } = aligned;
  let end = from;
  for (;;) {
    const rest = folded.slice(end);
    const alone = PLACE_ALONE.exec(rest);
    if (alone !== null) {
      end += alone[0].length;
      continue;
    }
    const part = PART.exec(rest);
    if (part === null) {
      // «… tòa nhà Lancaster 20 Núi Trúc»
      const house = aligned.cased ? HOUSE_BEFORE_STREET.exec(rest) : null;
      const street = house === null ? 0 : nameEnd(aligned, end + house[0].length, true);
      if (street === 0) return end;
      end = street;
      continue;
    }
    const value = end + part[0].length;
    const number = PART_NUMBER.exec(folded.slice(value));
    const next = number === null ? nameEnd(aligned, value) : value + number[0].length;
    if (next <= value) return end;
    // «ngõ 34 Đội Cấn»
    const street = number !== null && folded.charAt(next) === ' ' ? nameEnd(aligned, next + 1, true) : 0;
    end = Math.max(next, street);
  }
}

/** Where a place's name ends that begins at `start`: its capitals, or two words where there are none; 0: there is none. */
function nameEnd({ text, folded, cased }: AlignedText, start: number, onlyCapitals = false): number {
  let end = 0;
  let count = 0;
  const words = /([a-z]+\d{0,2})( ?)/uy;
  words.lastIndex = start;
  for (let match = words.exec(folded); match !== null; match = words.exec(folded)) {
    const { index, 1: word = '' } = match;
    const capital = text.charAt(index) !== text.charAt(index).toLowerCase();
    if (cased ? !capital && (onlyCapitals || count > 0 || STOP_WORDS.test(word)) : STOP_WORDS.test(word)) break;
    const isPart = PART.test(` ${folded.slice(index)}`) && !/^(?:can|to|nha|phong|p) [^\d]/u.test(folded.slice(index));
    if (isPart && !(cased && capital)) break;
    if (!capital && count === (cased ? 2 : 3)) break;
    end = index + word.length;
    count += 1;
    if (count === 4 || match[2] === '') break;
  }
  return end;
}
