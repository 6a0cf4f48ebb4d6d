import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLocalReq } from 'payload';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { membersAfter } from '#editorial/albums/members.ts';
import { fatesOf, type Ingesting, startIngesting, told } from '../archive/support/ingesting.ts';
import { exhaustiveDatabases } from '../support/studio.ts';

/** A picture of its own for each number; every third takes longer than those behind it. */
const picture = (number: number): Promise<Buffer> => {
  const width = number % 3 === 0 ? 2000 : 300;
  const background = { r: number % 256, g: 90, b: 120 };
  return sharp({ create: { width: width + number, height: 200, channels: 3, background } })
    .jpeg()
    .toBuffer();
};
const nameOf = (number: number): string => `${String(number).padStart(4, '0')}.jpg`;

describe.each(exhaustiveDatabases)('pictures are taken into albums, on %s', (database) => {
  let house: Ingesting;
  beforeAll(async () => {
    house = await startIngesting({ database });
  });
  afterAll(() => house?.[Symbol.asyncDispose]());

  const album = async (title: string) => {
    const { payload } = house.studio;
    const made = await payload.create({ collection: 'albums', locale: 'vi', data: { title } as never, depth: 0 });
    return { id: String(made.id), slug: String(made.slug) };
  };
  const folderOf = async (numbers: readonly number[]): Promise<string> => {
    const folder = await mkdtemp(join(house.studio.folder, 'delivery-'));
    for (const number of numbers) await writeFile(join(folder, nameOf(number)), await picture(number));
    return folder;
  };
  /** File names of an album's pictures, in its order. */
  const order = async (id: string): Promise<string[]> => {
    const { payload } = house.studio;
    const names: string[] = [];
    for (const { image } of await membersAfter(await createLocalReq({}, payload), id, null, 0)) {
      const { master } = (await payload.findByID({ collection: 'images', id: image, depth: 0 })) as unknown as {
        master: { filename: string };
      };
      names.push(master.filename);
    }
    return names;
  };

  test('in the order of the files, once, those too that were there', async () => {
    const { id, slug } = await album('Chợ cũ');
    const [first, all] = [await folderOf([4, 2]), await folderOf([0, 1, 2, 3, 4, 5, 6])];
    await house.ingest(first, '--json');
    const answer = told(await house.ingest(all, '--album', slug, '--json'));
    expect(answer).toMatchObject({ attention: 5, known: 2 });
    expect(await order(id)).toEqual([0, 1, 2, 3, 4, 5, 6].map(nameOf));
    await house.ingest(all, '--album', id, '--json');
    expect(await order(id)).toEqual([0, 1, 2, 3, 4, 5, 6].map(nameOf));
  });

  test('as a manifest says, each into several, and refuses a file whose album is not there', async () => {
    const [one, two, usual] = [await album('Một'), await album('Hai'), await album('Thường')];
    const folder = await folderOf([20, 21, 22, 23]);
    const manifest = join(house.studio.folder, 'albums.csv');
    const rows = [`${nameOf(20)},${one.slug}; ${two.id}`, `${nameOf(21)},${two.slug}`, `${nameOf(22)},khong-co`];
    await writeFile(manifest, ['file,album', ...rows].join('\n'));
    const ended = await house.ingest(folder, '--manifest', manifest, '--album', usual.slug, '--json');
    expect(fatesOf(told(ended))).toMatchObject({ [nameOf(21)]: 'attention', [nameOf(22)]: 'slug-unknown' });
    expect(await order(one.id)).toEqual([nameOf(20)]);
    expect(await order(two.id)).toEqual([nameOf(20), nameOf(21)]);
    expect(await order(usual.id)).toEqual([nameOf(23)]);
  });

  test('not into one that nobody knows, and into none in a trial', async () => {
    const folder = await folderOf([30]);
    const refused = await house.ingest(folder, '--album', 'khong-co');
    expect([refused.status, refused.stderr.split(':')[0]]).toEqual([1, 'slug-unknown']);
    const { id, slug } = await album('Thử');
    expect(told(await house.ingest(folder, '--album', slug, '--dry-run', '--json'))).toMatchObject({ stored: 1 });
    expect(await order(id)).toEqual([]);
  });

  test('once and in order also after a kill, by the same command again', async () => {
    const { id, slug } = await album('Dở dang');
    const numbers = Array.from({ length: 24 }, (_, index) => 100 + index);
    const folder = await folderOf(numbers);
    const running = house.begin([folder, '--album', slug]);
    await expect.poll(async () => (await order(id)).length, { timeout: 100_000, interval: 20 }).toBeGreaterThan(2);
    running.child.kill('SIGKILL');
    await running.ended;
    expect((await order(id)).length).toBeLessThan(numbers.length);
    await house.ingest(folder, '--album', slug, '--json');
    expect(await order(id)).toEqual(numbers.map(nameOf));
  });
});
