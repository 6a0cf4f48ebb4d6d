import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { getPayload } from 'payload';
import { describe, expect, test } from 'vitest';
import { type Config, readConfig } from '#config/config.ts';
import { buildStudioConfig } from '#editorial/studio-config.ts';
import { alone, canBeAlone } from '../support/alone.ts';
import { isLongRun } from '../support/exhaustive-files.ts';
import { type Env, freshMongoUrl, newInstallation, watch } from '../support/installation.ts';

const root = resolve(import.meta.dirname, '../..');
const mongo = isLongRun ? process.env.MONGODB_URI : undefined;
const databases: [string, () => Env][] = [
  ['sqlite', () => ({})],
  ...(mongo ? [['mongodb', () => ({ DATABASE_URL: freshMongoUrl(mongo) })] as [string, () => Env]] : []),
];

const laws = ['117/2025/QH15', '29/2018/QH14', 'PROFILE=isolated'];

/** Writes as a machine does that is joined to nothing. */
const keepSecret = async (isolated: Config): Promise<void> => {
  const values = { ...isolated, secret: randomUUID(), baseDir: root, logLevel: 'silent' } as const;
  const payload = await getPayload({ config: await buildStudioConfig(values), key: randomUUID(), disableOnInit: true });
  const data = { title: 'Kín' };
  const made = await payload.create({ collection: 'articles', locale: 'vi', depth: 0, data: data as never });
  const { marking } = made as unknown as { marking: string };
  await payload.update({ collection: 'markings', id: marking, data: { level: 'mat' } as never });
  await payload.destroy();
};

describe.each(databases)('a database with a state secret, on %s', (_, environment) => {
  test('is opened on an isolated machine only: start, commands and gate refuse', async () => {
    await using installation = await newInstallation(environment());
    await installation.command('key', 'create');
    const isolated = readConfig({ ...installation.env, PROFILE: 'isolated' }, root);
    await keepSecret(isolated);
    Object.assign(installation.env, { LANG: 'vi_VN.UTF-8' });
    const { status, stderr } = await installation.command('user', 'add', 'an@city.example');
    expect([status, stderr.split('\n').length]).toEqual([1, 2]);
    expect(stderr).toMatch(/^secrets-stored: /);
    for (const named of laws) expect(stderr).toContain(named);
    const started = await installation.start().ended;
    expect([started.status, installation.leftBehind()]).toEqual([1, []]);
    expect(started.stderr.trim()).toMatch(/^secrets-stored: /);
    const gate = await watch('src/editorial/gate/main.ts', [], installation.env).ended;
    expect([gate.status, gate.stdout]).toEqual([1, expect.stringContaining('secrets-stored')]);
    if (!canBeAlone) return;
    const add = ['src/cli/benthanh.mjs', 'user', 'add', 'an@city.example', '--json'];
    const isolatedNow = { ...installation.env, PROFILE: 'isolated' };
    const open = await alone(installation.dataDir, add, isolatedNow).ended;
    expect([open.status, JSON.parse(open.stdout).error.code]).toEqual([1, 'sealing-demanded']);
    const unlock = join(installation.dataDir, 'unlock');
    const sealing = { ...isolatedNow, SEALING_UNLOCK_FILE: unlock };
    const locked = await alone(installation.dataDir, add, sealing).ended;
    expect([locked.status, JSON.parse(locked.stdout).error.code]).toEqual([1, 'seal-unlock-missing']);
    await writeFile(unlock, 'a passphrase that nobody guesses\n', { mode: 0o600 });
    for (const level of ['restricted', 'mat']) {
      const rotate = ['src/cli/benthanh.mjs', 'keys', 'rotate', level, '--json'];
      const made = await alone(installation.dataDir, rotate, sealing).ended;
      expect(made.status, made.stdout + made.stderr).toBe(0);
    }
    const allowed = await alone(installation.dataDir, add, sealing).ended;
    expect(allowed.status, allowed.stdout + allowed.stderr).toBe(0);
  });
});
