import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { takePicture } from '../support/pictures.ts';
import { letProofsAge, takeAlong } from '../support/proof.ts';
import type { Stage } from '../support/stage.ts';
import { phone, tablet } from '../support/visit.ts';

const foundOn = async (page: Page): Promise<number> =>
  Number((await page.locator('#coverage-found').textContent())?.replace(/\D/g, ''));

const rowsOn = (page: Page) => page.locator('#coverage-table tbody tr');

/** Nothing of the page lies beside the window, so that nobody scrolls sideways. */
const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** The table of translations: what is missing is found, counted, sent as an address, and led to. */
export const everythingStandsInOneTable = (stage: () => Stage): void => {
  describe('the table of translations', () => {
    it('shows everything, counts it, and leads to what is missing', async () => {
      await stage().as('editor', async (visit) => {
        const { page } = visit;
        await visit.open('/admin');
        await page.locator('#nav-coverage').waitFor({ state: 'attached' });
        await visit.open('/admin/translations');
        await rowsOn(page).first().waitFor();
        const total = await foundOn(page);
        expect(total).toBeGreaterThan(20);
        expect(await fits(page)).toBe(true);
        await takePicture(page, 'translations');
        const missing = page.getByRole('button', { name: /^Tiếng Pháp, Chưa có:/ });
        const count = Number((await missing.textContent())?.replace(/\D/g, ''));
        expect(count).toBeGreaterThan(0);
        await missing.click();
        await expect.poll(() => foundOn(page)).toBe(count);
        expect(new URL(page.url()).search).toBe('?language=fr&state=missing');
        expect(await missing.getAttribute('aria-pressed')).toBe('true');
        const cells = page.locator('#coverage-table tbody td a.bt-state');
        await expect
          .poll(() => cells.allTextContents())
          .toSatisfy((all: string[]) => all.every((one) => one === 'Chưa có'));
        await page.reload();
        await expect.poll(() => foundOn(page)).toBe(count);
        await page.click('#coverage-clear');
        await expect.poll(() => foundOn(page)).toBe(total);
        await page.goBack();
        await expect.poll(() => foundOn(page)).toBe(count);
        await cells.first().focus();
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/admin\/(translate\/\w+\/[\w-]+\/fr|collections\/\w+\/[\w-]+\?locale=fr)/);
      });
    });

    it('is searched in any language, put in order, and taken along as a file', async () => {
      await stage().as('editor', async (visit) => {
        const { page } = visit;
        await visit.open('/admin/translations?collection=articles');
        await rowsOn(page).first().waitFor();
        await page.fill('#coverage-search', 'cho ben thanh');
        await expect.poll(() => foundOn(page)).toBeGreaterThan(0);
        await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('cho ben thanh');
        await page.getByRole('button', { name: 'Tiêu đề', exact: false }).last().click();
        const head = page.getByRole('columnheader', { name: 'Tiêu đề' });
        await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending');
        letProofsAge(stage().house);
        const file = await takeAlong(page, '#coverage-csv', await stage().member('editor'));
        expect(file.suggestedFilename()).toBe('translations.csv');
      });
    });

    it.each([
      ['a telephone', phone],
      ['a tablet', tablet],
    ] as const)('fits on %s', async (_, size) => {
      await stage().as(
        'editor',
        async (visit) => {
          const { page } = visit;
          await visit.open('/admin/translations');
          await rowsOn(page).first().waitFor();
          expect(await fits(page)).toBe(true);
        },
        { size },
      );
    });
  });
};
