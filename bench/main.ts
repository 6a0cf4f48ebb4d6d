/**
 * `npm run bench` measures everything and writes `bench/RESULTS.md`; `npm run bench -- <part …> [--articles N]` measures
 * parts, or at another size, and only prints. `--pictures N` is the size of a folder that is taken in;
 * `--rows <words>` leaves out the figures of clearance whose names lack the words. Parts: city, withdraw,
 * delivery, rebuild, images, intake, iiif, look-alikes, archive-screen, workbench, checks, memory, terms, exchange, packs, coverage,
 * clearance, twins, secrecy, review-queue, audit, raise, sealing.
 */
import { join } from 'node:path';
import { measureArchiveScreen } from './archive-screen.ts';
import { measureAudit } from './audit.ts';
import { measureChecks } from './checks.ts';
import { measureClearance } from './clearance.ts';
import { measureCoverage } from './coverage.ts';
import { measureDelivery } from './delivery.ts';
import { measureIiif } from './iiif.ts';
import { measureIntake } from './intake.ts';
import { measureLookAlikes } from './look-alikes.ts';
import { measureMemory } from './memory.ts';
import { compareMeasures } from './memory-measures.ts';
import { measurePacks } from './packs.ts';
import { measurePublishing } from './publish.ts';
import { measureRaise } from './raise.ts';
import { measureRebuild } from './rebuild.ts';
import { measureReviewQueue } from './review-queue.ts';
import { measureSealedTexts } from './sealed-texts.ts';
import { measureSealing } from './sealing.ts';
import { measureSecrecy } from './secrecy.ts';
import { measureAgainstStudio } from './studio.ts';
import { Misuse, readWanted } from './support/arguments.ts';
import { openCity } from './support/city.ts';
import { endEverything } from './support/endings.ts';
import { launch } from './support/launch.ts';
import { isSection, printSection, type Section, writeResults } from './support/report.ts';
import { measureTerms } from './terms.ts';
import { measureWithdrawals } from './withdraw.ts';
import { measureWorkbench } from './workbench.ts';

const measureCity = async ({ articles }: Sizes): Promise<Section[]> => {
  await using city = await openCity(articles);
  return [await measureAgainstStudio(city), await measurePublishing(city)];
};

/** How much is measured. */
interface Sizes {
  readonly articles: number;
  readonly askedArticles: number | null;
  readonly pictures: number;
  readonly rows: string;
}

const parts = {
  city: measureCity,
  withdraw: async ({ articles }: Sizes) => [await measureWithdrawals(articles)],
  delivery: async ({ articles }: Sizes) => [await measureDelivery(articles)],
  rebuild: async ({ articles }: Sizes) => [await measureRebuild(articles)],
  images: async () => {
    await using node = await launch('./images-node.ts', [], isSection, { UV_THREADPOOL_SIZE: '1' });
    return [node.message];
  },
  intake: async ({ pictures }: Sizes) => [await measureIntake(pictures)],
  exchange: async () => {
    await using node = await launch('./exchange-node.ts', [], isSection);
    return [node.message];
  },
  packs: async () => [await measurePacks()],
  iiif: async () => [await measureIiif()],
  'look-alikes': () => Promise.resolve([measureLookAlikes()]),
  checks: () => Promise.resolve([measureChecks()]),
  'review-queue': async () => [await measureReviewQueue()],
  sealing: async () => [await measureSealing(), await measureSealedTexts()],
  secrecy: () => Promise.resolve([measureSecrecy()]),
  terms: () => Promise.resolve([measureTerms()]),
  'archive-screen': async () => [await measureArchiveScreen()],
  memory: async () => [compareMeasures(), await measureMemory()],
  workbench: async () => [await measureWorkbench()],
  coverage: measureCoverage,
  clearance: async ({ askedArticles, rows }: Sizes) => [await measureClearance(askedArticles ?? 100_000, rows)],
  twins: async () => {
    await using node = await launch('./twins-node.ts', [], isSection);
    return [node.message];
  },
  audit: async () => [await measureAudit()],
  raise: async ({ articles }: Sizes) => [await measureRaise(articles)],
} satisfies Record<string, (sizes: Sizes) => Promise<Section[]>>;
type Part = keyof typeof parts;

const measure = async (): Promise<void> => {
  const wanted = readWanted(process.argv.slice(2), Object.keys(parts) as Part[], { articles: 5000, pictures: 1000 });
  const sections: Section[] = [];
  for (const part of wanted.parts) {
    const found = await parts[part](wanted);
    found.forEach(printSection);
    sections.push(...found);
  }
  if (!wanted.isWhole) return;
  await writeResults(join(import.meta.dirname, 'RESULTS.md'), new Date().toISOString().slice(0, 10), sections);
};

let isStopped = false;

/** Ctrl-C or an end from outside: work under way is left where it stands. @returns the status that a shell gives to it */
const stopped = (): Promise<number> => {
  const { promise, resolve } = Promise.withResolvers<number>();
  const stop = () => {
    isStopped = true;
    resolve(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  return promise;
};

/** @returns the status to end with */
const measured = async (): Promise<number> => {
  try {
    await measure();
    return 0;
  } catch (error) {
    if (!isStopped) console.error(error instanceof Misuse ? error.message : error);
    return error instanceof Misuse ? 2 : 1;
  }
};

const status = await Promise.race([stopped(), measured()]);
await endEverything();
process.exit(status);
