import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askedName } from '#isolation/names.ts';
import { outside } from '#isolation/routes.ts';
import { waysOut } from '#isolation/ways-out.ts';
import { alone, canBeAlone } from '../support/alone.ts';
import { banner } from '../support/first-login.ts';
import { type Installation, newInstallation, watch } from '../support/installation.ts';

const hasWayOut = (await waysOut({})).some(({ isOpen }) => isOpen);
if (!hasWayOut) console.log('LEFT OUT: nothing leads out of this machine, so nothing was refused for it');

describe('an isolated installation', () => {
  let installation: Installation;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alone-'));
    const unlock = join(folder, 'unlock');
    await writeFile(unlock, 'a passphrase that nobody guesses', { mode: 0o600 });
    installation = await newInstallation({ PROFILE: 'isolated', SEALING_UNLOCK_FILE: unlock });
  });
  afterAll(async () => {
    await installation?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });
  const refused = { status: 1, stderr: expect.stringMatching(/^\s*way-out: /) };

  test.runIf(hasWayOut)('starts nothing where a route leads out, and says what it tried', async () => {
    const gate = watch('src/editorial/gate/main.ts', [], installation.env);
    const studio = watch('src/cli/services/studio.ts', [], installation.env);
    expect(await installation.start().ended).toMatchObject(refused);
    const { status, stderr } = await installation.command('user', 'add', 'an@city.example');
    await installation.command('key', 'create');
    expect([status, installation.leftBehind(), existsSync(join(installation.dataDir, 'studio'))]).toEqual([
      1,
      [],
      false,
    ]);
    for (const tried of [...outside, 'HTTPS_PROXY', askedName]) expect(stderr).toContain(tried);
    const told = JSON.parse((await installation.command('doctor', '--json')).stdout);
    expect(told.findings).toContainEqual(expect.objectContaining({ about: 'way-out', state: 'bad' }));
    for (const service of [gate, studio]) expect((await service.ended).status).toBe(1);
  });

  test.runIf(canBeAlone)('nor where a proxy is named', async () => {
    const env = { ...installation.env, https_proxy: 'http://10.0.0.1:3128' };
    expect(await alone(folder, ['src/cli/start.mjs'], env).ended).toMatchObject(refused);
  });

  test.runIf(canBeAlone)('starts where nothing does, and asks nobody for anything but whether it can', async () => {
    const running = alone(folder, ['src/cli/start.mjs', '--without-demo'], installation.env);
    await running.until(banner);
    expect(running.output()).toContain('No way out of this machine was found');
    running.child.kill('SIGTERM');
    expect((await running.ended).status).toBe(0);
    const asked = existsSync(join(folder, 'asked.txt')) ? readFileSync(join(folder, 'asked.txt'), 'utf8') : '';
    expect(new Set(asked.split('\n').filter(Boolean))).toEqual(new Set([askedName]));
  });

  test.runIf(canBeAlone)('ends when somebody joins its machine to a network', async () => {
    const waiting = alone(folder, ['test/support/stays-isolated.ts'], installation.env);
    const [, pid = ''] = await waiting.until(/^(\d+) waits$/m);
    for (const order of ['address add 192.0.2.7/32 dev lo', 'route add default dev lo src 192.0.2.7'])
      expect(spawnSync('nsenter', ['-t', pid, '-n', 'ip', ...order.split(' ')]).status, order).toBe(0);
    await waiting.until(/^way-out 198\.41\.0\.4 \(← 192\.0\.2\.7\)/m);
    await waiting.ended;
  });
});
