import { readFile } from 'node:fs/promises';
import { type Asset, prepareAsset } from '../../http/asset.ts';
import { WIDGET } from './vietnamese.ts';

/** What the widget's script is told by the server that serves it. */
interface WidgetSettings {
  /** Origins of sites that may show the chat. */
  readonly framedBy: readonly string[];
  /** Path of the framed page on the server that serves the script. */
  readonly path: string;
  readonly officeName: string;
}

const SOURCE = new URL('./client/widget.js', import.meta.url);
const STYLES = new URL('./client/widget.css', import.meta.url);

/**
 * The one file that other sites load. Its settings and styles travel inside it, so that a site with a strict content
 * security policy has to allow nothing but this script and the frame, and nothing is left in the site's own scope.
 */
export async function loadWidgetScript(settings: WidgetSettings): Promise<Asset> {
  const [source, styles] = await Promise.all([readFile(SOURCE, 'utf8'), readFile(STYLES, 'utf8')]);
  const { framedBy, path, officeName } = settings;
  const given = { framedBy, path, styles, words: { ...WIDGET, label: WIDGET.label(officeName) } };
  const script = `((settings) => {\n${source}\n})(${JSON.stringify(given)});\n`;
  return prepareAsset('text/javascript; charset=utf-8', Buffer.from(script), true);
}
