import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describedLocal, describedShared } from '#collections/fields/described.ts';
import { openMasterReader } from '#media/intake/master-store.ts';
import { photosFolder, photosFound, photosIn } from '../media/support/photos.ts';
import { colourAt } from '../media/support/pictures.ts';
import { databasesInTurn } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { fatesOf, hashOf, type Ingesting, startIngesting, type Told, told } from './support/ingesting.ts';
import { realPhotographs, realRefusals } from './support/real-photographs.ts';

const plainName = (path: string) => (path.split('/').at(-1) ?? path).replace(/\.[^.]+$/, '');

/** What a record says beyond the fields that every picture has; a text of a language is in that of the intake. */
const fieldsOf = (image: Record<string, unknown>): Record<string, unknown> => {
  const local = describedLocal.map((field) => [field, (image[field] as { vi?: string } | undefined)?.vi] as const);
  const all = [...local, ...describedShared.map((field) => [field, image[field]] as const)];
  const isSaid = (value: unknown) => Boolean(value) && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(all.filter(([, value]) => isSaid(value)));
};

describe.skipIf(!photosFound).each(databasesInTurn)('archive ingest of real photographs, on %s', (database) => {
  let at: Ingesting;
  let curator: Person;
  let answer: Told;
  beforeAll(async () => {
    at = await startIngesting({ database });
    curator = await at.studio.person('curator');
    answer = told(await at.ingest(photosFolder, '--json'));
  });
  afterAll(() => at?.[Symbol.asyncDispose]());

  test('the table names every file that is there', () => {
    const named = [...Object.keys(realPhotographs), ...Object.keys(realRefusals)];
    expect(named.sort()).toEqual(photosIn('**/*.*').sort());
  });

  test('stores every real file and refuses the rest', () => {
    const stored = Object.fromEntries(Object.keys(realPhotographs).map((path) => [path, 'attention']));
    expect(fatesOf(answer)).toEqual({ ...stored, ...realRefusals });
    expect(answer).toMatchObject({ known: 0, left: 0, skipped: [], refused: 2 });
  });

  test.each(Object.entries(realPhotographs))(
    '%s',
    async (path, { width, height, type = 'image/jpeg', colour, record, more, says }) => {
      const bytes = readFileSync(join(photosFolder, path));
      const sha256 = hashOf(bytes);
      const fate = answer.files.find(({ file }) => file === path);
      expect(fate?.sha256).toBe(sha256);
      expect(Buffer.compare(await openMasterReader(at.studio.values.mastersDir).read(sha256), bytes)).toBe(0);
      const {
        credit = null,
        creator = null,
        takenOn = null,
        title = plainName(path),
      }: Record<string, string | null> = record ?? {};
      const [image, ...others] = await at.imagesOf(sha256);
      expect(others).toEqual([]);
      expect(image).toMatchObject({
        id: fate?.id,
        title: { vi: title },
        master: {
          sha256,
          bytes: bytes.length,
          type,
          width,
          height,
          pages: 1,
          display: 'whole',
          filename: path.split('/').at(-1),
        },
      });
      // A field that is empty is null to one database and not there to the other
      const empty = { credit: null, creator: null, takenOn: null, rights: null };
      expect({ ...empty, ...image }).toMatchObject({ credit, creator, takenOn, rights: null });
      const digitised = says.digitised?.[0]?.slice(0, 10);
      expect(fieldsOf(image ?? {})).toEqual({ ...more, ...(digitised && { digitised }) });
      const { embedded } = (await curator.get(`/api/images/${fate?.id}/embedded`)).body;
      const texts = Object.entries<{ said: { text: string }[]; differing: unknown[] }>(embedded.values);
      expect(Object.fromEntries(texts.map(([property, { said }]) => [property, said.map(({ text }) => text)]))).toEqual(
        says,
      );
      expect([texts.flatMap(([, { differing }]) => differing), embedded.unreadable]).toEqual([[], []]);
      if (colour) {
        const headers = { authorization: `JWT ${curator.token}` };
        const shown = await fetch(`${at.studio.url}/api/images/${fate?.id}/file?width=320`, { headers });
        const file = new Uint8Array(await shown.arrayBuffer());
        const [x, y, [red, green, blue]] = colour;
        const [r, g, b] = await colourAt(file, x, y);
        expect(Math.max(Math.abs(r - red), Math.abs(g - green), Math.abs(b - blue)), String([r, g, b])).toBeLessThan(
          40,
        );
      }
    },
  );
});
