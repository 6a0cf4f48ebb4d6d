import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ask, untilStatus } from '../support/delivery.ts';
import { savePicture } from '../support/form.ts';
import type { Stage } from '../support/stage.ts';
import { untilSeen } from '../support/visit.ts';

const words = {
  vi: ['Thuyền thúng buổi sớm', 'Một chiếc thuyền thúng trên mặt nước phẳng.', 'Bến cá lúc năm giờ sáng.'],
  en: ['A basket boat at dawn', 'A round basket boat on still water.', 'The fishing quay at five in the morning.'],
  fr: ['Bateau-panier à l’aube', 'Un bateau-panier rond sur une eau calme.', 'Le quai des pêcheurs à cinq heures.'],
  zh: ['清晨的簸箕船', '一只圆形簸箕船浮在平静的水面上。', '清晨五点的渔码头。'],
} as const;

/** A photograph as a telephone makes it: on its side, with the place where it was taken. */
const photograph = async (file: string): Promise<void> => {
  const noise = { type: 'gaussian', mean: 130, sigma: 20 } as const;
  await sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#3a6f7a', noise } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Model: 'T-2041' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 46/1 0/1' } })
    .jpeg()
    .toFile(file);
};

const describeIt = async (page: Page): Promise<void> => {
  for (const [locale, [title, alt, caption]] of Object.entries(words)) {
    await page.fill(`#image-title-${locale}`, title);
    await page.fill(`#image-alt-${locale}`, alt);
    await page.fill(`#image-caption-${locale}`, caption);
  }
  await page.fill('#image-creator', 'Ngô Thu Trang');
  await page.fill('#image-takenOn', '2024-11');
};

/** Goes towards another page, is asked, and stays. */
const almostLeave = async (page: Page): Promise<void> => {
  await page.locator('.step-nav__home').click();
  await page.getByText('Ảnh và phần mô tả chưa vào kho.').waitFor();
  await page.click('#leave-stay');
  expect(await page.inputValue('#image-title-vi')).toBe(words.vi[0]);
  expect(await page.locator('#content-language').isVisible()).toBe(false);
};

/** Clicks the picture, once it is there in its size. @returns where the mark stands now, as fractions of width and height */
const pointAt = async (page: Page): Promise<[number, number]> => {
  const picture = page.locator('#image-focus');
  await picture.locator('img').evaluate((img) => (img as HTMLImageElement).decode());
  await picture.click({ position: { x: 60, y: 90 } });
  return picture.evaluate((frame) => {
    const [box, mark] = [frame, frame.querySelector('.bt-picture__focus')].map((one) => one?.getBoundingClientRect());
    if (!box || !mark) throw new Error('There is no mark on the picture');
    const [x, y] = [mark.x + mark.width / 2 - box.x, mark.y + mark.height / 2 - box.y];
    if (Math.hypot(x - 60, y - 90) > 3) throw new Error(`The mark stands at ${x}, ${y}`);
    return [x / box.width, y / box.height];
  });
};

/** A picture from the telephone to the public, by two people. */
export const aCuratorTakesInAPhotograph = (stage: () => Stage): void => {
  describe('a curator', () => {
    let address = '';
    let slug = '';
    let pointed: [number, number] = [0, 0];

    it('takes in a photograph with its words in four languages and points at what matters in it', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'benthanh-photograph-'));
      const file = join(folder, 'IMG_2041.jpg');
      await photograph(file);
      await stage().as('curator', async (visit) => {
        const { page } = visit;
        await visit.open('/admin');
        await page.getByRole('link', { name: 'Tải ảnh lên' }).click();
        await untilSeen(page.getByText('IMG_2041.jpg'), () => page.locator('#image-file').setInputFiles(file));
        await describeIt(page);
        await almostLeave(page);
        await page.click('#image-send');
        await page.getByText('Ảnh đã vào kho.').waitFor();
        await page.locator('#image-focus img').waitFor();
        address = new URL(page.url()).pathname;
        pointed = await pointAt(page);
        await savePicture(page);
      });
      await rm(folder, { recursive: true });
      const { body } = await (await stage().caller('curator')).get(
        `/api/images/${address.split('/').at(-1)}?locale=vi`,
      );
      slug = body.slug;
      expect(body.focusX).toBeCloseTo(pointed[0], 2);
      expect(body.focusY).toBeCloseTo(pointed[1], 2);
      expect(body.title).toBe(words.vi[0]);
    });

    it('is told why a picture without credit and rights is not released, completes it, and a second one releases it', async () => {
      await stage().as('secondCurator', async (visit) => {
        const { page } = visit;
        await visit.open(address);
        await page.click('#action-release');
        const refusal = page.locator('.bt-release .bt-refusal').first();
        await refusal.waitFor();
        expect(await refusal.textContent()).toContain('Thuyền thúng buổi sớm (nguồn ảnh, bản quyền)');
      });
      expect((await ask(stage().house, `vi/images/${slug}`)).status).toBe(404);
      await stage().as('curator', async (visit) => {
        const { page } = visit;
        await visit.open(address);
        await page.fill('#field-credit', 'Ảnh: Ngô Thu Trang');
        await page.locator('#field-rights .rs__control').click();
        await page.locator('.rs__option').filter({ hasText: 'CC BY' }).first().click();
        await savePicture(page);
      });
      await stage().as('secondCurator', async (visit) => {
        await visit.open(address);
        await visit.page.click('#action-release');
        await visit.page.getByText('Đã phát hành', { exact: true }).waitFor();
      });
    });

    it('gave the public a clean picture: the right way up, without its place, with its words', async () => {
      const { body } = await untilStatus(stage().house, `vi/images/${slug}`, 200);
      const { title, alt, caption, credit, creator, date, focus, sources, alternates } = body.data;
      expect([title, alt, caption]).toEqual(words.vi);
      expect([credit, creator, date]).toEqual(['Ảnh: Ngô Thu Trang', 'Ngô Thu Trang', '2024-11']);
      expect(focus[0]).toBeCloseTo(pointed[0], 2);
      expect(alternates.map(({ locale }: { locale: string }) => locale)).toEqual(['en', 'fr', 'zh-Hans', 'zh-Hant']);
      const bytes = Buffer.from(await (await fetch(sources.at(-1).href)).arrayBuffer());
      const { width = 0, height = 0, orientation = 1 } = await sharp(bytes).metadata();
      expect([height > width, orientation]).toEqual([true, 1]);
      expect(bytes.includes('T-2041')).toBe(false);
      expect(bytes.includes('Ngô Thu Trang')).toBe(true);
    });
  });
};
