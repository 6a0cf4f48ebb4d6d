import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { grant } from '../../support/grant.ts';
import { jpegOf, texturedPicture } from '../../support/pictures.ts';
import type { Caller } from '../../support/studio-caller.ts';
import { begin, beginBatch, idOf, piece, settled } from '../../uploads/support/tus.ts';
import { enter } from '../support/cast.ts';
import { takePicture } from '../support/pictures.ts';
import type { Stage } from '../support/stage.ts';
import { desktop, phone } from '../support/visit.ts';

const names = ['cau-cang-1987.jpg', 'ban-do_TUYỆT-MẬT.jpg', 'cho-noi-1992.jpg', 'ben-pha-1994.jpg', 'nha-ga-1990.jpg'];

type Person = Parameters<typeof beginBatch>[0];

/** Brings a folder of old scans in, of which nobody says what they are. */
const bringIn = async (curator: Caller): Promise<void> => {
  const batch = await beginBatch(curator as Person, { level: 'unreviewed' });
  for (const [at, name] of names.entries()) {
    const bytes = await jpegOf(texturedPicture(700 + at));
    const id = idOf(await begin(curator as Person, batch, name, bytes.byteLength));
    expect((await piece(curator as Person, id, bytes, 0)).status).toBe(204);
    expect((await settled(curator as Person, id)).body.state).toBe('done');
  }
};

/** Clearance for people of the story who had none. */
const clear = async (stage: Stage, part: 'secondCurator' | 'publisher'): Promise<void> => {
  const [officer, administrator] = [await stage.caller('officer'), await stage.caller('administrator')];
  const { id } = await enter(stage.house, await stage.member(part));
  await grant([officer, administrator], id, { clearance: 'restricted' });
};

/** Nothing on the page that keeps people who hear it, or use the keys alone, from working. */
const isAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).include('.bt-queue').analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
};

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Goes through everything that becomes readable with the keys, until the button lets somebody act. */
const lookAtAll = async (page: Page): Promise<void> => {
  await page.locator('#queue-opens article').nth(1).waitFor();
  await page.locator('#queue-opens').focus();
  const act = page.locator('#queue-act');
  await expect
    .poll(
      async () => {
        await page.keyboard.press('PageDown');
        return act.isEnabled();
      },
      { timeout: 15_000, interval: 150 },
    )
    .toBe(true);
};

/** Old pictures of which nobody has said what they are, judged by the keys alone, by one person upwards and by two downwards. */
export const oldPicturesAreJudged = (stage: () => Stage): void => {
  describe('old pictures', () => {
    it('wait for an officer with what points to secrecy, also on a telephone', async () => {
      await clear(stage(), 'secondCurator');
      await clear(stage(), 'publisher');
      await bringIn(await stage().caller('secondCurator'));
      await stage().as('officer', async (visit) => {
        const { page } = visit;
        await visit.open('/admin');
        const way = await page.locator('#nav-review-queue').getAttribute('href');
        await visit.open(String(way));
        await page.locator('.bt-queue__bar').getByText('Chưa chọn ảnh nào').waitFor();
        expect(await page.locator('#queue-decide').isDisabled()).toBe(true);
        for (const size of [desktop, phone]) {
          await page.setViewportSize(size);
          await page.locator('.bt-queue__tile .bt-queue__hint', { hasText: 'TUYỆT-MẬT' }).waitFor();
          await expect.poll(() => page.locator('.bt-queue__tile').count()).toBe(names.length);
          await expect.poll(() => fits(page)).toBe(true);
          await isAccessible(page);
        }
      });
    });

    it('are marked restricted by one person, several at once, without a mouse', async () => {
      await stage().as('officer', async (visit) => {
        const { page } = visit;
        await visit.open('/admin/review-queue');
        await page.locator('#queue-grid').focus();
        for (const key of ['j', 'x', 'u', 'x', 'Shift+J', '2']) await page.keyboard.press(key);
        await page.locator('.bt-queue__tile[aria-selected=true]').nth(1).waitFor();
        await page.keyboard.press('k');
        await page.locator('.bt-queue__side .bt-queue__hint', { hasText: 'TUYỆT-MẬT' }).first().waitFor();
        await takePicture(page, 'review-queue');
        await page.keyboard.press('Enter');
        await page.locator('#queue-reason').focus();
        await page.keyboard.type('Có dấu mật trên bản gốc');
        await page.locator('#queue-act').press('Enter');
        await page.locator('#queue-progress').getByText('Đã xong: 2 trên 2').waitFor();
        await page.locator('#queue-close').press('Enter');
        await expect.poll(() => page.locator('.bt-queue__tile').count()).toBe(names.length - 2);
      });
    });

    it('are proposed for internal by one person, who sees all that would become readable', async () => {
      await stage().as(
        'officer',
        async (visit) => {
          const { page } = visit;
          await visit.open('/admin/review-queue');
          await page.locator('#queue-grid').focus();
          for (const key of ['x', 'Shift+J', '1', 'Enter']) await page.keyboard.press(key);
          await page.locator('#queue-reason').fill('Plan for old scans, 2026');
          await page.locator('#queue-opens article').nth(1).waitFor();
          expect(await page.locator('#queue-act').isDisabled()).toBe(true);
          await lookAtAll(page);
          await page.locator('#queue-act').press('Enter');
          await page.locator('#queue-progress').getByText('Done: 2 of 2').waitFor();
          await page.locator('#queue-close').press('Enter');
          await expect.poll(() => page.locator('.bt-queue__tile').count()).toBe(names.length - 4);
        },
        { language: 'en' },
      );
    });

    it('are internal once another person has gone through all of them and agrees', async () => {
      await stage().as(
        'publisher',
        async (visit) => {
          const { page } = visit;
          await visit.open('/admin/review-queue');
          await page.locator('#queue-grid').focus();
          for (const key of ['x', 'Shift+J', 'Enter']) await page.keyboard.press(key);
          await lookAtAll(page);
          await takePicture(page, 'review-queue-agree');
          await page.locator('#queue-act').press('Enter');
          await page.locator('#queue-progress').getByText('Done: 2 of 2').waitFor();
          await page.locator('#queue-close').press('Enter');
          await page.getByText('Nothing waits for your answer.').waitFor();
        },
        { language: 'en' },
      );
      const curator = await stage().caller('curator');
      const where = `where[master.filename][in]=${encodeURIComponent(names.join(','))}`;
      const { body } = await curator.get(`/api/images?depth=0&limit=0&${where}`);
      expect(body.totalDocs).toBe(2);
    });
  });
};
