/** Deeper than any page a person made; browsers themselves stop at 512 levels. */
const DEEPEST = 2_000;
const TAGS = /<(\/?)([a-z][a-z0-9:-]*)(?=[\s/>])/gi;
/** Elements that end by themselves, or whose end people leave out; those are closed by their next sibling. */
const ENDED_BY_OTHERS = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption html head body'.split(
    ' ',
  ),
);

/**
 * Whether elements stand in one another so deeply that the parser, whose time grows with the square of the depth,
 * would be held up for minutes.
 */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, end, name = ''] of html.matchAll(TAGS)) {
    if (ENDED_BY_OTHERS.has(name.toLowerCase())) continue;
    depth = end === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
