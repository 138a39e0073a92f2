import { load } from 'cheerio';

const TOLD = ['aria-label', 'title', 'placeholder', 'alt', 'data-too-large'] as const;

/**
 * What the main part of a page tells, a text or label each; parts that say themselves that they are Vietnamese are left
 * out, and so is what stands in `content`: that is what people wrote, not what the page says of it.
 */
export function toldWords(html: string, content: readonly string[]): ReadonlySet<string> {
  const page = load(html);
  const main = page('main');
  main.find('[lang="vi"], script, style').remove();
  const parts = [page('title').text()];
  main
    .find('*')
    .addBack()
    .each((_, element) => {
      for (const name of TOLD) parts.push(page(element).attr(name) ?? '');
      page(element)
        .contents()
        .each((_index, node) => {
          if (node.type === 'text') parts.push(node.data);
        });
    });
  const longestFirst = content.toSorted((one, other) => other.length - one.length);
  const without = (text: string) => longestFirst.reduce((rest, words) => rest.replaceAll(words, ''), text);
  return new Set(
    parts.map((part) => without(part).replaceAll(/\s+/g, ' ').trim()).filter((part) => /\p{L}{2}/u.test(part)),
  );
}
