import { describe, expect, it } from 'vitest';
import { jpegOf, pictureForm, texturedPicture } from '../../support/pictures.ts';
import type { Stage } from '../support/stage.ts';

/** Two records of one picture become one, and two again. */
export const aCuratorMerges = (stage: () => Stage): void => {
  describe('a curator who is shown two pictures that look the same', () => {
    it('sees what tells them apart, makes one record of them, and parts them again', async () => {
      const curator = await stage().caller('curator');
      const bring = async (bytes: Uint8Array<ArrayBuffer>, title: string, creator: string): Promise<string> => {
        const body = pictureForm(bytes, { title, creator }, `${title}.jpg`);
        const sent = await curator.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body });
        expect(sent.status, JSON.stringify(sent.body)).toBe(201);
        return sent.body.doc.id;
      };
      const scan = await bring(await jpegOf(texturedPicture(77).greyscale().resize(300), 50), 'Bản quét', 'Lê Hoa');
      const large = await bring(await jpegOf(texturedPicture(77)), 'Bản phim', 'Ngô Thu Trang');
      const album = await curator.post('/api/albums?locale=vi&depth=0', { title: 'Kho bản quét' });
      const put = await curator.post(`/api/albums/${album.body.doc.id}/members`, { images: [scan] });
      expect(put.status, JSON.stringify(put.body)).toBe(200);
      const title = async () => (await curator.get(`/api/images/${large}?locale=vi&depth=0`)).body.title;
      await stage().as('curator', async ({ page }) => {
        const row = page.locator('.bt-pairs__list li').filter({ hasText: 'Bản quét' });
        await expect
          .poll(async () => {
            await page.goto(`${stage().house.studio}/admin/look-alikes`);
            await page.locator('.bt-pairs__list, [role=alert]').first().waitFor();
            return row.count();
          })
          .toBe(1);
        await page.goto(`${stage().house.studio}/admin/collections/images/${large}`);
        await page.getByRole('tab', { name: 'Ảnh giống' }).click();
        const alike = page.locator('#picture-alike li').filter({ hasText: 'Bản quét' });
        await alike.getByText('300 × 200').waitFor();
        await alike.locator('a.bt-button').click();
        const kept = page.locator('figure').filter({ hasText: 'Bản phim' });
        await kept.getByText('Bản gốc tốt hơn').waitFor();
        expect(await kept.getByRole('radio').isChecked()).toBe(true);
        const line = page.getByRole('row').filter({ hasText: 'Tiêu đề' });
        await line.getByText('Bản quét').click();
        expect(await line.locator('td').last().textContent()).toBe('Bản quét');
        const albums = page.getByRole('row').filter({ hasText: 'Kho bản quét' });
        const cells = await albums.locator('th, td').allTextContents();
        expect([cells[0], cells.at(-1), cells.filter((cell) => cell === '–').length]).toEqual([
          'Album',
          'Kho bản quét',
          1,
        ]);
        await page.getByRole('button', { name: 'Cùng một ảnh: gộp lại' }).click();
        await page.getByText('Đã gộp hai ảnh.').waitFor();
        expect(await title()).toBe('Bản quét');
        await page.goto(`${stage().house.studio}/admin/collections/images/${large}?locale=vi`);
        await page.locator('#picture-history summary').click();
        await page.locator('#picture-history').getByText('Vào các album của bản ghi kia: Kho bản quét').waitFor();
        await page.goto(`${stage().house.studio}/admin/look-alikes`);
        await page.getByRole('button', { name: 'Đã gộp', exact: true }).click();
        await row.getByRole('button').click();
        await page.getByRole('button', { name: 'Hoàn tác việc gộp' }).click();
        await page.getByText('hai ảnh lại tách riêng').waitFor();
        expect(await title()).toBe('Bản phim');
      });
    });
  });
};
