import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { takeIn } from '#media/intake/intake.ts';
import { openMasterReader, openMasterStore } from '#media/intake/master-store.ts';
import { deriveRenditions } from '#media/pixels/derive.ts';
import { examine } from '#media/pixels/examine.ts';
import { everything, fromMasterEach, fromOneDecode, oneWidth } from './support/bare-sharp.ts';
import { compareCpu, rounds } from './support/cpu.ts';
import { makeScratch } from './support/endings.ts';
import { photograph, withNumber } from './support/photograph.ts';
import { say } from './support/progress.ts';
import type { Section } from './support/report.ts';

const words = { credit: 'Bench', creator: 'Bench', rights: 'http://creativecommons.org/licenses/by/4.0/' };

/** As wide as a page of the web. */
const web = 1600;

/** Taking in and releasing a picture that nobody has seen, from the first byte to the last file. */
const openIntake = async (folder: string, master: Buffer) => {
  const store = await openMasterStore(join(folder, 'ours'));
  const reader = openMasterReader(join(folder, 'ours'));
  let number = 0;
  return async (): Promise<void> => {
    number += 1;
    const { sha256 } = await takeIn(store, withNumber(master, number), { filename: 'bench.jpg', examine });
    await deriveRenditions(await reader.read(sha256), { words, accessCopy: true });
  };
};

/** Measures what is made of a picture against bare sharp on the same file. */
export const measureImages = async (): Promise<Section> => {
  say('images: what is made of one, against bare sharp');
  const master = await photograph();
  await using scratch = await makeScratch('images');
  const bare = join(scratch.path, 'bare');
  await mkdir(bare);
  const derive = (widths?: readonly number[]) => deriveRenditions(master, { words, ...(widths && { widths }) });
  return {
    title: `Pictures: a JPEG of 24 megapixels (${(master.length / 1e6).toFixed(1)} MB)`,
    command: 'npm run bench -- images',
    how: `CPU time of a process that works with one thread, median of ${rounds} rounds in turns. Ours includes what the public contract asks for: rights written into every file, hashes, the ThumbHash. The baseline is sharp alone with the same settings.`,
    figures: [
      await compareCpu({
        what: 'taken in and released (stored durably, hashed, seen to be sound, described, five widths in WebP and JPEG, hashes of its look, ThumbHash, access copy), against bare sharp making the same from one decode',
        ours: await openIntake(scratch.path, master),
        baseline: () => everything(bare, master),
        atMost: 1.25,
      }),
      await compareCpu({
        what: 'five widths in WebP and JPEG, against a decode for each',
        ours: () => derive(),
        baseline: () => fromMasterEach(master),
        atMost: 0.6,
      }),
      await compareCpu({
        what: 'five widths in WebP and JPEG, against one bare decode for all',
        ours: () => derive(),
        baseline: () => fromOneDecode(master),
        atMost: 1.1,
      }),
      await compareCpu({
        what: `a web size (${web} pixels) in WebP and JPEG, against one bare decode`,
        ours: () => derive([web]),
        baseline: () => oneWidth(master, web),
        atMost: 1.1,
      }),
    ],
  };
};
