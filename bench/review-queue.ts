import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Payload } from 'payload';
import type { QueueAnswer, QueuePicture } from '#editorial/review-queue/queue-endpoints.ts';
import { makeScratch } from './support/endings.ts';
import { type Cast, fillSqlite } from './support/made-up-archive.ts';
import { percentile } from './support/percentile.ts';
import { progressOf, say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';
import { type Ask, openStudio } from './support/studio-here.ts';
import { halfAndMost, timed } from './support/timed.ts';

const count = 5000;
const atOnce = 200;
const goal = 300;
const queue = '/api/images/review-queue';
const reason = 'Bench';

const makeCast = async (payload: Payload): Promise<Cast> => {
  const make = async (collection: 'topics' | 'places' | 'agencies') =>
    String((await payload.create({ collection, locale: 'en', data: { name: collection } as never, depth: 0 })).id);
  const master = {
    sha256: 'ab'.repeat(32),
    bytes: 1,
    type: 'image/jpeg',
    width: 3,
    height: 2,
    pages: 1,
    display: 'whole',
  };
  const [topic, place, agency] = [await make('topics'), await make('places'), await make('agencies')];
  const image = await payload.create({
    collection: 'images',
    locale: 'en',
    data: { title: 'First', topics: [topic], places: [place], agency } as never,
    context: { taken: { master, thumbhash: 'YJqGPQw7sFlslqhFafSE+Q6oJ1h2iHB2Rw==' } },
    depth: 0,
  });
  return { original: String(image.id), topics: [topic], places: [place], agencies: [agency] };
};

/** As an import of old material leaves them: each of bytes of its own, and nobody has said what they are. */
const makeOld = (file: string): void => {
  const database = new DatabaseSync(file, { timeout: 15_000 });
  database.exec(`
    UPDATE images SET master_sha256 = lower(hex(randomblob(32)));
    UPDATE markings SET level = 'unreviewed', seal = 'unreviewed|';
    ANALYZE;`);
  database.close();
};

const pagesOf = async (officer: Ask): Promise<{ pictures: QueuePicture[]; times: number[] }> => {
  const pictures: QueuePicture[] = [];
  const times: number[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const path = `${queue}/pictures?limit=100${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`;
    const began = performance.now();
    const answer = (await officer(path)) as QueueAnswer;
    times.push(performance.now() - began);
    pictures.push(...answer.pictures);
    after = answer.next;
  }
  return { pictures, times };
};

const pageFigure = (what: string, ours: readonly number[], stock: readonly number[]): Figure => {
  const [our95, stock95] = [percentile(ours, 0.95), percentile(stock, 0.95)];
  return {
    what,
    ratio: `${(stock95 / our95).toFixed(1)} ×`,
    ...{ ours: halfAndMost(ours), baseline: halfAndMost(stock), goal: `p95 < ${goal} ms`, met: our95 < goal },
  };
};

const paceFigure = (what: string, ours: number, one: number): Figure => ({
  what,
  ...{ ours: `${ours.toFixed(1)} / s`, baseline: `${one.toFixed(1)} / s`, ratio: `${(ours / one).toFixed(2)} ×` },
  ...{ goal: '', met: null },
});

const post = (ask: Ask, path: string, json: object) => ask(path, { method: 'POST', body: JSON.stringify(json) });

/** How many of these a second. */
const pace = async (pictures: readonly QueuePicture[], work: () => Promise<void>): Promise<number> => {
  const [took = 0] = await timed([work]);
  return (1000 * pictures.length) / took;
};

const each = (pictures: readonly QueuePicture[], work: (one: QueuePicture) => Promise<unknown>) => async () => {
  for (const one of pictures) await work(one);
};

const raisings = async (officer: Ask, pictures: readonly QueuePicture[]): Promise<Figure> => {
  const [many, single] = [pictures.slice(0, atOnce), pictures.slice(atOnce, 2 * atOnce)];
  const items = many.map(({ marking }) => ({ marking }));
  const ours = await pace(many, async () => {
    await post(officer, `${queue}/raise`, { items, level: 'restricted', reason });
  });
  const alone = { level: 'restricted', basis: reason };
  const one = await pace(
    single,
    each(single, ({ marking }) => post(officer, `/api/markings/${marking}/raise`, alone)),
  );
  return paceFigure(`${atOnce} marked restricted in one request, against one request each`, ours, one);
};

type Seen = Readonly<Record<string, { readonly fingerprint: string }>>;

const proposings = async (officer: Ask, pictures: readonly QueuePicture[]): Promise<Figure> => {
  const [many, single] = [pictures.slice(0, atOnce), pictures.slice(atOnce, 2 * atOnce)];
  const ours = await pace(many, async () => {
    const items: object[] = [];
    for (let at = 0; at < many.length; at += 20) {
      const names = many.slice(at, at + 20).map(({ marking }) => marking);
      const { openings } = (await officer(`${queue}/openings?markings=${names.join()}`)) as { openings: Seen };
      items.push(...names.map((marking) => ({ marking, fingerprint: openings[marking]?.fingerprint })));
    }
    await post(officer, `${queue}/propose`, { items, level: 'internal', reason });
  });
  const one = await pace(
    single,
    each(single, async ({ marking }) => {
      const { fingerprint } = (await officer(`/api/markings/${marking}/lowering/opens`)) as { fingerprint: string };
      await post(officer, `/api/markings/${marking}/lowering/propose`, { level: 'internal', reason, fingerprint });
    }),
  );
  return paceFigure(`${atOnce} looked at and proposed for internal, against one by one`, ours, one);
};

/** `npm run bench -- review-queue`: pages of 5,000 pictures that nobody has judged, and decisions about many of them at once. */
export const measureReviewQueue = async (): Promise<Section> => {
  await using scratch = await makeScratch('review-queue');
  const file = join(scratch.path, 'studio.db');
  const { payload, person } = await openStudio(scratch.path, `file:${file}`, ['administrator'], 'review-queue');
  fillSqlite(file, await makeCast(payload), count - 1, progressOf('pictures'));
  makeOld(file);
  const officer = await person(['security-officer'], { clearance: 'restricted' });
  // What somebody is shown for the first time leaves a line each, which later looks of the hour do not
  const { pictures, times: first } = await pagesOf(officer);
  const { times: again } = await pagesOf(officer);
  say(`review-queue: ${pictures.length} pictures in ${first.length} pages`);
  const stock = '/api/images?depth=1&locale=all&limit=100&sort=createdAt&where[marking.level][equals]=unreviewed';
  const asked = await timed(first.map((_, at) => () => officer(`${stock}&page=${at + 1}`)));
  const figures = [
    pageFigure('a page of 100, seen for the first time', first, asked),
    pageFigure('a page of 100, seen again', again, asked),
    await raisings(officer, pictures),
    await proposings(officer, pictures.slice(2 * atOnce)),
  ];
  await payload.destroy();
  return {
    title: 'Review queue: 5,000 pictures that nobody has judged',
    command: 'npm run bench -- review-queue',
    how: 'A security officer walks through the whole queue, page by page, with the hints of the scan at every picture; the baseline is the stock list of the same pictures, without hints. Then 200 are decided in one request, each with its transaction and its lines of the audit log; the baseline decides another 200 with a request each. One process, embedded database.',
    figures,
  };
};
