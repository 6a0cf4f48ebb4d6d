import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ended } from '../support/installation.ts';
import { completeText } from '../support/lexical.ts';
import { runReady } from '../support/ready-command-line.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';

const table = [
  'concept,kind,language,term,status,reason,stops',
  'market,place,vi,chợ Bến Thành,approved,,no',
  'market,place,vi,chợ Ben Thanh,forbidden,Thiếu dấu,yes',
  'street,street,vi,Đường Tự Do,obsolete,,no',
].join('\n');

describe.each(databasesInTurn)('npx benthanh names, on %s', (database) => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await startStudio({ database });
    await mkdir(join(studio.folder, 'keys'));
    await writeFile(join(studio.folder, 'keys/studio.secret'), studio.values.secret, { mode: 0o600 });
  });
  afterAll(() => studio?.close());

  const names = (...args: string[]): Promise<Ended> => {
    const { PATH, HOME } = process.env;
    const { databaseUrl, mastersDir } = studio.values;
    const places = { DATA_DIR: studio.folder, DATABASE_URL: databaseUrl, MASTERS_DIR: mastersDir };
    return runReady({ argv: ['names', ...args], env: { PATH, HOME, LANG: 'en_GB.UTF-8', ...places } });
  };
  const answerOf = ({ stdout, stderr }: Ended) => {
    expect(stdout, stderr).not.toBe('');
    return JSON.parse(stdout);
  };
  const file = async (name: string, content: string): Promise<string> => {
    const path = join(studio.folder, name);
    await writeFile(path, content);
    return path;
  };
  const count = async () => (await studio.payload.count({ collection: 'concepts' as 'topics' })).totalDocs;

  it('tells what a file would change, takes it in, and changes nothing the second time', async () => {
    const path = await file('names.csv', table);
    const dry = await names('import', path, '--dry-run', '--json');
    expect(dry.status, dry.stderr).toBe(0);
    expect(answerOf(dry)).toMatchObject({ dryRun: true, new: 2, changed: 0, same: 0 });
    expect(await count()).toBe(0);
    expect(answerOf(await names('import', path, '--json'))).toMatchObject({ dryRun: false, new: 2 });
    expect(await count()).toBe(2);
    expect(answerOf(await names('import', path, '--json'))).toMatchObject({ new: 0, changed: 0, same: 2 });
  });

  it('tells people the same in words', async () => {
    const path = await file('more.csv', `${table}\nbridge,place,vi,Cầu Mống,approved,,no\n`);
    const { stdout } = await names('import', path, '--dry-run');
    expect(stdout).toContain('1 new');
    expect(stdout).toContain('Tiếng Việt: Cầu Mống · Approved');
  });

  it('takes in all of a file or nothing, and says which row is wrong', async () => {
    const before = await count();
    const path = await file('wrong.csv', `${table}\nnew,place,vi,Một,approved,,no\nnew,place,xx,Hai,approved,,no\n`);
    const refused = await names('import', path);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('row 6, column “language”');
    expect(await count()).toBe(before);
    expect((await names('import', join(studio.folder, 'nowhere.csv'))).stderr).toContain('nowhere.csv');
    expect((await names('import', await file('names.doc', 'x'))).status).toBe(1);
  });

  it.each(['tbx', 'csv'])('writes %s that it reads again as it was, and leaves nothing beside it', async (ending) => {
    const path = join(studio.folder, `out.${ending}`);
    const written = await names('export', '--to', path, '--json');
    expect(answerOf(written)).toEqual({ path, concepts: 2 });
    expect(await readFile(path, 'utf8')).toContain('chợ Bến Thành');
    expect((await readdir(studio.folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(answerOf(await names('import', path, '--dry-run', '--json'))).toMatchObject({ new: 0, changed: 0, same: 2 });
    expect((await names('export')).status).not.toBe(0);
  });

  it('lists texts with old and forbidden forms, of one entry and of all', async () => {
    const editor = await studio.person('editor');
    const write = async (title: string) =>
      expect((await editor.post('/api/articles?locale=vi&depth=0', completeText(title))).status).toBe(201);
    await write('Ở chợ Ben Thanh');
    await write('Trên Đường Tự Do');
    const found = answerOf(await names('uses', 'market', '--json')).uses;
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ collection: 'articles', found: 'chợ Ben Thanh', instead: ['chợ Bến Thành'] });
    const rows = (await names('uses', 'all', '--csv')).stdout.trim().split('\n');
    expect(rows).toHaveLength(7);
    expect(rows[0]).toContain('collection,id,title');
    expect((await names('uses', 'nothing')).status).toBe(1);
  });
});
