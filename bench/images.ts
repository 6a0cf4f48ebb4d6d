import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { deriveRenditions } from '#media/derive.ts';
import { examine } from '#media/examine.ts';
import { takeIn } from '#media/intake.ts';
import { openMasterStore } from '#media/master-store.ts';
import { renditionWidths } from '#media/renditions.ts';
import { makeScratch } from './support/endings.ts';
import { photograph } from './support/photograph.ts';
import { say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';

const words = { credit: 'Bench', creator: 'Bench', rights: 'http://creativecommons.org/licenses/by/4.0/' };
const rounds = 3;

/** Milliseconds of CPU, all threads together: on a shared machine they are steadier than the clock. */
const cpuOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Ours and the baseline in turns, so that both meet the same machine. */
const compare = async (
  what: string,
  goal: number,
  ours: () => Promise<unknown>,
  baseline: () => Promise<unknown>,
): Promise<Figure> => {
  const taken: { ours: number[]; baseline: number[] } = { ours: [], baseline: [] };
  for (let round = 0; round < rounds; round += 1) {
    taken.ours.push(await cpuOf(ours));
    taken.baseline.push(await cpuOf(baseline));
  }
  const [mine, theirs] = [median(taken.ours), median(taken.baseline)];
  const ratio = theirs / mine;
  return {
    what,
    ours: `${Math.round(mine)} ms CPU`,
    baseline: `${Math.round(theirs)} ms CPU`,
    ratio: `${ratio.toFixed(2)} ×`,
    goal: `≥ ${goal} ×`,
    met: ratio >= goal,
  };
};

const encode = (input: Sharp) =>
  Promise.all([
    input.clone().webp({ quality: 80, effort: 2 }).toBuffer(),
    input.clone().jpeg({ quality: 80, progressive: true }).toBuffer(),
  ]);

/** What bare sharp needs when each size is made from the master, and when all are made from one decoded copy. */
const perSize = async (master: Buffer): Promise<void> => {
  for (const width of renditionWidths) await encode(sharp(master).autoOrient().resize(width));
};

const oneDecode = async (master: Buffer): Promise<void> => {
  const { data, info } = await sharp(master).autoOrient().resize(2400).raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  for (const width of renditionWidths) await encode(sharp(data, { raw }).resize(width));
};

const decodeAndHash = async (master: Buffer): Promise<void> => {
  createHash('sha256').update(master).digest('hex');
  await sharp(master).autoOrient().resize(400, 400, { fit: 'inside' }).raw().toBuffer();
};

/** Measures deriving and taking in against bare sharp on the same file. */
export const measureImages = async (): Promise<Section> => {
  say('images: deriving and taking in');
  const master = await photograph();
  await using scratch = await makeScratch('images');
  const store = await openMasterStore(scratch.path);
  const derive = () => deriveRenditions(master, { words });
  const intake = () => takeIn(store, master, { filename: 'bench.jpg', examine });
  await derive();
  return {
    title: `Pictures: a JPEG of 24 megapixels (${(master.length / 1e6).toFixed(1)} MB)`,
    command: 'npm run bench -- images',
    how: `CPU time, all threads, median of ${rounds} runs in turns. Ours includes hashes, rights and the ThumbHash; the baseline is sharp alone with the same settings.`,
    figures: [
      await compare('five widths in WebP and JPEG, against a decode for each', 1.2, derive, () => perSize(master)),
      await compare('five widths in WebP and JPEG, against one bare decode', 0.9, derive, () => oneDecode(master)),
      await compare(
        'taking in (hash, durable copy, soundness, ThumbHash, focus), against decode and hash alone',
        0.5,
        intake,
        () => decodeAndHash(master),
      ),
    ],
  };
};
