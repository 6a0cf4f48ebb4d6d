import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort } from '../support/databases/free-port.ts';
import { type Ended, type Env, type Installation, newInstallation, watch } from '../support/installation.ts';

const root = resolve(import.meta.dirname, '../..');
let installation: Installation | undefined;
afterEach(() => installation?.[Symbol.asyncDispose]());

const startWith = async (env: Env): Promise<Ended> => {
  installation = await newInstallation(env);
  return installation.start().ended;
};

/** One message with a code, status 1, and nothing that only a programmer reads. */
const expectRefusal = ({ status, stderr }: Ended, code: string, ...named: string[]) => {
  expect(status).toBe(1);
  const lines = stderr.trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(new RegExp(`^${code}: `));
  for (const word of named) expect(lines[0]).toContain(word);
  expect(stderr).not.toMatch(/^\s+at /m);
};

describe('npm start says in one message what is wrong and how to mend it', () => {
  test('when a port is taken', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    const ended = await startWith({ DELIVERY_PORT: String(port) });
    other.close();
    expectRefusal(ended, 'port-taken', String(port), 'DELIVERY_PORT');
  });

  test('when both ports are the same', async () => {
    const port = String(await freePort());
    expectRefusal(await startWith({ STUDIO_PORT: port, DELIVERY_PORT: port }), 'port-taken', port, 'DELIVERY_PORT');
  });

  test('when the data folder cannot be written', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'benthanh-file-'));
    const file = join(folder, 'data');
    await writeFile(file, 'in the way');
    const ended = await startWith({ DATA_DIR: file });
    await rm(folder, { recursive: true });
    expectRefusal(ended, 'data-unwritable', file, 'DATA_DIR');
  });

  test('when the data folder cannot even be made', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'benthanh-closed-'));
    await chmod(folder, 0o500);
    // Root may write anywhere but there.
    const DATA_DIR = process.getuid?.() === 0 ? '/sys/benthanh' : join(folder, 'data');
    const ended = await startWith({ DATA_DIR });
    await rm(folder, { recursive: true });
    expectRefusal(ended, 'data-unwritable', DATA_DIR, 'DATA_DIR');
  });

  test.each([
    ['STUDIO_PORT', 'eighty', 'whole number'],
    ['PROFILE', 'secret', 'isolated'],
    ['DATABASE_URL', 'postgres://root:hunter2@db/x', 'mongodb://'],
    ['FEED_URL', 'https://feed.example', 'folder'],
    ['HOST', '203.0.113.7', 'this machine'],
  ])('when %s is %s', async (variable, value, expected) => {
    const ended = await startWith({ [variable]: value });
    expectRefusal(ended, 'config-invalid', variable, expected);
    expect(ended.stderr).not.toContain('hunter2');
  });

  test.each([
    ['vi_VN.UTF-8', 'Biến môi trường'],
    ['fr_FR.UTF-8', 'La variable d’environnement'],
    ['zh_CN.UTF-8', '环境变量'],
  ])('in the language of the terminal (%s)', async (LANG, words) => {
    expectRefusal(await startWith({ LANG, STUDIO_PORT: 'x' }), 'config-invalid', words, 'STUDIO_PORT');
  });

  test('when an argument is unknown, with the status of wrong use', async () => {
    installation = await newInstallation();
    const { status, stderr } = await installation.start('--fast').ended;
    expect(status).toBe(2);
    expect(stderr).toMatch(/^usage: .*--fast/m);
  });

  test('when Node is too old and no newer one came with npm ci', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'benthanh-old-'));
    await mkdir(join(folder, 'src/cli'), { recursive: true });
    await cp(join(root, 'locales'), join(folder, 'locales'), { recursive: true });
    for (const file of ['start.mjs', 'benthanh.mjs', 'launch.mjs']) {
      await cp(join(root, 'src/cli', file), join(folder, 'src/cli', file));
    }
    const old = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.19.0' } })";
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(old)}`;
    for (const program of ['start.mjs', 'benthanh.mjs']) {
      const env = { ...process.env, NODE_OPTIONS, LANG: 'en', LC_ALL: '' };
      expectRefusal(
        await watch(join(folder, 'src/cli', program), [], env).ended,
        'node-too-old',
        '18.19.0',
        '24',
        'npm ci',
      );
    }
    await rm(folder, { recursive: true });
  });
});
