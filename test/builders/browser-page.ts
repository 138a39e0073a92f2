import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

export const DESKTOP = { viewport: { width: 1280, height: 800 } };
export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** Pages of one test file, each in a context of its own. */
export interface BrowserPages {
  open(options: BrowserContextOptions, url: string): Promise<Page>;
  /** Closes all pages; gives what the browser complained about (policy, script faults) since the last time. */
  closeAll(): Promise<readonly string[]>;
}

export function createBrowserPages(browser: () => Browser): BrowserPages {
  let contexts: BrowserContext[] = [];
  let complaints: string[] = [];
  return {
    async open(options, url) {
      const context = await browser().newContext({ locale: 'vi-VN', ...options });
      contexts.push(context);
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (/Content Security Policy|Uncaught/.test(message.text())) complaints.push(message.text());
      });
      await page.goto(url);
      return page;
    },
    async closeAll() {
      await Promise.all(contexts.map((context) => context.close()));
      const told = complaints;
      contexts = [];
      complaints = [];
      return told;
    },
  };
}

/** Whether nothing of a page lies beside its window, once everything that shapes the page has come. */
export async function fitsWindow(page: Page): Promise<boolean> {
  await page.waitForLoadState();
  return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
}

/** What axe finds serious or critical in a page that has come as a whole and its frames, one line each. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  await page.waitForLoadState();
  const axe = new AxeBuilder({ page })
    // Of what passed, nothing is asked.
    .options({ resultTypes: ['violations'] })
    // Only the findings of several frames have to be put together, in a page of their own.
    .setLegacyMode(page.frames().length === 1);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
