import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { lowestStrip } from '../../support/lowest-strip.ts';
import type { Road } from './road.ts';
import { rights, showing } from './shown.ts';

/** The credit as part of the picture, from the studio to the public. @param road once it is open */
export const aMarkIsSeen = (road: () => Road): void => {
  const { make, set, show } = showing(road);

  it('a mark stands in every size and in what viewers get of the lower edge from the moment it is asked for, and is gone when it is not', async () => {
    const record = await make('rights', { name: 'Dấu', rights, credit: 'Ảnh: Kho ảnh thành phố', mark: 'no' });
    const shown = await show('Dấu', { rightsRecord: record });
    const bytesOf = async (path: string) => {
      const answer = await road().node.get(path);
      expect(answer.status, path).toBe(200);
      return Buffer.from(await answer.arrayBuffer());
    };
    const sizes = async (): Promise<string[]> => {
      const { data } = (await road().read(`/v1/vi/images/${shown.id}`)).body;
      return data.sources.map(({ href }: { href: string }) => new URL(href).pathname);
    };
    // The lowest tile on the left, and one of the first row
    const [lower, upper] = ['0,512,512,388', '0,0,512,512'].map(
      (region) => `/iiif/3/${shown.id}/${region}/max/0/default.jpg`,
    ) as [string, string];
    const strips = async (paths: readonly string[]) =>
      Promise.all(paths.map(async (at) => lowestStrip(await bytesOf(at))));
    const digests = async (paths: readonly string[]) =>
      Promise.all(
        paths.map(async (at) =>
          createHash('sha256')
            .update(await bytesOf(at))
            .digest('hex'),
        ),
      );
    const ask = async (mark: 'yes' | 'no') => {
      await set(`/api/rights/${record}?locale=vi`, { mark });
      await road().arrived();
    };
    const [bare, all] = [await sizes(), [...shown.files, lower, upper]];
    const before = await digests(all);
    const plain = await strips([...bare, lower]);
    expect(plain.map(({ white }) => white)).toEqual(plain.map(() => 0));

    await ask('yes');
    const marked = await sizes();
    expect(marked).toHaveLength(bare.length);
    expect(bare.filter((path) => marked.includes(path))).toEqual([]);
    const drawn = await strips([...marked, lower]);
    for (const [index, { mean, white }] of drawn.entries()) {
      expect(mean).toBeLessThan((plain[index]?.mean ?? 0) * 0.8);
      expect(white).toBeGreaterThan(0.001);
    }
    expect((await strips([upper]))[0]?.white).toBe(0);
    for (const path of bare) expect((await road().node.get(path)).status).toBe(404);

    await ask('no');
    expect(await sizes()).toEqual(bare);
    expect(await digests(all)).toEqual(before);
  });
};
