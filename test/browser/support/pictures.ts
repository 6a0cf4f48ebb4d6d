import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

const folder = resolve(import.meta.dirname, '../../../docs/pictures');

/** Ordinary runs change no file; `PICTURES=1 npx vitest run --project=browser` takes the pictures of the documents anew. */
export const picturesWanted = process.env.PICTURES === '1';

/** Takes a picture of the page as it stands, for `docs/pictures`. */
export const takePicture = async (page: Page, name: string): Promise<void> => {
  if (!picturesWanted) return;
  await page.mouse.move(0, 0);
  // Notices come and go by themselves; a picture without them stays true
  await page.addStyleTag({ content: '.toast-container, [data-sonner-toaster] { display: none !important; }' });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(700);
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await mkdir(folder, { recursive: true });
  await sharp(png)
    .png({ palette: true, quality: 90, effort: 10, compressionLevel: 9 })
    .toFile(join(folder, `${name}.png`));
};
