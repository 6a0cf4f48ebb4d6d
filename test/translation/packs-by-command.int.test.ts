import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ended } from '../support/installation.ts';
import { runReady } from '../support/ready-command-line.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { give } from './support/given.ts';
import { fileIn, translated, unpack, zipOf } from './support/packs.ts';
import { begin, draftOf, french, paragraphs, type Told, textsOf, workbenchOf } from './support/workbench.ts';

describe.each(exhaustiveDatabases)('npx benthanh translation, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let lan: Person;
  let ids: string[];
  beforeAll(async () => {
    studio = await startStudio({ database });
    await mkdir(join(studio.folder, 'keys'));
    await writeFile(join(studio.folder, 'keys/studio.secret'), studio.values.secret, { mode: 0o600 });
    editor = await studio.person('editor');
    lan = await studio.person('translator', { name: 'Lan', translates: ['fr'] });
    ids = [await begin(editor), await begin(editor), await begin(editor)];
  });
  afterAll(() => studio?.close());

  const run = (...args: string[]): Promise<Ended> => {
    const { PATH, HOME } = process.env;
    const { databaseUrl, mastersDir } = studio.values;
    const places = { DATA_DIR: studio.folder, DATABASE_URL: databaseUrl, MASTERS_DIR: mastersDir };
    return runReady({ argv: ['translation', ...args], env: { PATH, HOME, LANG: 'en_GB.UTF-8', ...places } });
  };
  const told = ({ stdout, stderr }: Ended): Told => {
    expect(stdout, stderr).not.toBe('');
    return JSON.parse(stdout);
  };
  const out = (name: string) => join(studio.folder, name);
  const packIn = async (folder: string): Promise<Map<string, string>> => {
    const [name = ''] = await readdir(out(folder));
    return unpack(await readFile(join(out(folder), name)));
  };
  const put = async (name: string, bytes: Buffer | string): Promise<string> => {
    await writeFile(out(name), bytes);
    return out(name);
  };
  const textOf = async (id: string) => textsOf(await draftOf(editor, id, 'fr'));

  it('takes everything along that the marking allows, and stands under its name only when it is whole', async () => {
    const nothing = await run('export', '--all', '--to', 'fr', '--out', out('public'));
    expect([nothing.status, nothing.stderr]).toEqual([1, expect.stringContaining('pack-nothing')]);
    expect(await readdir(out('public'))).toEqual([]);
    const done = await run('export', '--all', '--to', 'fr', '--out', out('all'), '--up-to', 'internal', '--json');
    expect(told(done)).toMatchObject({ documents: 3, left: expect.any(Number) });
    expect(await readdir(out('all'))).toEqual([expect.stringMatching(/^benthanh-fr-\d{4}-\d\d-\d\d\.zip$/)]);
    const contents = JSON.parse((await packIn('all')).get('contents.json') ?? '');
    expect(contents.documents.map(({ id }: Told) => id).toSorted()).toEqual(ids.toSorted());
    const again = await run('export', '--all', '--to', 'fr', '--out', out('all'), '--up-to', 'internal');
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('export-exists')]);
  });

  it('takes along what is named, as the person for whom it is', async () => {
    const as = ['--as', lan.email, '--to', 'fr'];
    const [first = ''] = ids;
    expect(told(await run('export', '--article', first, ...as, '--out', out('one'), '--json'))).toMatchObject({
      documents: 1,
    });
    const other = await run('export', '--article', first, '--as', lan.email, '--to', 'zh', '--out', out('zh'));
    expect([other.status, other.stderr]).toEqual([1, expect.stringContaining('pack-nothing')]);
    const unknown = await run('export', '--article', 'nowhere', ...as, '--out', out('none'));
    expect(unknown.stderr).toContain('article-unknown');
    expect((await run('export', '--to', 'fr', '--out', out('none'))).status).toBe(2);
    expect((await run('export', '--all', '--to', 'de', '--out', out('none'))).status).toBe(2);
  });

  it('takes along what is given out and due by a day, for the one who has it or for everybody', async () => {
    const publisher = await studio.person('publisher');
    const hoa = await studio.person('translator', { name: 'Hoa', translates: ['fr'] });
    const [mine, theirs, later] = [await begin(editor), await begin(editor), await begin(editor)];
    for (const [id, translator, due] of [
      [mine, lan.id, '2199-11-30'],
      [theirs, hoa.id, '2199-11-29'],
      [later, lan.id, '2199-12-24'],
    ] as const) {
      const given = await give(publisher, id, { translator, due });
      expect(given.status, JSON.stringify(given.body)).toBe(200);
    }
    const dueFor = async (folder: string, ...as: string[]): Promise<string[]> => {
      const done = await run('export', '--due', '2199-11-30', '--to', 'fr', '--out', out(folder), ...as, '--json');
      expect(done.status, done.stdout).toBe(0);
      const { documents } = JSON.parse((await packIn(folder)).get('contents.json') ?? '');
      return documents.map(({ id }: Told) => id);
    };
    expect(await dueFor('mine', '--as', lan.email)).toEqual([mine]);
    expect(await dueFor('due', '--up-to', 'internal')).toEqual([theirs, mine]);
    expect((await run('export', '--due', 'tomorrow', '--to', 'fr', '--out', out('none'))).status).toBe(2);
  });

  it('says what would change, takes it in the name of the translator, and nothing the second time', async () => {
    const pack = await packIn('all');
    const changed = [...pack].map(
      ([name, text]) => [name, name.startsWith('xliff/') ? translated(text, french) : text] as const,
    );
    const path = await put('back.zip', await zipOf(changed));
    const dry = await run('import', path, '--dry-run', '--json');
    expect(told(dry)).toMatchObject({ dryRun: true, taken: 15, refused: [], unread: [], left: [] });
    expect(await textOf(ids[0] ?? '')).toEqual([]);
    const wrong = await run('import', path, '--to', 'zh', '--json');
    expect([wrong.status, told(wrong).refused.length]).toEqual([1, 3]);
    const done = await run('import', path, '--as', lan.email);
    expect([done.status, done.stderr]).toEqual([0, '']);
    expect(done.stdout).toContain('15 segments of 3 documents taken over');
    for (const id of ids)
      expect(await textOf(id)).toEqual(paragraphs.map((text) => french[text as keyof typeof french]));
    const { segments } = await workbenchOf(lan, 'articles', ids[0] ?? '', 'fr').open();
    expect(segments.every(({ isOwn, state }: Told) => isOwn && state === 'translated')).toBe(true);
    expect(told(await run('import', path, '--json'))).toMatchObject({
      taken: 0,
      leftCount: 0,
      documents: [{ taken: 0 }, {}, {}],
    });
  });

  it('leaves what somebody has written meanwhile, names it, and takes it only when told to', async () => {
    const id = await begin(editor);
    await run('export', '--article', id, '--to', 'fr', '--up-to', 'internal', '--out', out('later'));
    const [name, xliff] = fileIn(await packIn('later'), 'xliff');
    const path = await put(name.split('/').at(-1) ?? '', translated(xliff, french));
    const bench = workbenchOf(lan, 'articles', id, 'fr');
    await bench.confirm(await bench.line('Có 50 gian hàng.'), 'Cinquante stands y sont.');
    const done = await run('import', path);
    expect(done.status).toBe(1);
    expect(done.stdout).toMatch(
      /conflict[\s\S]*In the studio: Cinquante stands y sont\.[\s\S]*In the file: Il compte 50 stands\./,
    );
    expect((await textOf(id))[1]).toBe('Cinquante stands y sont.');
    const theirs = await run('import', path, '--on-conflict', 'theirs', '--json');
    expect([theirs.status, told(theirs).taken]).toEqual([0, 1]);
    expect((await textOf(id))[1]).toBe('Il compte 50 stands.');
    const { segments } = await bench.open();
    expect(segments.map(({ state }: Told) => state)).toEqual(Array.from({ length: 5 }, () => 'translated'));
  });

  it('names the file, the line and the column of what cannot be read, and takes the others', async () => {
    const id = await begin(editor);
    await run('export', '--article', id, '--to', 'fr', '--up-to', 'internal', '--out', out('broken'));
    const [, xliff] = fileIn(await packIn('broken'), 'xliff');
    await mkdir(out('folder'));
    await put('folder/a.xlf', xliff.slice(0, 800));
    await put('folder/b.xlf', translated(xliff, french));
    await put('folder/c.xlf', xliff.replace(id, 'gone'));
    const done = await run('import', out('folder'));
    expect(done.status).toBe(1);
    expect(done.stdout).toMatch(/✗ a\.xlf: .*line \d+, column \d+/);
    expect(done.stdout).toMatch(/✗ c\.xlf:\d+:\d+ {2}articles\/gone fr\n.*This document is no longer here/);
    expect(await textOf(id)).toHaveLength(3);
    expect((await run('import', out('nowhere.zip'))).stderr).toContain('source-missing');
    expect((await run('import', await put('empty.zip', await zipOf([['x.txt', 'x']])))).stderr).toContain('pack-empty');
  });
});
