import { describe, expect, it } from 'vitest';
import type { Stage } from '../support/stage.ts';

/** Saved versions: a list, two side by side, and one brought back. */
export const anEditorLooksBack = (stage: () => Stage): void => {
  describe('the history', () => {
    it('lists what was saved, shows what changed, and brings a version back as a draft', async () => {
      const editor = await stage().caller('editor');
      const made = await editor.post('/api/articles?locale=vi&draft=true', { title: 'Bản thứ nhất', summary: 'Một.' });
      const { id, revision } = made.body.doc;
      const address = `/api/articles/${id}?locale=vi&draft=true&depth=0`;
      await editor.patch(address, { title: 'Bản thứ hai', revision });
      const before = (await editor.get(address)).body;
      await stage().as('editor', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/collections/articles/${id}?locale=vi`);
        await page
          .getByRole('link', { name: /Lịch sử|Phiên bản/ })
          .first()
          .click();
        await page.waitForURL(/\/versions/);
        await page.locator('tbody tr').nth(1).waitFor();
        expect(await page.locator('tbody tr').count()).toBe(2);
        await page.locator('tbody tr').nth(1).locator('a').first().click();
        await page.waitForURL(/\/versions\/[^/]+/);
        await page.getByText('Bản thứ nhất').first().waitFor();
        await visit.open(`${new URL(page.url()).pathname}?locale=vi`);
        await page.click('#action-restore');
        await page.click('#confirm-restore');
        await page.waitForURL((url) => url.pathname.endsWith(String(id)));
        await page.locator('#field-title').waitFor();
        await expect.poll(() => page.inputValue('#field-title')).toBe('Bản thứ nhất');
      });
      const after = (await editor.get(address)).body;
      expect(after.title).toBe('Bản thứ nhất');
      expect([after.marking, after.revision]).toEqual([before.marking, before.revision + 1]);
    });
  });
};
