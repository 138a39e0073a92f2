import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const EXECUTABLE = '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether browser tests can run here; says on the terminal why not. */
export function hasChromium(): boolean {
  const found = existsSync(EXECUTABLE);
  if (!found)
    process.stderr.write(`Browser tests skipped: ${EXECUTABLE} is not installed (apt-get install chromium).\n`);
  return found;
}

/** Starts the system's Chromium; close it after use. */
export function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: [...FLAGS, ...flags] });
}
