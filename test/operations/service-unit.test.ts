import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const unit = readFileSync(join(ROOT, 'assistant.service'), 'utf8');
const setting = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1];
const installed = spawnSync('systemd-analyze', ['--version']).status === 0;

/** The unit as a machine would have it whose Node is the one that runs this test. */
function unitHere(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assistant-unit-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'assistant.service');
  writeFileSync(file, unit.replace('/usr/bin/node', process.execPath));
  return file;
}

describe('the systemd unit', () => {
  it('starts what npm start starts, on the one folder that it may write to', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const start = scripts.start.replace(/^tsx /, '/usr/bin/node --import tsx ');
    expect(setting('ExecStart')).toBe(`${start} --data /var/lib/${setting('StateDirectory')}`);
    expect(setting('ProtectSystem')).toBe('strict');
    expect(setting('User')).not.toBe('root');
  });

  it('does not start again what wrong settings ended', () => {
    const badUsage = /BAD_USAGE = (\d+)/.exec(readFileSync(join(ROOT, 'adapters/main.ts'), 'utf8'))?.[1];
    expect(setting('Restart')).toBe('on-failure');
    expect(setting('RestartPreventExitStatus')).toBe(badUsage);
  });

  it.skipIf(!installed)('is in order for systemd', () => {
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', unitHere()], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  it.skipIf(!installed)('exposes little, by systemd’s own count (2.0 of 10 at most)', () => {
    const { status, stdout } = spawnSync(
      'systemd-analyze',
      ['security', '--offline=yes', '--threshold=20', '--no-pager', unitHere()],
      { encoding: 'utf8' },
    );
    expect(stdout).toContain('Overall exposure level');
    expect(status).toBe(0);
  });
});
