import { join } from 'node:path';
import type { Payload } from 'payload';
import { archiveOf } from '#editorial/archive-screen/studio-archive.ts';
import { findMongo } from '../test/support/databases/find-mongo.ts';
import type { MongoServer } from '../test/support/databases/mongo-server.ts';
import { makeCast } from './support/archive-cast.ts';
import { makeScratch, promiseEnd } from './support/endings.ts';
import { type Cast, fillMongo, fillSqlite } from './support/made-up-archive.ts';
import { percentile } from './support/percentile.ts';
import { progressOf, say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';
import { openStudio } from './support/studio-here.ts';
import { halfAndMost, timed } from './support/timed.ts';

const count = 200_000;
/** FerretDB stands in for MongoDB where there is none; it takes hours over what `mongod` does in minutes. */
const fewer = 20_000;
const goal = 300;

const figure = (what: string, ours: readonly number[], stock: readonly number[]): Figure => {
  const [our95, stock95] = [percentile(ours, 0.95), percentile(stock, 0.95)];
  const ratio = `${(stock95 / our95).toFixed(1)} ×`;
  return {
    what,
    ratio,
    ours: halfAndMost(ours),
    baseline: halfAndMost(stock),
    goal: `p95 < ${goal} ms`,
    met: our95 < goal,
  };
};

const ours = '/api/images/archive';
const stock = '/api/images?depth=0&locale=en&limit=100';

const measureOn = async (name: string, { payload, ask }: Awaited<ReturnType<typeof openStudio>>, cast: Cast) => {
  const times = (n: number) => Array.from({ length: n }, (_, at) => at);
  /** Everything that the screen asks for at once. */
  const screen = (question: string) => async () => {
    await ask(`${ours}/facets?${question}`);
    await ask(`${ours}/shapes?${question}`);
    await ask(`${ours}/pictures?${question}&limit=100&locale=en`);
  };
  /** A save in between, so that no answer is one that was kept. */
  const touch = async () => {
    const req = { collection: 'images', where: { id: { equals: cast.original } } } as const;
    await payload.update({
      ...{ collection: 'images', id: cast.original, locale: 'en' },
      data: { credit: `${Math.random()}` } as never,
    });
    await payload.db.findOne(req);
  };
  const first: number[] = [];
  for (const _ of times(20)) {
    await touch();
    first.push(...(await timed([screen('sort=added')])));
  }
  const firstStock = await timed(times(10).map(() => () => ask(`${stock}&sort=-createdAt`)));
  const facets = await timed(cast.topics.slice(0, 40).map((topic, n) => screen(`topic=${topic}&year=${1965 + n}`)));
  const facetsStock = await timed(
    cast.topics.slice(0, 3).map((topic) => async () => {
      await ask(`${stock}&sort=-createdAt&where[topics][in]=${topic}`);
      for (const agency of cast.agencies)
        await ask(`/api/images/count?where[topics][in]=${topic}&where[agency][equals]=${agency}`);
    }),
  );
  const words = [
    'chợ',
    'cho ben thanh',
    'chợ bến thành',
    '滨城市场',
    'river',
    'le hoi ao dai',
    'DSC_1',
    'church bridge',
    '奥黛',
    'tr',
  ];
  const search = await timed(
    words.flatMap((q) => ['best', 'taken'].map((sort) => screen(`q=${encodeURIComponent(q)}&sort=${sort}`))),
  );
  const searchStock = await timed(
    ['church', 'bridge', 'river'].map(
      (q) => () =>
        ask(
          `${stock}&where[or][0][title][contains]=${q}&where[or][1][caption][contains]=${q}&where[or][2][alt][contains]=${q}`,
        ),
    ),
  );
  return [
    figure(
      `${name}: first grid, counts and shapes, after a save, against a first page of Payload REST alone`,
      first,
      firstStock,
    ),
    figure(
      `${name}: a facet chosen, all counts anew, against Payload REST: a page and the counts of 12 agencies`,
      facets,
      facetsStock,
    ),
    figure(
      `${name}: search in all languages, with counts, against Payload REST: \`contains\` in one language`,
      search,
      searchStock,
    ),
  ];
};

const opened = async (name: string, payload: Payload): Promise<Figure> => {
  const began = performance.now();
  await archiveOf(payload).index.ready();
  const seconds = `${((performance.now() - began) / 1000).toFixed(0)} s`;
  const memory = `${Math.round(process.memoryUsage().rss / 1e6)} MB resident, all of Payload in it`;
  return {
    what: `${name}: the index made anew from the database`,
    ratio: seconds,
    ours: memory,
    baseline: '–',
    goal: '',
    met: null,
  };
};

const onSqlite = async (): Promise<Figure[]> => {
  await using scratch = await makeScratch('archive');
  const file = join(scratch.path, 'studio.db');
  const studio = await openStudio(scratch.path, `file:${file}`, ['curator'], 'archive-screen');
  const cast = await makeCast(studio.payload, { topics: 60, places: 60, agencies: 12 });
  fillSqlite(file, cast, count, progressOf('pictures'));
  const figures = [await opened('SQLite', studio.payload), ...(await measureOn('SQLite', studio, cast))];
  archiveOf(studio.payload).index[Symbol.dispose]();
  await studio.payload.destroy();
  return figures;
};

const onMongo = async (server: MongoServer): Promise<Figure[]> => {
  await using scratch = await makeScratch('archive');
  const many = server.name.startsWith('FerretDB') ? fewer : count;
  const name = `${many.toLocaleString('en')} on ${server.name}`;
  const url = new URL(server.uri);
  url.pathname = `/bench${Date.now()}`;
  const studio = await openStudio(scratch.path, url.href, ['curator'], 'archive-screen');
  const cast = await makeCast(studio.payload, { topics: 60, places: 60, agencies: 12 });
  await fillMongo(url.href, cast, many, progressOf(`pictures on ${server.name}`));
  const figures = [await opened(name, studio.payload), ...(await measureOn(name, studio, cast))];
  archiveOf(studio.payload).index[Symbol.dispose]();
  const { connection } = studio.payload.db as unknown as { connection: { dropDatabase(): Promise<unknown> } };
  await connection.dropDatabase();
  await studio.payload.destroy();
  return figures;
};

/** Measures the archive screen over 200,000 pictures against Payload's own REST for the nearest thing that it can be asked. */
export const measureArchiveScreen = async (): Promise<Section> => {
  say('archive: 200,000 pictures');
  const figures = await onSqlite();
  const mongo = await findMongo();
  if ('reasons' in mongo) say(`archive: NOT MEASURED ON MONGODB (${mongo.reasons.join('; ')})`);
  else {
    await using _ending = promiseEnd(async () => mongo[Symbol.asyncDispose]());
    figures.push(...(await onMongo(mongo)));
  }
  return {
    title: 'The archive screen: 200,000 pictures in three languages',
    command: 'npm run bench -- archive-screen',
    how: 'Pictures are made up and put below the studio; the studio is asked at its door, in one process, by a curator who may see 19 of 20 of them. What is timed is everything that the screen asks for at once: counts of all facets, the shape of everything found, and the first hundred pictures with their words. MongoDB is the server of `MONGODB_URI`, else what the tests find.',
    figures,
  };
};
