import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigInvalid, readConfig, SETTING_NAMES } from '../adapters/config.ts';

const ROOT = join(import.meta.dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

describe('settings', () => {
  it('need nothing: an empty environment gives the embedded product with both platforms off', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 3000,
      territory: 'Hà Nội › Ba Đình',
      messenger: { on: false },
      zalo: { on: false },
    });
  });

  it('say which ones a half-configured channel still lacks', () => {
    const { messenger } = readConfig({ MESSENGER_APP_ID: '1', MESSENGER_APP_SECRET: 'long-enough' });
    expect(messenger).toEqual({
      on: false,
      missing: ['MESSENGER_VERIFY_TOKEN', 'MESSENGER_PAGE_ID', 'MESSENGER_PAGE_TOKEN'],
    });
  });

  it('report every problem at once and print no value', () => {
    const wrong = {
      PORT: 'seventy',
      PUBLIC_URL: 'nowhere',
      MESSENGER_GRAPH_VERSION: '26',
      STAFF_ADMIN_PASSWORD: 'hunter2',
    };
    let message = '';
    try {
      readConfig(wrong);
    } catch (error) {
      if (error instanceof ConfigInvalid) message = error.message;
    }
    for (const name of Object.keys(wrong)) expect(message).toContain(name);
    for (const value of Object.values(wrong).slice(1)) expect(message).not.toContain(value);
  });

  it('take origins of sites that may embed the chat, and no pages, patterns or plain HTTP', () => {
    const { webEmbedOrigins } = readConfig({ WEB_EMBED_ORIGINS: 'https://BADINH.edu.vn/, http://localhost:8080' });
    expect(webEmbedOrigins).toEqual(['https://badinh.edu.vn', 'http://localhost:8080']);
    for (const wrong of [
      'badinh.edu.vn',
      'http://badinh.edu.vn',
      'https://badinh.edu.vn/tin',
      'https://*.edu.vn',
      '*',
    ]) {
      expect(() => readConfig({ WEB_EMBED_ORIGINS: wrong })).toThrow(/WEB_EMBED_ORIGINS/);
    }
  });

  it('count an empty value as absent', () => {
    expect(readConfig({ PUBLIC_URL: '', PORT: ' ' })).toMatchObject({ publicUrl: null, port: 3000 });
  });

  it('all stand in the README table and in .env.example, and nothing else does', () => {
    const inReadme = [...README.matchAll(/^\| `([A-Z_]+)` \| .*\| .* \|$/gm)].map((match) => match[1]);
    const settingsInReadme = inReadme.filter((name) => SETTING_NAMES.includes(name ?? ''));
    expect(settingsInReadme).toEqual(SETTING_NAMES);
    const inExample = [...readFileSync(join(ROOT, '.env.example'), 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(
      (match) => match[1],
    );
    expect(inExample).toEqual(SETTING_NAMES);
  });
});

describe('the README', () => {
  it('explains every error code that the program can print', () => {
    const folder = join(ROOT, 'adapters');
    const codes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/readonly code = '([A-Z_]+)'/g)])
      .map((match) => match[1] ?? '');
    expect(codes.length).toBeGreaterThan(4);
    for (const code of codes) expect(README).toContain(`| \`${code}\` |`);
  });

  it('names every command of package.json that people run', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    for (const name of Object.keys(scripts).filter((script) => !/^(?:types|lint|test:unit)$/.test(script))) {
      expect(README).toMatch(new RegExp(`npm (?:run )?${name}\\b`));
    }
  });
});
