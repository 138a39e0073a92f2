import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SETTING_NAMES } from '../../adapters/config.ts';
import { type ComposeValue, readComposeFile } from '../builders/compose-file.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Instructions with their arguments, comments and line breaks taken out. */
const instructions = read('Containerfile')
  .replace(/^#.*\n/gm, '')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => /^(?<name>[A-Z]+) (?<rest>.*)$/.exec(line)?.groups ?? { name: '', rest: line });
const all = (name: string) => instructions.filter((one) => one.name === name).map((one) => one.rest ?? '');
const last = (name: string) => all(name).at(-1) ?? '';

const compose = readComposeFile(read('compose.yaml'));
const at = (value: ComposeValue | undefined, key: string): ComposeValue | undefined =>
  typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, ComposeValue>)[key] : undefined;
const services = Object.entries(compose.services as Record<string, ComposeValue>);
const service = (name: string) => services.find(([one]) => one === name)?.[1];
const ours = services.filter(([name]) => name !== 'redis');
/** Settings of the run time, not of the product. */
const OF_NODE = ['NODE_ENV'];
const settingNames = [...SETTING_NAMES, ...OF_NODE];

describe('the Containerfile', () => {
  it('takes Node 22 by an exact tag in both stages, without a host', () => {
    expect(all('FROM')).toHaveLength(2);
    for (const image of all('FROM')) expect(image).toMatch(/^node:22\.\d+\.\d+-bookworm-slim(?: AS \w+)?$/);
  });

  it('runs as a fixed user that is not root', () => {
    expect(last('USER')).toMatch(/^[1-9]\d{3,}:[1-9]\d{3,}$/);
    expect(instructions.findIndex((one) => one.name === 'USER')).toBeLessThan(
      instructions.findIndex((one) => one.name === 'CMD'),
    );
  });

  it('copies only what there is, by name, and everything that the program imports', () => {
    const sources = all('COPY')
      .filter((rest) => !rest.startsWith('--from'))
      .flatMap((rest) => rest.split(' ').slice(0, -1));
    expect(sources).not.toContain('.');
    for (const source of sources) expect(existsSync(join(ROOT, source)), source).toBe(true);
    expect(sources).toEqual(expect.arrayContaining(['knowledge', 'ingest', 'bot', 'adapters', 'tsconfig.json']));
    for (const secret of ['.env', '.env.redis', 'data', 'test']) expect(sources).not.toContain(secret);
    const kept = read('.containerignore').split('\n');
    expect(kept).toContain('*');
    for (const source of sources) expect(kept).toContain(`!${source}`);
  });

  it('sets only settings that exist', () => {
    const names = all('ENV').flatMap((rest) => rest.split(' ').map((pair) => pair.split('=')[0]));
    expect(names).toContain('DATA_DIR');
    for (const name of names) expect(settingNames).toContain(name);
  });

  it('starts what npm start starts, without npm or a shell between it and its signals', () => {
    const command: string[] = JSON.parse(last('CMD'));
    expect(command[0]).toBe('node');
    const { scripts } = JSON.parse(read('package.json'));
    expect(`tsx ${command.slice(command.indexOf('tsx') + 1).join(' ')}`).toBe(scripts.start);
  });

  it('keeps what is written in the volume of the data folder', () => {
    expect(last('VOLUME')).toBe(/DATA_DIR=(\S+)/.exec(last('ENV'))?.[1]);
  });
});

describe('the compose file', () => {
  it('starts one container without Redis by default, and web, two workers and Redis in the profile “scale”', () => {
    const profiles = services.map(([name, value]) => [name, at(value, 'profiles') ?? []]);
    expect(profiles).toEqual([
      ['assistant', []],
      ['web', ['scale']],
      ['worker', ['scale']],
      ['redis', ['scale']],
    ]);
    expect(at(at(service('worker'), 'deploy'), 'replicas')).toBe('2');
    expect(at(service('web'), 'command')).toEqual([...JSON.parse(last('CMD')), '--role', 'web']);
    expect(at(service('worker'), 'command')).toEqual([...JSON.parse(last('CMD')), '--role', 'worker']);
  });

  it.each(services)('gives %s no root, no capability, no way to more rights and a read-only root', (_name, value) => {
    expect(at(value, 'user')).toMatch(/^[1-9]\d+:[1-9]\d+$/);
    expect(at(value, 'read_only')).toBe('true');
    expect(at(value, 'cap_drop')).toEqual(['ALL']);
    expect(at(value, 'security_opt')).toEqual(['no-new-privileges:true']);
    expect(at(value, 'tmpfs')).toEqual([expect.stringMatching(/^\/tmp:/)]);
  });

  it('runs our containers as the user of the image, on its data folder', () => {
    for (const [, value] of ours) {
      expect(at(value, 'user')).toBe(last('USER'));
      expect(at(value, 'volumes')).toEqual([`data:${last('VOLUME')}`]);
    }
  });

  it('sets only settings that exist, over what a .env for a start without a container says', () => {
    for (const [, value] of ours) {
      const environment = at(value, 'environment') as Record<string, string>;
      expect(environment).toMatchObject({ HOST: '0.0.0.0', DATA_DIR: last('VOLUME') });
      for (const name of Object.keys(environment)) expect(settingNames).toContain(name);
    }
  });

  it('publishes no port of Redis and others on this machine only', () => {
    expect(at(service('redis'), 'ports')).toBeUndefined();
    expect(at(service('redis'), 'networks')).toEqual(['state']);
    expect(at(at(compose.networks, 'state'), 'internal')).toBe('true');
    for (const [, value] of ours) {
      for (const port of (at(value, 'ports') ?? []) as string[]) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });

  it('holds no password: it comes from a file that git ignores', () => {
    expect(at(service('redis'), 'env_file')).toEqual([{ path: '.env.redis' }]);
    expect(at(service('redis'), 'environment')).toBeUndefined();
    expect(read('.gitignore').split('\n')).toContain('.env.redis');
  });

  it('waits longer for a stop than the product takes for it', () => {
    const limitMs = Number(/STOP_LIMIT_MS = ([\d_]+)/.exec(read('adapters/main.ts'))?.[1]?.replace('_', ''));
    expect(limitMs).toBeGreaterThan(1_000);
    for (const [, value] of ours) {
      expect(Number.parseInt(String(at(value, 'stop_grace_period')), 10) * 1000).toBeGreaterThan(limitMs + 1_000);
    }
    const service = Number(/^TimeoutStopSec=(\d+)$/m.exec(read('assistant.service'))?.[1]);
    expect(service * 1000).toBeGreaterThan(limitMs + 1_000);
  });
});

describe('the reader of compose files', () => {
  it.each([
    ['a key given twice', 'a: 1\na: 2'],
    ['a wrong indentation', 'a:\n    b: 1\n  c: 2'],
    ['an unknown anchor', 'a:\n  <<: *nobody'],
    ['YAML that it does not know', 'a: {b: 1}'],
    ['a word where a key should be', 'a:\n  b: 1\nlost'],
  ])('refuses %s', (_what, text) => {
    expect(() => readComposeFile(text)).toThrow(SyntaxError);
  });
});
