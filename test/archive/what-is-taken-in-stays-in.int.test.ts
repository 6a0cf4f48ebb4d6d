import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { rightsXmp } from '#media/metadata/rights-xmp.ts';
import { runReady } from '../support/ready-command-line.ts';
import { databasesInTurn, type Studio } from '../support/studio.ts';
import { openRoad } from '../whole-road/support/road.ts';
import { openToCommands } from './support/bagging.ts';

const rights = 'http://creativecommons.org/licenses/by/4.0/';

/** A picture that lacks nothing that release asks for, in a folder of its own. */
const folderIn = async ({ folder }: Studio, number: number): Promise<string> => {
  const made = await mkdtemp(join(folder, 'delivery-'));
  const background = { r: 40 * number, g: 90, b: 120 };
  const xmp = rightsXmp({ credit: 'Kho ảnh', creator: 'Lan', rights });
  const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background } })
    .withXmp(xmp)
    .jpeg()
    .toBuffer();
  await writeFile(join(made, 'a.jpg'), bytes);
  await writeFile(join(made, 'manifest.json'), '[{ "file": "a.jpg", "title.vi": "Phà", "alt.vi": "Phà" }]');
  return made;
};

/** What became of the one picture of a folder that a command takes in. */
const ingest = async ({ folder, values }: Studio, source: string, marking: string) => {
  const { PATH, HOME } = process.env;
  const places = { DATA_DIR: folder, DATABASE_URL: values.databaseUrl, MASTERS_DIR: values.mastersDir };
  const argv = ['archive', 'ingest', source, '--json', '--marking', marking, '--report', join(folder, 'fates.csv')];
  const { stdout } = await runReady({ argv, env: { PATH, HOME, LANG: 'en_GB.UTF-8', ...places } });
  return JSON.parse(stdout).files[0];
};

describe.each(databasesInTurn)('what is taken in stays in, on %s', (database) => {
  test('R63: and what was public before is what is public afterwards', async () => {
    await using road = await openRoad(database);
    const { curator, publisher } = road.people;
    await openToCommands(road.studio);
    const shown = { title: 'Sông', alt: 'Sông', credit: 'Kho ảnh', rights };
    const { id } = await road.upload(curator, 'Canon', shown);
    const release = (one: string) => publisher.post('/api/images/release', { ids: [one] });
    expect((await release(id)).status).toBe(200);
    const outside = async () => {
      await road.arrived();
      const { body } = await road.read('/v1/vi/images?limit=100');
      return [body.data.map(({ title }: { title: string }) => title), (await road.house.live()).size];
    };
    expect(await outside()).toEqual([['Sông'], 1]);
    for (const [number, marking] of ['unreviewed', 'internal', 'restricted'].entries()) {
      const fate = await ingest(road.studio, await folderIn(road.studio, number), marking);
      expect(fate).toMatchObject({ outcome: 'stored', lacks: [] });
      expect(await outside(), marking).toEqual([['Sông'], 1]);
      // As it is, nobody could release it without a word of what it is
      if (marking !== 'internal') await release(fate.id);
      expect(await outside(), marking).toEqual([['Sông'], 1]);
    }
  });
});
