import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { QueueAnswer, QueuePicture } from '#editorial/review-queue/queue-endpoints.ts';
import { makeCast } from './support/archive-cast.ts';
import { makeScratch, promiseEnd } from './support/endings.ts';
import type { Cast } from './support/made-up-archive.ts';
import { percentile } from './support/percentile.ts';
import { progressOf, say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';
import { type Ask, openStudio } from './support/studio-here.ts';
import { halfAndMost, timed } from './support/timed.ts';

const count = 5000;
/** Most pictures of one act. */
const atOnce = 200;
/** How often such an act is measured. */
const acts = 2;
/** How often the first page is asked for. */
const looks = 30;
const goal = 300;
const queue = '/api/images/review-queue';
const plain = '/api/images?depth=1&locale=all&limit=100&sort=createdAt&where[marking.level][equals]=unreviewed';
const reason = 'Bench';

const fill = async (file: string, cast: Cast): Promise<void> => {
  const args = [file, JSON.stringify(cast), String(count - 1)];
  const child = fork(join(import.meta.dirname, 'support/old-pictures-node.ts'), args);
  await using _ending = promiseEnd(async () => void child.kill('SIGKILL'));
  const progress = progressOf('review-queue: pictures');
  child.on('message', ({ done, all }: { done: number; all: number }) => progress(done, all));
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`old-pictures-node.ts ended with ${status}`);
};

/** The whole queue, page by page, and how long each page took. */
const walk = async (officer: Ask): Promise<{ pictures: QueuePicture[]; times: number[] }> => {
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

const figure = (what: string, ours: readonly number[], stock: readonly number[], most: number | null): Figure => {
  const [our95, stock95] = [percentile(ours, 0.95), percentile(stock, 0.95)];
  const told = { ours: halfAndMost(ours), baseline: halfAndMost(stock), ratio: `${(stock95 / our95).toFixed(2)} ×` };
  return { what, ...told, ...(most ? { goal: `p95 < ${most} ms`, met: our95 < most } : { goal: '', met: null }) };
};

const pages = async (officer: Ask): Promise<{ figures: Figure[]; pictures: QueuePicture[] }> => {
  const first = () => officer(`${queue}/pictures?limit=100`);
  // What somebody is shown for the first time leaves a line each, which later looks of the hour do not
  const { pictures, times: fresh } = await walk(officer);
  const { times: again } = await walk(officer);
  say(`review-queue: ${pictures.length} pictures in ${fresh.length} pages`);
  const firsts = await timed(Array.from({ length: looks }, () => first));
  const stockFirst = await timed(Array.from({ length: looks }, () => () => officer(plain)));
  const stock = await timed(fresh.map((_, at) => () => officer(`${plain}&page=${at + 1}`)));
  const figures = [
    figure('first page of 100, with the counts of both lists', firsts, stockFirst, goal),
    figure('next page of 100, seen for the first time', fresh.slice(1), stock.slice(1), goal),
    figure('next page of 100, seen again', again.slice(1), stock.slice(1), goal),
  ];
  return { figures, pictures };
};

const post = (ask: Ask, path: string, json: object) => ask(path, { method: 'POST', body: JSON.stringify(json) });

/** Portions of so many pictures, the first half for ours and the second half for the baseline. */
const portions = (pictures: readonly QueuePicture[]): QueuePicture[][] =>
  Array.from({ length: 2 * acts }, (_, at) => pictures.slice(at * atOnce, (at + 1) * atOnce));

type Decide = (pictures: readonly QueuePicture[]) => Promise<void>;

const compare = async (what: string, pictures: readonly QueuePicture[], ours: Decide, one: Decide): Promise<Figure> => {
  const all = portions(pictures);
  const together = await timed(all.slice(0, acts).map((some) => () => ours(some)));
  const apart = await timed(all.slice(acts).map((some) => () => one(some)));
  return figure(what, together, apart, null);
};

const raisings = (officer: Ask, pictures: readonly QueuePicture[]): Promise<Figure> =>
  compare(
    `${atOnce} marked restricted in one request, against one request each`,
    pictures,
    async (some) => {
      const items = some.map(({ marking }) => ({ marking }));
      await post(officer, `${queue}/raise`, { items, level: 'restricted', reason });
    },
    async (some) => {
      for (const { marking } of some)
        await post(officer, `/api/markings/${marking}/raise`, { level: 'restricted', basis: reason });
    },
  );

type Seen = Readonly<Record<string, { readonly fingerprint: string }>>;

const proposings = (officer: Ask, pictures: readonly QueuePicture[]): Promise<Figure> =>
  compare(
    `${atOnce} looked at and proposed for internal, against one by one`,
    pictures,
    async (some) => {
      const items: object[] = [];
      for (let at = 0; at < some.length; at += 20) {
        const names = some.slice(at, at + 20).map(({ marking }) => marking);
        const { openings } = (await officer(`${queue}/openings?markings=${names.join()}`)) as { openings: Seen };
        items.push(...names.map((marking) => ({ marking, fingerprint: openings[marking]?.fingerprint })));
      }
      await post(officer, `${queue}/propose`, { items, level: 'internal', reason });
    },
    async (some) => {
      for (const { marking } of some) {
        const { fingerprint } = (await officer(`/api/markings/${marking}/lowering/opens`)) as { fingerprint: string };
        await post(officer, `/api/markings/${marking}/lowering/propose`, { level: 'internal', reason, fingerprint });
      }
    },
  );

/** The first picture alone: all that were proposed before it, the oldest of the queue, are passed over and counted. */
const behindProposals = async (officer: Ask): Promise<Figure> => {
  const ours = await timed(Array.from({ length: looks }, () => () => officer(`${queue}/pictures?limit=1`)));
  const one = plain.replace('limit=100', 'limit=1');
  const stock = await timed(Array.from({ length: looks }, () => () => officer(one)));
  return figure(`the first picture alone and both counts, behind ${2 * acts * atOnce} that wait`, ours, stock, goal);
};

/** `npm run bench -- review-queue`: pages of 5,000 pictures that nobody has judged, and decisions about many of them at once. */
export const measureReviewQueue = async (): Promise<Section> => {
  await using scratch = await makeScratch('review-queue');
  const file = join(scratch.path, 'studio.db');
  const { payload, person } = await openStudio(scratch.path, `file:${file}`, ['administrator'], 'review-queue');
  await fill(file, await makeCast(payload, { topics: 1, places: 1, agencies: 1 }));
  const officer = await person(['security-officer'], { clearance: 'restricted' });
  const { figures, pictures } = await pages(officer);
  figures.push(await raisings(officer, pictures));
  figures.push(await proposings(officer, pictures.slice(2 * acts * atOnce)));
  figures.push(await behindProposals(officer));
  await payload.destroy();
  return {
    title: 'Review queue: 5,000 pictures that nobody has judged',
    command: 'npm run bench -- review-queue',
    how: `A security officer walks through the whole queue, page by page, with the hints of the scan at every picture; the baseline is the plain list of the same pictures, without hints. Then ${atOnce} are decided in one request, ${acts} times, each picture with its transaction and its lines of the audit log; the baseline decides as many others with a request each; behind those that wait for a second person the first picture that waits for nobody is asked for, against one picture of the plain list. One process, embedded database.`,
    figures,
  };
};
