import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bodyOf, completeText } from '../../support/lexical.ts';
import { untilStatus } from '../support/delivery.ts';
import { takePicture } from '../support/pictures.ts';
import type { Stage } from '../support/stage.ts';
import { phone } from '../support/visit.ts';

const title = 'Cảng hành khách mở lại bến số 3';
const stamped = 'Trích phụ lục kế hoạch 12/KH, bản TỐI MẬT, về luồng tàu vào cảng.';

/** An article with a stamp in it, written by one person and published by another. @returns id, and where it would stand outside */
const publish = async (stage: Stage): Promise<{ id: string; slug: string }> => {
  const editor = await stage.caller('editor');
  const written = { ...completeText(title), body: bodyOf(['Bến mở lại từ thứ Hai.', stamped]), source: 'vi' };
  const made = await editor.post('/api/articles?locale=vi&draft=true&depth=0', written);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const { id, revision, slug } = made.body.doc;
  const publisher = await stage.caller('publisher');
  const done = await publisher.post(`/api/articles/${id}/publish`, { locale: 'vi', revision });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  return { id, slug };
};

/** Nothing on the page that keeps people who hear it, or use the keys alone, from working. */
const isAccessible = async (page: Page, part = '.bt-secrecy'): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
};

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** A stamp that somebody pasted stays in until an officer has said of the very words that they may go. */
export const anOfficerLetsWordsGo = (stage: () => Stage): void => {
  describe('an officer who is asked about words of secrecy', () => {
    let [id, slug] = ['', ''];

    it('finds them on the desk and on their page, also on a telephone', async () => {
      ({ id, slug } = await publish(stage()));
      for (const size of [undefined, phone]) {
        await stage().as(
          'officer',
          async (visit) => {
            const { page } = visit;
            await page.locator('.bt-card--secrecy').getByText(title).waitFor();
            await page.locator('.bt-card--secrecy .bt-card__more a').click();
            const card = page.locator('.bt-secrecy__case').filter({ hasText: title });
            await card.locator('mark', { hasText: 'TỐI MẬT' }).waitFor();
            expect(await fits(page)).toBe(true);
            await isAccessible(page);
            if (!size) await takePicture(page, 'secrecy');
          },
          size ? { size } : {},
        );
      }
      await untilStatus(stage().house, `vi/articles/${slug}`, 404);
    });

    it('and the editor is told where they stand, and not which', async () => {
      for (const size of [phone, undefined]) {
        await stage().as(
          'editor',
          async (visit) => {
            const { page } = visit;
            await visit.open(`/admin/collections/articles/${id}?locale=vi`);
            const kept = page.locator('.bt-kept');
            await kept.getByText('Nội dung').first().waitFor();
            expect(await kept.textContent()).not.toContain('TỐI MẬT');
            await kept.scrollIntoViewIfNeeded();
            expect(await fits(page)).toBe(true);
            await isAccessible(page, '.bt-kept');
            if (!size) await takePicture(page, 'kept-in');
          },
          size ? { size } : {},
        );
      }
    });

    it('lets them go with a reason, by the keys alone, and they are public', async () => {
      await stage().as('officer', async (visit) => {
        const { page } = visit;
        await visit.open('/admin/secrecy');
        const card = page.locator('.bt-secrecy__case').filter({ hasText: title });
        expect(await card.getByRole('button').first().isDisabled()).toBe(true);
        await card.locator('textarea').focus();
        await page.keyboard.type('Đã giải mật theo Quyết định 5/2026');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.getByText('Đã cho phát hành đoạn này.').waitFor();
        await card.waitFor({ state: 'detached' });
      });
      await untilStatus(stage().house, `vi/articles/${slug}`, 200);
    });
  });
};
