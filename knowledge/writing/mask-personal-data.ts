/**
 * Takes out of a message what could tell who writes it, before it leaves the office: e-mail addresses, telephone,
 * identity, account and pupil numbers, also where their digits are written apart. Amounts and days stay.
 */
export function maskPersonalData(text: string): string {
  return text
    .replace(EMAIL, '[thư điện tử]')
    .replace(PHONE, '[số điện thoại]')
    .replace(LONG_NUMBER, (found) => (isAmount(found) ? found : '[số riêng]'));
}

const EMAIL = /[\p{L}\d._%+-]+\s?@\s?[\p{L}\d.-]+\.\p{L}{2,}/giu;
const PHONE = /(?<![\d.,])(?:\+?\s?84|0)(?:[\s.-]?\d){9}(?!\d)/gu;
/** Eight digits and more, which may be parted by single blanks, points or dashes. */
const LONG_NUMBER = /(?<![\d/.,])\d(?:[\s.-]?\d){7,}(?![\d/])/gu;

/** «12.500.000» is money; nobody writes a number of their own so. */
function isAmount(digits: string): boolean {
  return /^\d{1,3}(?:\.\d{3})+$/u.test(digits) || /^20\d{2}\s?-\s?20\d{2}$/u.test(digits);
}
