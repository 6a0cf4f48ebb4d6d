import { randomBytes } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Where } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { masterPath } from '#media/intake/master-store.ts';
import { pictureBytes } from '../support/pictures.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import { harms } from './support/archive.ts';
import { addPicture, answerOf, begin, hashOf, json, mark, openToCommands, pictureIn, run } from './support/bagging.ts';

const open = { level: 'public', compartments: [] } as const;
const words = (title: string) => ({ vi: { title, alt: `Mô tả ${title}` } });

interface Told {
  readonly bag: string | null;
  readonly pictures: number;
  readonly stopped: boolean;
  readonly wrong: string[];
}

describe.each(databasesInTurn)('npx benthanh archive bag that is not undisturbed, on %s', (database) => {
  let studio: Studio;
  let count = 0;
  const small = 3;
  beforeAll(async () => {
    studio = await startStudio({ database });
    await openToCommands(studio);
    for (let number = 0; number < small; number += 1)
      await addPicture(studio, { words: words(`Nhỏ ${number}`), marking: open });
  });
  afterAll(() => studio?.close());

  const place = () => join(studio.folder, `bag-${++count}`);
  const bag = async (selection: string, ...args: readonly string[]) => {
    const out = place();
    return { out, ended: await run(studio, 'bag', selection, '--out', out, ...args) };
  };

  test('a damaged or missing master makes no bag, and is named; the mirror stands in for it', async () => {
    const [flipped, gone] = [await pictureBytes(), await pictureBytes()];
    const damaged = [];
    for (const bytes of [flipped, gone])
      damaged.push(await addPicture(studio, { words: words('Hỏng'), marking: open, bytes }));
    const mirror = join(studio.folder, 'mirror');
    await cp(studio.values.mastersDir, mirror, { recursive: true });
    await harms.flipped(masterPath(studio.values.mastersDir, hashOf(flipped)));
    await harms.deleted(masterPath(studio.values.mastersDir, hashOf(gone)));
    const { out, ended } = await bag('all', '--json');
    expect(ended.status).toBe(1);
    const told = answerOf<Told>(ended);
    expect(told.bag).toBeNull();
    expect([...told.wrong].sort()).toEqual([hashOf(flipped), hashOf(gone)].sort());
    await expect(stat(out)).rejects.toThrow();
    const again = await begin(studio, ['bag', 'all', '--out', out, '--json'], { MASTERS_MIRROR: mirror }).ended;
    expect(answerOf<Told>(again)).toMatchObject({ bag: out, wrong: [] });
    expect(answerOf(await run(studio, 'unbag', out, '--check-only', '--json'))).toMatchObject({
      valid: true,
      faults: [],
    });
    for (const id of damaged) await mark(studio, id, { level: 'restricted', compartments: [] });
  });

  describe('with large masters', () => {
    const large: string[] = [];
    beforeAll(async () => {
      for (let number = 0; number < 12; number += 1) {
        const bytes = randomBytes(8 * 1024 * 1024);
        large.push(await addPicture(studio, { words: words(`Lớn ${number}`), marking: open, bytes }));
      }
      // In the order in which a run comes to them
      large.sort();
    });

    const mastersIn = async (out: string): Promise<string[]> => {
      const found = await readdir(`${out}.part`, { recursive: true }).catch(() => []);
      return found.filter((path) => path.endsWith('master.jpg'));
    };

    test('killed in the middle there is no bag, and the next run makes it of what is right', async () => {
      const out = place();
      const running = begin(studio, ['bag', 'all', '--out', out]);
      await expect.poll(() => mastersIn(out), { timeout: 100_000, interval: 5 }).not.toHaveLength(0);
      running.child.kill('SIGKILL');
      await running.ended;
      await expect(stat(out)).rejects.toThrow();
      const done = await mastersIn(out);
      const [first = ''] = done;
      const before = await stat(join(`${out}.part`, first));
      await mkdir(join(`${out}.part`, 'data/pictures/zz'), { recursive: true });
      await writeFile(join(`${out}.part`, 'data/pictures/zz/left.jpg'), 'of another choice');
      const again = await run(studio, 'bag', 'all', '--out', out, '--json');
      expect(answerOf<Told>(again)).toMatchObject({ bag: out, pictures: small + large.length });
      expect((await stat(join(out, first))).ino).toBe(before.ino);
      expect(await readdir(join(out, 'data/pictures'))).not.toContain('zz');
      expect(answerOf(await run(studio, 'unbag', out, '--check-only', '--json'))).toMatchObject({
        valid: true,
        faults: [],
      });
      await rm(out, { recursive: true });
    });

    test('on Ctrl-C it says that it is not done; a second one waits its turn', async () => {
      const out = place();
      const running = begin(studio, ['bag', 'all', '--out', out]);
      await expect.poll(() => mastersIn(out), { timeout: 100_000, interval: 5 }).not.toHaveLength(0);
      running.child.kill('SIGSTOP');
      const second = await run(studio, 'bag', 'all', '--out', place());
      expect([second.status, second.stderr]).toEqual([1, expect.stringMatching(/^bag-running: /)]);
      running.child.kill('SIGINT');
      running.child.kill('SIGCONT');
      const ended = await running.ended;
      expect([ended.status, ended.stdout]).toEqual([
        1,
        `Stopped. What is written so far lies in ${out}.part; run the same command to go on.\n`,
      ]);
    });

    test('what is marked otherwise meanwhile is so in the bag, or not in it', async () => {
      const out = place();
      const [higher = '', lower = ''] = large;
      const running = begin(studio, ['bag', 'all', '--out', out, '--up-to', 'internal']);
      await expect.poll(() => mastersIn(out), { timeout: 100_000, interval: 5 }).not.toHaveLength(0);
      const done = async () => (await mastersIn(out)).map((path) => path.split('/').at(-2) ?? '');
      await expect.poll(done, { timeout: 100_000, interval: 5 }).toEqual(expect.arrayContaining([higher, lower]));
      running.child.kill('SIGSTOP');
      await mark(studio, higher, { level: 'restricted', compartments: [] });
      await mark(studio, lower, { level: 'internal', compartments: [] });
      running.child.kill('SIGCONT');
      expect((await running.ended).status).toBe(0);
      await expect(stat(pictureIn(out, higher))).rejects.toThrow();
      expect(await readFile(join(out, 'manifest-sha256.txt'), 'utf8')).not.toContain(higher);
      expect(await json(join(pictureIn(out, lower), 'record.json'))).toMatchObject({ marking: { level: 'internal' } });
      // Nobody had noted it as long as it was public
      const where: Where = { and: [{ action: { equals: 'export' } }, { documentId: { in: [higher, lower] } }] };
      const { docs } = await studio.payload.db.find({ collection: 'audit', where, pagination: false });
      expect(docs).toMatchObject([{ documentId: lower, about: 'form=bag upto=internal' }]);
      const checked = answerOf(await run(studio, 'unbag', out, '--check-only', '--json'));
      expect(checked).toMatchObject({ valid: true, faults: [] });
    });
  });
});
