import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newInstallation } from '../support/installation.ts';

const versionOf = (node: string): number =>
  Number(/^v(\d+)/.exec(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? 0);

/** The machine's own Node, where it is one that cannot run our programs itself. */
const older = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'node'))
  .find((node) => versionOf(node) >= 20 && versionOf(node) < 24);
if (older === undefined) console.log('LEFT OUT: this machine has no older Node of its own to start from');

describe.skipIf(older === undefined)('on a machine whose own Node is older', () => {
  test('commands run on the Node that came along, and end with their own status', async () => {
    await using installation = await newInstallation({}, older);
    const help = await installation.command('--help');
    expect([help.status, help.stderr]).toEqual([0, '']);
    expect((await installation.command('frobnicate')).status).toBe(2);
    const made = await installation.command('key', 'create', '--json');
    expect(JSON.parse(made.stdout).files).toHaveLength(3);
    const { status, stdout } = await installation.command('doctor', '--json');
    expect(status).toBe(0);
    const { findings } = JSON.parse(stdout);
    expect(findings).toContainEqual({ state: 'good', about: 'node', values: { version: process.versions.node } });
  });

  test.each(['SIGINT', 'SIGKILL'] as const)(
    'a start leaves nothing behind when its launcher gets %s',
    async (signal) => {
      await using installation = await newInstallation({}, older);
      const starting = installation.start('--without-demo');
      await starting.until(/database schema/);
      starting.child.kill(signal);
      const { status } = await starting.ended;
      expect(status).toBe(signal === 'SIGINT' ? 130 : null);
      await expect.poll(() => installation.leftBehind(), { timeout: 60_000, interval: 100 }).toEqual([]);
    },
  );
});
