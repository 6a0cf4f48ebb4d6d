import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMasterReader } from '#media/intake/master-store.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { type Faults, openFaults } from './support/faults.ts';

/** More steps than any intake takes. */
const most = 200;

/** Without transactions a database keeps what was written before the fault. */
const hasTransactions = (database: string): boolean =>
  database === 'sqlite' || !process.env.MONGODB_SERVER?.startsWith('FerretDB');

describe.each(exhaustiveDatabases)('whatever fails while a picture is taken in, on %s', (database) => {
  let studio: Studio;
  let curator: Person;
  let faults: Faults;
  beforeAll(async () => {
    studio = await startStudio({ database });
    curator = await studio.person('curator');
    faults = await openFaults(studio.values.mastersDir, studio.payload);
  });
  afterAll(async () => {
    faults?.[Symbol.dispose]();
    await studio?.close();
  });

  const bring = async (bytes: Uint8Array<ArrayBuffer>, title: string) => {
    const headers = { authorization: `JWT ${curator.token}`, 'accept-language': 'vi' };
    const url = `${studio.url}/api/images/upload?locale=vi&depth=0`;
    const init = { method: 'POST', headers, body: pictureForm(bytes, { title }) };
    const response = await studio.ask(new Request(url, init));
    return { status: response.status, body: await response.json() };
  };
  const recordsOf = async (sha256: string) => {
    const where = { 'master.sha256': { equals: sha256 } };
    return (await studio.payload.find({ collection: 'images', where, draft: true, depth: 0 })).docs;
  };
  const arriving = () => readdir(join(studio.values.mastersDir, 'incoming')).catch(() => []);

  it('R56: is said, leaves nothing by half, and the same file comes in afterwards', async () => {
    const steps = new Set<string>();
    for (let number = 1; number < most; number += 1) {
      const bytes = await pictureBytes(64, 48);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const title = `Bến ${number}`;
      const { result, hit, step } = await faults.failAt(number, () => bring(bytes, title));
      if (!hit) break;
      steps.add(step);
      const what = `${number}: ${step}: ${JSON.stringify(result.body)}`;
      const records = (await recordsOf(sha256)).length;
      if (result.status === 201) {
        // What the program can do without
        expect(records, what).toBe(1);
      } else {
        expect(result.body.code, what).toMatch(/^(disk-full|unexpected|sign-in-required)$/);
        if (hasTransactions(database)) expect(records, what).toBe(0);
        expect((await bring(bytes, title)).status, what).toBe(records === 0 ? 201 : 409);
      }
      expect(await recordsOf(sha256), what).toHaveLength(1);
      const kept = await openMasterReader(studio.values.mastersDir).read(sha256);
      expect(Buffer.compare(kept, bytes), what).toBe(0);
      // What could not be removed is swept away another day
      if (step !== 'rm') expect(await arriving(), what).toEqual([]);
      else await Promise.all((await arriving()).map((left) => rm(join(studio.values.mastersDir, 'incoming', left))));
    }
    expect([...steps]).toEqual(
      expect.arrayContaining([
        'open',
        'writeFile',
        'sync',
        'readFile',
        'chmod',
        'rename',
        'database create',
        'database commitTransaction',
      ]),
    );
  }, 300_000);
});
