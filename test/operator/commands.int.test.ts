import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '#cli/commands.ts';
import { newSigningKey, publicHalf, toPem } from '#feed/keys.ts';
import { type Env, freshMongoUrl, type Installation, newInstallation } from '../support/installation.ts';

const mongo = process.env.MONGODB_URI;
const databases: [string, Env][] = [
  ['sqlite', {}],
  ...(mongo ? [['mongodb', { DATABASE_URL: freshMongoUrl(mongo) }] as [string, Env]] : []),
];

describe('npx benthanh', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await newInstallation();
  });
  afterAll(() => installation?.[Symbol.asyncDispose]());

  test('lists every command', async () => {
    const { status, stdout } = await installation.command('--help');
    expect(status).toBe(0);
    for (const name of Object.keys(commands)) expect(stdout).toContain(`  ${name} `);
    expect(stdout).not.toContain('cli:');
  });

  test.each(Object.keys(commands))('%s --help tells what it does in words', async (name) => {
    const { status, stdout } = await installation.commandReady(...name.split(' '), '--help');
    expect(status).toBe(0);
    expect(stdout).toContain(`npx benthanh ${name}`);
    expect(stdout).not.toMatch(/\bcli:/);
  });

  test.each([
    [],
    ['frobnicate'],
    ['user', 'frobnicate'],
    ['user', 'add'],
    ['feed', 'verify', '--loud'],
    ['doctor', 'x'],
  ])('ends with 2 for wrong use: %s', async (...args) => {
    const { status, stdout, stderr } = await installation.commandReady(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^usage: .*--help\n$/);
  });

  test('answers programs in JSON, failures too', async () => {
    const { status, stdout, stderr } = await installation.commandReady('user', 'add', 'a@city.example', '--json');
    expect([status, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout).error).toMatchObject({ code: 'key-missing' });
  });

  test('key create makes keys once, for their owner only, and doctor finds them sound', async () => {
    const first = JSON.parse((await installation.commandReady('key', 'create', '--json')).stdout);
    expect(first.files).toHaveLength(3);
    await installation.commandReady('key', 'create');
    const { status, stdout } = await installation.commandReady('doctor', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).findings).toContainEqual(expect.objectContaining({ about: 'keys', state: 'good' }));
  });
});

test('doctor names every fault at once, and how to mend each', async () => {
  await using installation = await newInstallation();
  const inData = (path: string) => join(installation.dataDir, path);
  await installation.commandReady('key', 'create');
  await chmod(inData('keys/gate.pem'), 0o644);
  await writeFile(inData('keys/trust.pem'), toPem(publicHalf(newSigningKey())));
  await writeFile(inData('masters'), 'in the way');
  await mkdir(inData('studio'));
  await writeFile(inData('studio/studio.db'), 'no database at all, but long enough to be looked at');
  const other = createServer().listen(Number(installation.env.DELIVERY_PORT), '127.0.0.1');
  try {
    const { status, stdout } = await installation.commandReady('doctor');
    expect(status).toBe(1);
    const faults = stdout.split('\n').filter((line) => line.startsWith('✗'));
    for (const [named, remedy] of [
      [inData('keys/gate.pem'), /chmod 600/],
      [inData('keys/trust.pem'), /add the public half/],
      [inData('masters'), /move it away/],
      [inData('studio/studio.db'), /backup/],
      [String(installation.env.DELIVERY_PORT), /DELIVERY_PORT/],
    ] as const) {
      expect(faults.filter((line) => line.includes(named) && remedy.test(line))).toHaveLength(1);
    }
    expect(faults).toHaveLength(5);
    expect(stdout).not.toMatch(/^\s+at /m);
  } finally {
    other.close();
  }
});

describe.each(databases)('people on %s', (_, env) => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await newInstallation(env);
    await installation.commandReady('key', 'create');
  });
  afterAll(() => installation?.[Symbol.asyncDispose]());

  test('are added once, with a one-time password', async () => {
    const add = () =>
      installation.commandReady('user', 'add', 'An@City.example', '--role', 'editor', '--role', 'translator', '--json');
    const added = await add();
    expect(added.status).toBe(0);
    expect(JSON.parse(added.stdout)).toEqual({
      email: 'an@city.example',
      password: expect.stringMatching(/^([a-z2-9]{7}-){3}[a-z2-9]{7}$/),
    });
    const again = await add();
    expect(again.status).toBe(1);
    expect(JSON.parse(again.stdout).error.code).toBe('user-exists');
  });

  test('get another one-time password', async () => {
    const given = await installation.commandReady('user', 'password', 'an@city.example', '--json');
    expect(given.status).toBe(0);
    expect(JSON.parse(given.stdout).password).toMatch(/^[a-z2-9-]{31}$/);
    const nobody = await installation.commandReady('user', 'password', 'nobody@city.example', '--json');
    expect(JSON.parse(nobody.stdout).error.code).toBe('user-unknown');
  });

  test('have only roles, languages and levels that exist', async () => {
    for (const [option, value] of [
      ['--role', 'king'],
      ['--publishes', 'de'],
      ['--clearance', 'cosmic'],
    ] as const) {
      const { status, stderr } = await installation.commandReady('user', 'add', 'b@city.example', option, value);
      expect(status).toBe(2);
      expect(stderr).toContain(option);
    }
  });
});

test('a database that does not answer is named without its password', async () => {
  const DATABASE_URL = 'mongodb://root:hunter2@127.0.0.1:9/benthanh?serverSelectionTimeoutMS=500';
  await using installation = await newInstallation({ DATABASE_URL });
  await installation.commandReady('key', 'create');
  const { status, stderr } = await installation.commandReady('user', 'add', 'a@city.example');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^database-unreachable: /);
  expect(stderr).not.toMatch(/hunter2|^\s+at /m);
  const doctor = await installation.commandReady('doctor');
  expect(doctor.status).toBe(1);
  expect(doctor.stdout).toContain('✗');
  expect(doctor.stdout).not.toContain('hunter2');
});
