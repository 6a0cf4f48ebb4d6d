import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createLocalReq } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choosePictures } from '#editorial/archive/bag/choose-pictures.ts';
import { readSelection, whereOf } from '#editorial/archive/bag/selection.ts';
import { referencesBySlug } from '#editorial/archive/references-by-slug.ts';
import { masterPath } from '#media/intake/master-store.ts';
import { readXmp } from '#media/metadata/xmp-read.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import { addPicture, answerOf, json, mark, openToCommands, pictureIn, run } from './support/bagging.ts';
import { openPermitting } from './support/permitting.ts';
import { pythonBagit } from './support/python-bagit.ts';

const rights = 'http://creativecommons.org/licenses/by/4.0/';
const open = { level: 'public', compartments: [] } as const;
const words = (title: string) => ({ vi: { title, alt: `Mô tả ${title}` } });

interface Told {
  readonly bag: string | null;
  readonly pictures: number;
  readonly stopped: boolean;
  readonly wrong: string[];
}

describe.each(exhaustiveDatabases)('npx benthanh archive bag, on %s', (database) => {
  let studio: Studio;
  let count = 0;
  const ids: Record<string, string> = {};
  let permitting: Awaited<ReturnType<typeof openPermitting>>;
  const refs: Record<'agency' | 'topic' | 'under' | 'place', { id: string; slug: string }> = {} as never;

  const made = async (collection: 'agencies' | 'topics' | 'places', data: Record<string, unknown>) => {
    const doc = await studio.payload.create({ collection, locale: 'vi', data: data as never, depth: 0 });
    return { id: String(doc.id), slug: String(doc.slug) };
  };
  beforeAll(async () => {
    studio = await startStudio({ database });
    await openToCommands(studio);
    refs.agency = await made('agencies', { name: 'Bảo tàng Thành phố', website: 'https://baotang.example' });
    refs.topic = await made('topics', { name: 'Bến cảng' });
    refs.under = await made('topics', { name: 'Tàu thủy', parent: refs.topic.id });
    refs.place = await made('places', { name: 'Bến Bạch Đằng', latitude: 10.77, longitude: 106.7 });
    const add = async (name: string, more: Partial<Parameters<typeof addPicture>[1]> = {}) => {
      ids[name] = await addPicture(studio, { words: words(name), marking: open, ...more });
    };
    await add('one', {
      words: {
        vi: { title: 'Chợ <Bến Thành>', alt: 'Chợ', caption: 'Sáng & sớm' },
        en: { title: 'Market' },
        zh: { title: '滨城市场' },
      },
      shared: {
        rights,
        credit: 'Kho ảnh',
        creator: 'Lan',
        agency: refs.agency.id,
        topics: [refs.under.id],
        places: [refs.place.id],
        takenOn: '1998-05',
      },
      filename: 'Chợ Bến Thành.JPG',
    });
    await add('two', { shared: { topics: [refs.under.id, refs.topic.id] } });
    await add('three', { shared: { agency: refs.agency.id } });
    await add('internal', { marking: { level: 'internal', compartments: [] }, shared: { agency: refs.agency.id } });
    await add('restricted', {
      marking: { level: 'restricted', compartments: [] },
      shared: { topics: [refs.topic.id] },
    });
    await add('harbour', { marking: { level: 'internal', compartments: ['harbour'] } });
    await add('unreviewed', { marking: { level: 'unreviewed', compartments: [] } });
    permitting = await openPermitting(studio);
  });
  afterAll(() => studio?.close());

  const place = () => join(studio.folder, `bag-${++count}`);
  const bag = async (selection: string, ...args: readonly string[]) => {
    const out = place();
    return { out, ended: await run(studio, 'bag', selection, '--out', out, ...args) };
  };
  const picturesIn = async (out: string): Promise<string[]> => {
    const found = (await readdir(join(out, 'data/pictures'), { recursive: true })).filter((path) =>
      path.endsWith('record.json'),
    );
    const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
    return found.map((path) => names.get(path.split('/').at(-2) ?? '') ?? path).sort();
  };

  test('writes the public pictures, with masters byte for byte and all that is known of them', async () => {
    const { out, ended } = await bag('all', '--json');
    expect([ended.status, ended.stderr]).toEqual([0, '']);
    expect(answerOf<Told>(ended)).toMatchObject({ bag: out, pictures: 3, stopped: false, wrong: [] });
    expect(await picturesIn(out)).toEqual(['one', 'three', 'two']);
    const folder = pictureIn(out, ids.one ?? '');
    const record = await json<{ master: { sha256: string } }>(join(folder, 'record.json'));
    expect(record).toMatchObject({
      title: { vi: 'Chợ <Bến Thành>', en: 'Market', 'zh-Hans': '滨城市场' },
      caption: { vi: 'Sáng & sớm' },
      slug: { vi: 'cho-ben-thanh' },
      ...{ rights, credit: 'Kho ảnh', creator: 'Lan', takenOn: '1998-05', agency: refs.agency.id },
      master: { filename: 'Chợ Bến Thành.JPG', file: 'master.jpg' },
      marking: open,
    });
    const kept = await readFile(masterPath(studio.values.mastersDir, record.master.sha256));
    expect(Buffer.compare(await readFile(join(folder, 'master.jpg')), kept)).toBe(0);
    expect(await json(join(folder, 'rights.json'))).toMatchObject({
      code: 'cc-by-4.0',
      statement: rights,
      words: { vi: expect.stringContaining('CC BY 4.0'), 'zh-Hans': expect.stringContaining('CC BY 4.0') },
    });
    const xmp = readXmp(await readFile(join(folder, 'master.xmp')));
    const said = xmp.map(({ name, lang, text }) => [name, lang, text]);
    expect(said).toContainEqual(['dc:title', 'vi', 'Chợ <Bến Thành>']);
    expect(said).toContainEqual(['dc:description', 'vi', 'Sáng & sớm']);
    expect(said).toContainEqual(['xmpRights:WebStatement', '', rights]);
    expect(await json(join(out, 'data/references.json'))).toMatchObject({
      agencies: [{ id: refs.agency.id, name: { vi: 'Bảo tàng Thành phố' } }],
      topics: [{ id: refs.topic.id }, { id: refs.under.id, parent: refs.topic.id }],
      places: [{ latitude: 10.77, longitude: 106.7 }],
    });
    expect(await readFile(join(out, 'bagit.txt'), 'utf8')).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    );
    const info = await readFile(join(out, 'bag-info.txt'), 'utf8');
    expect(info).toMatch(/^Source-Organization: http:\/\/localhost:4000\nBagging-Date: \d{4}-\d\d-\d\d\n/);
    expect(info).toMatch(/\nMarking: public\nPayload-Oxum: \d+\.17\n$/);
    const checked = await run(studio, 'unbag', out, '--check-only', '--json');
    expect(checked.status).toBe(0);
    expect(answerOf(checked)).toMatchObject({ valid: true, ours: true, faults: [], taken: null });
  });

  test.skipIf(!pythonBagit)('is valid for the Library of Congress’s own tool', async () => {
    const { out } = await bag('all', '--up-to', 'internal');
    expect(pythonBagit?.validate(out)).toEqual({ status: 0, told: expect.stringContaining('is valid') });
  });

  test('tells who did what and what changed, and when', async () => {
    const publisher = await studio.person('publisher', { name: 'Nguyễn Thị Hoa' });
    const id = await addPicture(studio, { words: words('Lịch sử'), shared: { rights, credit: 'Kho ảnh' } });
    await studio.payload.update({
      collection: 'images',
      id,
      locale: 'vi',
      data: { caption: 'Thêm' } as never,
      depth: 0,
    });
    await studio.payload.update({
      collection: 'images',
      id,
      locale: 'en',
      data: { title: 'History' } as never,
      depth: 0,
    });
    expect((await publisher.post('/api/images/release', { ids: [id] })).status).toBe(200);
    const { out } = await bag(`id:${id}`);
    const by = { id: publisher.id, name: 'Nguyễn Thị Hoa' };
    const history = await json<{ versions: { changed: string[] }[] }>(join(pictureIn(out, id), 'history.json'));
    expect(history.versions.map(({ changed }) => changed)).toEqual([
      expect.arrayContaining(['title', 'alt', 'rights']),
      ['caption'],
      ['title', 'slug'],
    ]);
    expect(history).toMatchObject({
      versions: [{ revision: 1 }, { revision: 2, description: { caption: { vi: 'Thêm' } } }, { revision: 3 }],
      marking: [
        { from: null, to: 'internal' },
        { from: 'internal', to: 'public', by, basis: 'release' },
      ],
      acts: [{ action: 'release', by }],
    });
    expect(await json(join(pictureIn(out, id), 'record.json'))).toMatchObject({
      releasedBy: by,
      createdBy: null,
      revision: 3,
    });
    // It is of no further test
    await mark(studio, id, { level: 'restricted', compartments: ['metro'] });
  });

  test.each<[string, () => string, string[], string[]]>([
    ['an agency', () => `agency:${refs.agency.slug}`, [], ['one', 'three']],
    ['an agency, higher', () => `agency:${refs.agency.slug}`, ['--up-to', 'internal'], ['internal', 'one', 'three']],
    ['a topic', () => `topic:${refs.topic.slug}`, [], ['two']],
    ['a place', () => `place:${refs.place.slug}`, [], ['one']],
    ['several at once', () => `topic:${refs.under.slug} AND agency:${refs.agency.slug}`, [], ['one']],
    ['one picture', () => `id:${ids.three}`, [], ['three']],
    [
      'everything of a compartment too',
      () => 'all',
      ['--up-to', 'internal', '--compartment', 'harbour'],
      ['harbour', 'internal', 'one', 'three', 'two'],
    ],
    [
      'restricted, and what nobody has reviewed',
      () => 'all',
      ['--up-to', 'restricted'],
      ['internal', 'one', 'restricted', 'three', 'two', 'unreviewed'],
    ],
  ])('chooses %s', async (_, selection, args, expected) => {
    const counted = expected.filter((name) => ['harbour', 'restricted', 'unreviewed'].includes(name));
    await permitting.permit(counted.flatMap((name) => ids[name] ?? []));
    const { out, ended } = await bag(selection(), ...args, ...(counted.length > 0 ? permitting.as : []));
    expect([ended.status, ended.stderr]).toEqual([0, '']);
    expect((await picturesIn(out)).filter((name) => name in ids)).toEqual(expected);
  });

  test('leaves a line of the bag, and of each picture in it that is not public, before it is there', async () => {
    const exports = async () => {
      const asked = { collection: 'audit', where: { action: { equals: 'export' } }, sort: 'at', pagination: false };
      return (await studio.payload.db.find({ ...asked, limit: 0 })).docs as unknown as Record<string, string>[];
    };
    const before = (await exports()).length;
    const { out } = await bag(`agency:${refs.agency.slug}`, '--up-to', 'internal');
    expect((await picturesIn(out)).sort()).toEqual(['internal', 'one', 'three']);
    const lines = (await exports()).slice(before);
    // Both may be of one millisecond
    const named = lines.map(({ collection, documentId }) => `${collection} ${documentId ?? ''}`);
    expect(named.sort()).toEqual(['images ', `images ${ids.internal}`]);
    for (const { who, about } of lines)
      expect([who, about]).toEqual([expect.stringMatching(/^command line, /), 'form=bag upto=internal']);
  });

  test('asks the same question as often as there are portions, and is answered the same', async () => {
    const req = await createLocalReq({}, studio.payload);
    const where = await whereOf(readSelection(`agency:${refs.agency.slug}`), referencesBySlug(studio.payload));
    const asked = JSON.stringify(where);
    for (let times = 0; times < 20; times += 1)
      expect((await choosePictures(req, where, open)).map(({ id }) => id)).toEqual([ids.one, ids.three].sort());
    expect(JSON.stringify(where)).toBe(asked);
  });

  test('says how confidential it is, and whose it is', async () => {
    const { out } = await bag(`agency:${refs.agency.slug}`, '--up-to', 'restricted');
    expect(await readFile(join(out, 'bag-info.txt'), 'utf8')).toMatch(
      /^Source-Organization: Bảo tàng Thành phố\n[\s\S]*\nMarking: internal\n/,
    );
    await permitting.permit([ids.harbour ?? '']);
    const harbour = ['--up-to', 'internal', '--compartment', 'harbour', ...permitting.as];
    const named = await bag('all', ...harbour, '--organization', 'Sở Văn hóa');
    expect(await readFile(join(named.out, 'bag-info.txt'), 'utf8')).toMatch(
      /^Source-Organization: Sở Văn hóa\n[\s\S]*\nMarking: internal harbour\n/,
    );
  });

  test('R54: nothing tells of what was left out: not the answer, not a file, not a refusal', async () => {
    const plain = (text: string, out: string) =>
      text.replaceAll(out, 'OUT').replace(/\d\d\d\d-\d\d-\d\dT[\d:.]+Z/g, 'NOW');
    const told = async () => {
      const { out, ended } = await bag('all');
      const files: string[] = [];
      for (const path of (await readdir(out, { recursive: true })).sort())
        if (/\.(json|txt|xmp)$/.test(path) && !/manifest/.test(path))
          files.push(plain(await readFile(join(out, path), 'utf8'), out));
      return [ended.status, plain(ended.stdout, out), ended.stderr, files];
    };
    const before = await told();
    const secret = await made('topics', { name: 'Chỉ ảnh mật' });
    const hidden = await addPicture(studio, {
      words: words('CANARY'),
      shared: { topics: [secret.id] },
      marking: { level: 'restricted', compartments: [] },
    });
    expect(await told()).toEqual(before);
    const missing = 'id:00000000-0000-4000-8000-000000000000';
    for (const selection of [`id:${hidden}`, missing, `topic:${secret.slug}`]) {
      const { ended, out } = await bag(selection);
      expect([ended.status, ended.stdout]).toEqual([1, '']);
      expect(ended.stderr).toBe('selection-empty: There is no picture to put into the bag.\n');
      await expect(stat(out)).rejects.toThrow();
    }
  });

  test.each<[string, string[], number, string]>([
    ['a choice that is none', ['person:x', '--out', 'x'], 2, 'selection-unknown'],
    ['an OR', ['id:a OR id:b', '--out', 'x'], 2, 'selection-unknown'],
    ['a choice without a value', ['topic:', '--out', 'x'], 2, 'selection-unknown'],
    ['a query with signs', ['id:a*', '--out', 'x'], 2, 'selection-unknown'],
    ['no choice', ['--out', 'x'], 2, 'usage'],
    ['no place', ['all'], 2, 'usage'],
    ['a level that nobody is cleared for', ['all', '--out', 'x', '--up-to', 'unreviewed'], 2, 'usage'],
    ['a topic that is not there', ['topic:nowhere', '--out', 'x'], 1, 'slug-unknown'],
    ['a state secret on a connected machine', ['all', '--out', 'x', '--up-to', 'mat'], 1, 'level-not-allowed'],
    ['a compartment that is not there', ['all', '--out', 'x', '--compartment', 'moon'], 1, 'field-invalid'],
    ['a place in a folder that is not there', ['all', '--out', '/nowhere/at/all'], 1, 'source-missing'],
    ['permissions of somebody who is not there', ['all', '--out', 'x', '--as', 'x@y.example'], 1, 'user-unknown'],
    ['a place that is taken', ['all', '--out', '/etc'], 1, 'bag-exists'],
  ])('refuses %s', async (_, args, status, code) => {
    const ended = await run(studio, 'bag', ...args);
    expect([ended.status, ended.stdout]).toEqual([status, '']);
    expect(ended.stderr).toMatch(new RegExp(`^${code}: `));
  });
});
