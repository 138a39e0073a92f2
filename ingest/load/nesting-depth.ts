/** Deeper than any page a person made; browsers themselves stop at 512 levels. */
const DEEPEST_PAGE = 2_000;
/** Tables in tables in text boxes reach a few dozen levels. */
const DEEPEST_PART = 1_000;
/** A part has one outermost element; a few more may be a slip of this count, which knows tags only. */
const MOST_OUTERMOST = 100;
const PAGE_TAGS = /<(\/?)([a-z][a-z0-9:-]*)(?=[\s/>])/gi;
const PART_TAGS = /<(\/?)[a-z_][^<>]*?(\/?)>/gi;
/** Elements that end by themselves, or whose end people leave out; those are closed by their next sibling. */
const ENDED_BY_OTHERS = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption html head body'.split(
    ' ',
  ),
);

/**
 * Whether elements of a web page stand in one another so deeply that the parser, whose time grows with the square of
 * the depth, would be held up for minutes.
 */
export function isPageTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, end, name = ''] of html.matchAll(PAGE_TAGS)) {
    if (ENDED_BY_OTHERS.has(name.toLowerCase())) continue;
    depth = end === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST_PAGE) return true;
  }
  return false;
}

/** The same for the XML of an office file, and whether it has many outermost elements, which hold up its parser too. */
export function isPartTooDeep(xml: string): boolean {
  let depth = 0;
  let outermost = 0;
  for (const [, end, endsItself] of xml.matchAll(PART_TAGS)) {
    if (end !== '/' && depth === 0) outermost += 1;
    if (end === '/') depth = Math.max(0, depth - 1);
    else if (endsItself !== '/') depth += 1;
    if (depth > DEEPEST_PART || outermost > MOST_OUTERMOST) return true;
  }
  return false;
}
