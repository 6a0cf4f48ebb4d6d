import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storedRowsOf } from '#editorial/at-rest/texts/stored-rows.ts';
import { type Keys, newKeys } from '../archive/support/keys.ts';
import { databases, startStudio } from '../support/studio.ts';
import { type Marked, type Office, officeIn } from './support/lowering.ts';

type Stored = Record<string, unknown> & { readonly id: string };

describe.each(databases)('what cannot be read while it is decided about, on %s', (database) => {
  let keys: Keys;
  let office: Office;
  beforeAll(async () => {
    keys = await newKeys();
    const values = { archiveDir: undefined, atRest: keys.atRest, textsAtRest: async () => keys.keys };
    office = await officeIn(await startStudio({ database, values }));
  }, 120_000);
  afterAll(async () => {
    await office?.studio.close();
    await keys?.[Symbol.asyncDispose]();
  });

  /** Writes into the database what a strange hand makes of it. @returns what lay there */
  const change = async ({ id }: Marked, by: (stored: Stored) => object): Promise<Stored> => {
    const rows = storedRowsOf(office.studio.payload.db);
    const stored = await rows?.findOne<Stored>({ collection: 'articles', where: { id: { equals: id } } });
    if (!rows || !stored) throw new Error('there is nothing to change');
    await rows.updateOne({ collection: 'articles', id, data: { ...stored, ...by(stored) }, returning: false });
    return stored;
  };
  const moved = ({ vi }: { vi: string }) => ({ vi: `${vi.slice(0, -6)}AAAAAA` });

  it.each(['summary', 'body'])(
    'R52: falls for nobody where a strange hand has changed its %s, and is seen whole once that is mended',
    async (field) => {
      const { people, ask, agree, opens, raise, sealOf, requests } = office;
      const [kept, waiting] = [await office.write(`Kho ${field}`), await office.write(`Bến ${field}`)];
      for (const one of [kept, waiting]) await raise(one);
      expect((await ask(waiting)).status).toBe(200);
      const stored = new Map<Marked, Stored>();
      for (const one of [kept, waiting])
        stored.set(one, await change(one, (row) => ({ [field]: moved(row[field] as { vi: string }) })));
      expect((await opens(kept)).code).toBe('lowering-text-lost');
      expect([(await ask(kept)).body.code, await requests(kept)]).toEqual(['lowering-text-lost', []]);
      expect((await agree(waiting, people.publisher)).body.code).toBe('lowering-text-lost');
      expect(await sealOf(waiting)).toBe('restricted|');
      for (const [one, row] of stored) await change(one, () => ({ [field]: row[field] }));
      expect((await ask(kept)).status).toBe(200);
      expect((await agree(waiting, people.publisher)).status).toBe(200);
      expect(await sealOf(waiting)).toBe('internal|');
    },
  );
});
