/** «Điều 5, khoản 1 – khoản 3»: the address of neighbouring parts, from the first's and what differs in the last's. */
export function rangeAddress(addresses: readonly string[]): string {
  const first = addresses[0] ?? '';
  const last = addresses.at(-1) ?? '';
  if (first === last || last === '') return first;
  if (first === '') return last;
  const a = first.split(', ');
  const b = last.split(', ');
  let common = 0;
  while (common < Math.min(a.length, b.length) && a[common] === b[common]) common += 1;
  if (common === a.length || common === b.length) return a.slice(0, common).join(', ');
  const tail = b.slice(common).join(', ');
  return `${first} – ${tail.charAt(0).toLowerCase()}${tail.slice(1)}`;
}
