import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pictureBytes } from '../support/pictures.ts';
import { databases, exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import { addPicture, hashOf, openToCommands, run, unbagging } from './support/bagging.ts';
import { type BagPlan, makeBag, newFolder } from './support/bags.ts';

const rights = 'http://creativecommons.org/licenses/by/4.0/';

interface Told {
  readonly valid: boolean;
  readonly ours: boolean;
  readonly faults: { severity: string; code: string; file: string }[];
  readonly taken: null | {
    readonly stored: number;
    readonly known: number;
    readonly attention: number;
    readonly refused: number;
    readonly files: { file: string; outcome: string; code: string | null; id: string | null }[];
  };
}

/** One that the fields refuse, one that rights refuse, one that is found when its bytes are read. */
const onEvery: readonly string[] = ['a licence that is none', 'a state secret', 'another master'];

describe.each(databases)('npx benthanh archive unbag of a bag that lies, on %s', (database) => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await startStudio({ database });
    await openToCommands(studio);
  });
  afterAll(() => studio?.close());

  const { unbag, told: toldAs, images } = unbagging(() => studio);
  const told = (dir: string, ...args: readonly string[]) => toldAs<Told>(dir, ...args);

  /** What a bag says wrongly is found before anything is stored, so that in the usual run one database is asked of every way. */
  const asked = <T extends readonly [string, ...unknown[]]>(ways: readonly T[]) =>
    exhaustiveDatabases.includes(database) ? ways : ways.filter(([name]) => onEvery.includes(name));

  describe('a bag of ours that somebody has changed, with checksums made anew', () => {
    let made: string;
    let bytes: Uint8Array;
    const id = '0f0e0d0c-1111-4222-8333-444455556666';
    const files: Record<string, Uint8Array> = {};
    beforeAll(async () => {
      await using source = await startStudio({ database });
      await openToCommands(source);
      bytes = await pictureBytes();
      await addPicture(source, { words: { vi: { title: 'Gốc' } }, shared: { rights, credit: 'Kho' }, bytes });
      made = join(source.folder, 'bag');
      await run(source, 'bag', 'all', '--up-to', 'internal', '--out', made);
      for (const path of await readdir(join(made, 'data'), { recursive: true }))
        if (/\.\w+$/.test(path)) files[path] = await readFile(join(made, 'data', path));
    });

    /** The bag with another id, and with one file changed. */
    const forged = async (
      name: string,
      change: (doc: Record<string, unknown>) => unknown,
      more: BagPlan['payload'] = {},
    ) => {
      const payload: Record<string, Uint8Array | string> = {};
      for (const [path, content] of Object.entries(files)) {
        const known = path.split('/').at(-2) ?? '';
        const isPicture = path.startsWith('pictures/');
        const place = isPicture ? `pictures/${id.slice(0, 2)}/${id}/${path.split('/').at(-1)}` : path;
        const doc = path.endsWith('.json')
          ? JSON.parse(
              Buffer.from(content)
                .toString()
                .replaceAll(known, isPicture ? id : known),
            )
          : null;
        payload[place] = doc && path.endsWith(name) ? JSON.stringify(change(doc)) : doc ? JSON.stringify(doc) : content;
      }
      return makeBag({ payload: { ...payload, ...more } }, await newFolder());
    };

    const record = (change: Record<string, unknown>) => forged('record.json', (doc) => ({ ...doc, ...change }));

    const changes: readonly [string, () => Promise<string>, string][] = [
      ['a licence that is none', () => record({ rights: 'mine' }), 'field-invalid'],
      ['a date that is none', () => record({ takenOn: '1998-02-31' }), 'field-invalid'],
      ['a title beyond all measure', () => record({ title: { vi: 'x'.repeat(1000) } }), 'text-too-long'],
      ['no title', () => record({ title: {} }), 'bag-record-malformed'],
      ['control characters', () => record({ credit: 'a\u0000b' }), 'text-malformed'],
      ['a language that nobody speaks', () => record({ title: { tlh: 'x' } }), 'bag-record-malformed'],
      ['a field of the future', () => record({ mood: 'sunny' }), 'bag-record-malformed'],
      ['a state secret', () => record({ marking: { level: 'mat', compartments: [] } }), 'level-not-allowed'],
      [
        'a compartment that is not here',
        () => record({ marking: { level: 'internal', compartments: ['moon'] } }),
        'field-invalid',
      ],
      [
        'the id of another picture',
        () => record({ id: '0f0e0d0c-9999-4222-8333-444455556666' }),
        'bag-record-malformed',
      ],
      [
        'a master elsewhere',
        () =>
          forged('record.json', (doc) => ({
            ...doc,
            master: { ...(doc.master as object), file: '../../../../etc/passwd' },
          })),
        'bag-record-malformed',
      ],
      [
        'a master that is not there',
        () => forged('record.json', (doc) => ({ ...doc, master: { ...(doc.master as object), file: 'master.png' } })),
        'bag-record-malformed',
      ],
      [
        'another master',
        async () =>
          forged('nothing', (doc) => doc, { [`pictures/${id.slice(0, 2)}/${id}/master.jpg`]: await pictureBytes() }),
        'bag-master-other',
      ],
      [
        'a record that is no JSON',
        () => forged('nothing', (doc) => doc, { [`pictures/${id.slice(0, 2)}/${id}/record.json`]: '{' }),
        'bag-record-malformed',
      ],
    ];
    test.each(asked(changes))('%s is refused, and nothing of it stays', async (_, make, code) => {
      const dir = await make();
      const answer = await told(dir);
      expect(answer).toMatchObject({ valid: true, ours: true, status: 1 });
      expect(answer.taken?.files).toEqual([expect.objectContaining({ outcome: 'refused', code })]);
      expect(await images({ id: { equals: id } })).toEqual([]);
      const left = (await readdir(studio.values.mastersDir, { recursive: true })).filter((path) =>
        path.includes('incoming/'),
      );
      expect(left).toEqual([]);
    });

    test('a form of the future is refused as a whole', async () => {
      const { status, stderr } = await unbag(await forged('bag.json', (doc) => ({ ...doc, version: 99 })));
      expect([status, stderr]).toEqual([1, expect.stringMatching(/^bag-format-newer: /)]);
    });

    test.each([
      ['an address that is none', { email: 'nobody', website: null }, 'field-invalid|bag-record-malformed'],
      ['a site that is none', { email: null, website: 'javascript:x' }, 'field-invalid'],
      ['a field of the future', { email: null, website: null, mood: 'sunny' }, 'bag-record-malformed'],
    ])('an agency with %s is refused with its bag', async (_, facts, code) => {
      const when = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z', revision: 1 };
      const words = { name: { vi: 'Lạ' }, slug: { vi: 'la' }, summary: {}, formerSlugs: {}, phone: null };
      const agency = { id: 'a-strange-agency', ...words, ...facts, ...when };
      const dir = await forged('references.json', (doc) => ({ ...doc, agencies: [agency] }));
      const { status, stderr } = await unbag(dir);
      expect([status, stderr]).toEqual([1, expect.stringMatching(new RegExp(`^(${code}): `))]);
      expect((await studio.payload.count({ collection: 'agencies' })).totalDocs).toBe(0);
      expect(await images({ id: { equals: id } })).toEqual([]);
    });

    test('other bytes under an id that is here are refused', async () => {
      const dir = await forged('nothing', (doc) => doc);
      expect((await told(dir)).taken).toMatchObject({ refused: 0 });
      expect(await images({ id: { equals: id } })).toHaveLength(1);
      const [other, place] = [await pictureBytes(), `pictures/${id.slice(0, 2)}/${id}/master.jpg`];
      const sha256 = hashOf(other);
      const changed = await forged(
        'record.json',
        (doc) => ({ ...doc, master: { ...(doc.master as object), sha256 } }),
        { [place]: other },
      );
      expect((await told(changed)).taken?.files).toEqual([
        expect.objectContaining({ outcome: 'refused', code: 'bag-id-taken' }),
      ]);
    });
  });
});
