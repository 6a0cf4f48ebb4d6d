import { getPayload } from 'payload';
import { buildStudioConfig } from '#editorial/studio-config.ts';
import { usualUploadBounds } from '#editorial/uploads/room.ts';
import { bodyOf } from './lexical.ts';

/**
 * One process of a soak: nine writers at once save into the embedded database that another process writes to as well.
 * Prints one line of JSON for every save that was reported as done. Arguments: address of the database, a name, saves a writer.
 */
const [url = '', name = '', saves = '0'] = process.argv.slice(2);

const config = await buildStudioConfig({
  databaseUrl: url,
  secret: 'soak',
  mastersDir: '/nowhere',
  studioUrl: 'http://studio.test',
  publicUrl: 'http://delivery.test',
  baseDir: process.cwd(),
  profile: 'connected',
  selfPublish: false,
  compartments: [],
  logLevel: 'silent',
  ...usualUploadBounds,
});
const payload = await getPayload({ config, disableOnInit: true });

const report = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** Makes a document, changes it, and now and then lets a save fail on purpose, so that roll-backs take part. */
const write = async (writer: number, turn: number): Promise<void> => {
  const title = `${name} ${writer} ${turn}`;
  const data = { title, summary: 'S', body: bodyOf([title]) } as never;
  const { id } = await payload.create({ collection: 'articles', locale: 'vi', data, depth: 0 });
  report({ id: String(id), title });
  if (turn % 3 === 0)
    await payload
      .create({ collection: 'articles', locale: 'vi', data: { title, cover: 'nowhere' } as never })
      .catch(() => undefined);
  const changed = `${title}, once more`;
  await payload.update({ collection: 'articles', id, locale: 'vi', data: { title: changed } as never, depth: 0 });
  report({ id: String(id), title: changed });
  await payload.create({ collection: 'topics', locale: 'vi', data: { name: title } as never, depth: 0 });
  report({ topic: title });
};

const writers = Array.from({ length: 9 }, async (_, writer) => {
  for (let turn = 0; turn < Number(saves); turn++) await write(writer, turn);
});
await Promise.all(writers);
await payload.destroy();
