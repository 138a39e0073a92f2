// @ts-check

/**
 * Builds a DOM element. Strings become text nodes, so data can never turn into markup; functions become listeners
 * of the event named after `on`; `false`, `null` and `undefined` are left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean | null | undefined | ((event: Event) => void)>} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (typeof value === 'string') node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

/**
 * The page's element of that id; the page and this module are released together, so a missing one is a fault.
 * @template {HTMLElement} [Wanted=HTMLElement]
 * @param {string} id
 * @returns {Wanted}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element #${id}`);
  return /** @type {Wanted} */ (found);
}
