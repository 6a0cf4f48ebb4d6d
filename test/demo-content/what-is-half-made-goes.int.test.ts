import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openJournal } from '../../src/cli/demo/journal.ts';
import { makeOnce, type Seeding } from '../../src/cli/demo/seeding.ts';
import { addPicture } from '../archive/support/bagging.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';

const title = 'Bến phà lúc rạng đông';

describe.each(databases)('a demo that was cut short within a picture, on %s', (database) => {
  let studio: Studio;
  let folder: string;
  beforeAll(async () => {
    studio = await startStudio({ database });
    folder = await mkdtemp(join(tmpdir(), 'benthanh-demo-'));
  });
  afterAll(async () => {
    await studio?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const picture = () => addPicture(studio, { words: { vi: { title } } });
  const standing = async () => {
    const where = { title: { equals: title } };
    const { docs } = await studio.payload.find({ collection: 'images', where, locale: 'vi', overrideAccess: true });
    return docs.map(({ id }) => String(id));
  };
  const make = async (): Promise<string> => {
    const journal = await openJournal(join(folder, 'demo.jsonl'));
    const at = { step: 'image ferry', collection: 'images', field: 'title', text: title, locale: 'vi' } as const;
    const seeding = { payload: studio.payload, journal } as Pick<Seeding, 'payload' | 'journal'> as Seeding;
    return makeOnce(seeding, at, async () => ({ doc: { id: await picture() } }));
  };

  it('takes away what was half made, makes it anew, and then leaves it', async () => {
    await (await openJournal(join(folder, 'demo.jsonl'))).step('began', async () => 'now');
    const half = await picture();
    const whole = await make();
    expect(whole).not.toBe(half);
    expect(await standing()).toEqual([whole]);
    expect(await make()).toBe(whole);
    expect(await standing()).toEqual([whole]);
  });
});
