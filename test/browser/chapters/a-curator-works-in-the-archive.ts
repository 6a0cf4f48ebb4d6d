import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Stage } from '../support/stage.ts';

const foundOn = async (page: Page): Promise<number> =>
  Number((await page.locator('#archive-count').textContent())?.replace(/\D/g, ''));

/** Chooses the first value of a facet that is not "none", and sees as many pictures as stand beside it. @returns its words */
const choose = async (page: Page, facet: string): Promise<string> => {
  const value = page
    .locator('#archive-side .bt-facet')
    .filter({ has: page.locator('legend', { hasText: facet }) })
    .locator('.bt-facet__value')
    .filter({ hasNotText: 'Chưa có' })
    .first();
  const words = (await value.locator('.bt-facet__label').textContent()) ?? '';
  const count = Number((await value.locator('.bt-facet__count').textContent())?.replace(/\D/g, ''));
  expect(count).toBeGreaterThan(0);
  await value.click();
  await page.locator('.bt-archive__chips').getByText(words).waitFor();
  await expect.poll(() => foundOn(page)).toBe(count);
  await expect.poll(() => page.locator('.bt-tile').count()).toBeLessThanOrEqual(count);
  return words;
};

/** Scrolls to the end, where the last pictures are drawn as the first ones were. */
const scrollDown = async (page: Page, total: number): Promise<void> => {
  await page.locator('.bt-archive__frame').evaluate((frame) => frame.scrollTo({ top: frame.scrollHeight }));
  const last = page.locator(`#archive-${total - 1} img`);
  await expect.poll(() => last.evaluate((img) => Reflect.get(img, 'naturalWidth'))).toBeGreaterThan(0);
  await expect.poll(() => page.locator('#archive-0').count()).toBe(0);
};

/** The archive's screen: found, selected by mouse and keys, edited as one, and taken back. */
export const aCuratorWorksInTheArchive = (stage: () => Stage): void => {
  describe('a curator in the archive', () => {
    it('finds, selects by mouse and by keys, and opens', async () => {
      await stage().as('curator', async (visit) => {
        const { page } = visit;
        await visit.open('/admin/archive');
        await page.locator('.bt-tile img').first().waitFor();
        const total = await foundOn(page);
        expect(total).toBeGreaterThan(20);
        const selected = page.locator('.bt-tile[aria-selected=true]');
        await page.locator('#archive-1').click();
        await page.locator('#archive-4').click({ modifiers: ['Shift'] });
        await expect.poll(() => selected.count()).toBe(4);
        await page.locator('#archive-2').click({ modifiers: ['Control'] });
        await expect.poll(() => selected.count()).toBe(3);
        await page.locator('#archive-0').click();
        await page.keyboard.press('Shift+ArrowRight');
        await page.keyboard.press('Shift+ArrowRight');
        await expect.poll(() => selected.count()).toBe(3);
        await page.keyboard.press('Control+a');
        await page.locator('.bt-archive__selection').getByText(String(total)).waitFor();
        await page.keyboard.press('Escape');
        await expect.poll(() => selected.count()).toBe(0);
        await page.fill('#archive-search', 'thuyen thung');
        await expect.poll(() => page.locator('.bt-tile').count()).toBeLessThan(4);
        expect(new URL(page.url()).searchParams.get('q')).toBe('thuyen thung');
        await page.locator('#archive-0').focus();
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/admin\/collections\/images\//);
        await page.goBack();
        await page.locator('.bt-tile img').first().waitFor();
        expect(await page.inputValue('#archive-search')).toBe('thuyen thung');
      });
    });

    it('narrows by place and agency, keeps the search and opens it again, and scrolls to the end', async () => {
      await stage().as('curator', async (visit) => {
        const { page } = visit;
        await visit.open('/admin/archive?size=large');
        await page.locator('.bt-tile img').first().waitFor();
        const total = await foundOn(page);
        await scrollDown(page, total);
        const chosen = [await choose(page, 'Địa điểm'), await choose(page, 'Cơ quan')];
        const some = await foundOn(page);
        await page.fill('#archive-save-name', 'Ảnh để in lịch');
        await page.click('#archive-save');
        const saved = page.locator('.bt-saved__open').filter({ hasText: 'Ảnh để in lịch' });
        await saved.waitFor();
        await page.getByRole('button', { name: 'Bỏ tất cả' }).click();
        await expect.poll(() => foundOn(page)).toBe(total);
        await saved.click();
        await expect.poll(() => foundOn(page)).toBe(some);
        for (const words of chosen) await page.locator('.bt-archive__chips').getByText(words).waitFor();
        await page.locator('.bt-tile img').first().waitFor();
      });
    });

    it('edits a selection, sees it done, and takes it back', async () => {
      await stage().as('curator', async (visit) => {
        const { page } = visit;
        await visit.open('/admin/archive?sort=added-first');
        await page.locator('.bt-tile img').nth(2).waitFor();
        await page.locator('#archive-0').click();
        await page.locator('#archive-2').click({ modifiers: ['Shift'] });
        await page.click('#archive-edit');
        await page.fill('#edit-value', 'Trung tâm Triển lãm');
        await page.locator('#edit-preview').getByText('3').first().waitFor();
        await page.click('#edit-begin');
        const job = page.locator('#archive-jobs-list .bt-job').first();
        await job.locator('.bt-job__state--done').waitFor();
        await job.getByRole('button', { name: 'Hoàn tác' }).click();
        await page.locator('#archive-jobs-list .bt-job').nth(1).getByText('Đã hoàn tác').waitFor();
        await page.locator('#archive-jobs-list .bt-job').first().locator('.bt-job__state--done').waitFor();
      });
    });
  });
};
