import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exhaustiveFiles } from '../support/exhaustive-files.ts';
import { filesInTurn } from '../support/files-in-turn.ts';

const root = resolve(import.meta.dirname, '../..');

/** Says what a test run says before its first test. */
const program =
  "await import('./test/support/global-setup.ts').then(async (run) => { await run.setup(); await run.teardown(); })";

/** Tests run on the version that production runs on. */
const [, version] = /image: mongo:(\S+)/.exec(readFileSync(join(root, 'docker-compose.yml'), 'utf8')) ?? [];

describe('the line about databases', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'benthanh-databases-'));
    await cp(join(root, 'test/support'), join(folder, 'test/support'), { recursive: true });
    await cp(join(root, 'package.json'), join(folder, 'package.json'));
    await mkdir(join(folder, 'node_modules'));
    for (const name of ['mongodb', 'mongodb-memory-server-core']) {
      await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** On a machine without mongod, without go, and with a network that leads nowhere. */
  const said = (env: Record<string, string>): string[] => {
    const closed = { MONGOMS_DOWNLOAD_MIRROR: 'http://127.0.0.1:9', MONGOMS_DOWNLOAD_DIR: join(folder, 'none') };
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: folder,
      env: { NODE_ENV: 'test', PATH: folder, HOME: folder, ...closed, ...env },
      encoding: 'utf8',
    });
    return stdout.trim().split('\n');
  };

  test('says loudly, in one line, that MongoDB was not tested, and every reason', () => {
    expect(said({})).toEqual([
      `databases: SQLite used; MONGODB WAS NOT TESTED (MONGODB_URI is not set; no mongod on PATH; no go on PATH to build FerretDB; no way to http://127.0.0.1:9 to download mongod ${version})`,
    ]);
  });

  test('names the server that was used, and says what was not asked of it', () => {
    expect(said({ MONGODB_URI: 'mongodb://127.0.0.1:27017' })).toEqual([
      'databases: SQLite used; MongoDB used: the server of MONGODB_URI',
      `LEFT OUT on MongoDB, unless by npm run test:long: ${exhaustiveFiles.length} files that ask everything or go a long way, ${filesInTurn.length} in turn`,
    ]);
  });
});

/** Files with tests in which a word stands. */
const filesThatSay = (words: RegExp): string[] =>
  globSync('test/**/*.{int,browser}.test.ts', { cwd: root }).filter((file) =>
    words.test(readFileSync(join(root, file), 'utf8')),
  );

test('what asks everything, or goes a long way, asks it of the databases of this run, and is named for the long one', () => {
  expect(filesThatSay(/exhaustiveDatabases|isLongRun/).toSorted()).toEqual(exhaustiveFiles.toSorted());
});

test('what asks one database in the usual run is named for the run that asks the other', () => {
  expect(filesThatSay(/databasesInTurn/).toSorted()).toEqual(filesInTurn.toSorted());
});
