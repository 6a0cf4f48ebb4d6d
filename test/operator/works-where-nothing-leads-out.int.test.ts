import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askedName } from '#isolation/names.ts';
import { alone, canBeAlone, runBeside } from '../support/alone.ts';
import { banner, loginIn } from '../support/first-login.ts';
import { grant } from '../support/grant.ts';
import { type Installation, newInstallation, type Running } from '../support/installation.ts';
import { type Cast, keepSecret, lookAround, publishSomething, readOutside } from './support/a-life.ts';
import { attemptsOn } from './support/attempts.ts';
import { admit, enter, withSecondFactor } from './support/entered.ts';

/** What a network counts on which nothing but the look for a way out has asked for anything. */
const nothing = { ip4: 0, ip6: 0, names: [askedName], devices: ['lo'] };

const hasIp6 = existsSync('/proc/net/snmp6');
if (!hasIp6) console.log('LEFT OUT: this machine has no IPv6, so nothing was tried over it');

/** Programs that would leave, each with where it is seen. */
const leaving: readonly [where: 'ip4' | 'ip6' | 'names', program: string][] = [
  ['ip4', "fetch('http://192.0.2.1').catch(() => 0)"],
  ['ip4', "require('node:dgram').createSocket('udp4').send('x', 53, '192.0.2.1', () => process.exit())"],
  ['ip6', "fetch('http://[2001:db8::1]').catch(() => 0)"],
  ['ip6', "require('node:dgram').createSocket('udp6').send('x', 53, '2001:db8::1', () => process.exit())"],
  ['names', "fetch('http://leaves.example').catch(() => 0)"],
];

describe.runIf(canBeAlone)('an isolated installation at work', () => {
  let installation: Installation;
  let folder: string;
  let running: Running;
  let pid: number;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alone-'));
    const unlock = join(folder, 'unlock');
    await writeFile(unlock, 'a passphrase that nobody guesses', { mode: 0o600 });
    installation = await newInstallation({ PROFILE: 'isolated', SEALING_UNLOCK_FILE: unlock });
    const doors = [installation.studio, installation.delivery].map((url) => Number(new URL(url).port));
    running = alone(folder, ['src/cli/start.mjs', '--without-demo'], installation.env, doors);
    await running.until(banner);
    pid = installation.pidOf('studio') ?? 0;
  });
  afterAll(async () => {
    running?.child.kill('SIGTERM');
    await running?.ended;
    await installation?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  const command = async (...words: string[]) => {
    const order = ['src/cli/benthanh.mjs', ...words, '--json'];
    const { status, stdout, stderr } = await runBeside(pid, order, installation.env);
    expect.soft(status, `${words.join(' ')}: ${stdout}${stderr}`).toBe(0);
  };

  const enterAll = async (): Promise<Cast> => {
    const { studio } = installation;
    const { email, password } = loginIn(running.output());
    const administrator = await enter(studio, email, password);
    const officer = await admit(studio, administrator, ['security-officer', 'publisher']);
    const writer = await admit(studio, administrator, ['editor', 'translator', 'curator', 'security-officer']);
    const second = await admit(studio, administrator, ['security-officer']);
    for (const { id } of [writer, second]) await grant([officer, administrator], id, { clearance: 'mat' });
    return { publisher: officer, writer: await withSecondFactor(writer), second: await withSecondFactor(second) };
  };

  test('asks nobody outside for anything, whatever people and operators do', async () => {
    const cast = await enterAll();
    const articles = await publishSomething(cast);
    const secret = await keepSecret(cast);
    expect(secret.copy).toMatch(/^PK/);
    expect.soft(await lookAround(cast, secret.id)).toEqual([]);
    expect.soft(await readOutside(installation.delivery, articles)).toEqual([]);

    await writeFile(join(folder, 'backup.key'), 'a passphrase of backups that nobody guesses', { mode: 0o600 });
    const [backups, key] = [join(folder, 'backups'), ['--key', join(folder, 'backup.key')]];
    await command('audit', 'verify');
    await command('backup', '--to', backups, ...key);
    await command('backup', 'drill', backups, ...key);
    await command('feed', 'export', '--to', join(folder, 'medium'));
    expect(attemptsOn(pid, folder)).toEqual(nothing);
  });

  test.each(leaving.filter(([where]) => hasIp6 || where !== 'ip6'))(
    'while %s would show who does: %s',
    async (where, program) => {
      const before = attemptsOn(pid, folder);
      await runBeside(pid, ['-e', program], installation.env);
      const after = attemptsOn(pid, folder);
      if (where === 'names') expect(after.names).toContain('leaves.example');
      else expect(after[where]).toBeGreaterThan(before[where]);
    },
  );
});
