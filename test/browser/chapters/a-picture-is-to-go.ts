import { describe, expect, it } from 'vitest';
import { jpegOf, pictureForm, texturedPicture } from '../../support/pictures.ts';
import { takePicture } from '../support/pictures.ts';
import type { Stage } from '../support/stage.ts';

/** Somebody wants a picture deleted; another person sees it, keeps it, and both stand in its history. */
export const aPictureIsToGo = (stage: () => Stage): void => {
  describe('a picture that is to go', () => {
    const [title, why, hold] = ['Ảnh chụp hai lần', 'Chụp nhầm, đã có ảnh rõ hơn', 'Đang có tranh chấp về quyền'];
    let address = '';

    it('is asked for by one, with a reason', async () => {
      const curator = await stage().caller('curator');
      const body = pictureForm(await jpegOf(texturedPicture(4077)), { title });
      const brought = await curator.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body });
      expect(brought.status).toBe(201);
      address = `/admin/collections/images/${brought.body.doc.id}?locale=vi`;
      await stage().as('curator', async (visit) => {
        const { page } = visit;
        await visit.open(address);
        await page.click('#deletion-ask');
        expect(await page.locator('#deletion-ask-now').isDisabled()).toBe(true);
        await page.fill('#deletion-reason', why);
        await page.getByText('Không có bài nào').waitFor();
        await takePicture(page, 'deletion');
        await page.click('#deletion-ask-now');
        await page.locator('#deletion-asked').getByText(why).waitFor();
        expect(await page.locator('#deletion-confirm').count()).toBe(0);
      });
    });

    it('waits at the desk of another, who keeps it, and the history tells who did what', async () => {
      await stage().as('publisher', async (visit) => {
        const { page } = visit;
        await visit.open('/admin');
        await page.locator('.bt-card--deletions').getByRole('link', { name: title }).click();
        // Its time has not come
        await page.locator('#deletion-confirm:disabled').waitFor();
        await page.click('#deletion-hold');
        await page.fill('#deletion-reason', hold);
        await page.click('#deletion-hold-now');
        await page.locator('#deletion-held').getByText(hold).waitFor();
        await page.click('#deletion-withdraw');
        await page.fill('#deletion-reason', 'Cần giữ');
        await page.click('#deletion-withdraw-now');
        await expect.poll(() => page.locator('#deletion-asked').count()).toBe(0);
        await page.reload();
        await page.locator('#picture-history > summary').click();
        const lines = page.locator('#picture-history ol > li');
        await lines.nth(4).waitFor();
        for (const words of [why, hold, 'Cần giữ'])
          expect(await lines.filter({ hasText: words }).count(), words).toBe(1);
        await page.locator('#picture-history').evaluate((history) => history.scrollIntoView({ block: 'end' }));
        await takePicture(page, 'history');
      });
    });
  });
};
