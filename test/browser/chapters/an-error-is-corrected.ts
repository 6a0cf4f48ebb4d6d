import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bodyOf } from '../../support/lexical.ts';
import type { Caller } from '../../support/studio-caller.ts';
import { ask, untilStatus } from '../support/delivery.ts';
import { takePicture } from '../support/pictures.ts';
import type { Stage } from '../support/stage.ts';
import { isAccessible } from '../support/texts.ts';

const title = 'Phà Thủ Thiêm thêm chuyến cuối tuần';
const wrong = 'Giá vé là 50.000 đồng mỗi lượt.';
const right = 'Giá vé là 15.000 đồng mỗi lượt.';
const english = {
  title: 'More weekend ferries to Thu Thiem',
  summary: 'More ferries on Saturdays and Sundays.',
  body: bodyOf(['A ticket costs VND 50,000 each way.']),
};

interface Written {
  readonly id: string;
  readonly slugs: Readonly<Record<string, string>>;
}

/** An article with an error in it, public in two languages. */
const write = async (editor: Caller, publisher: Caller): Promise<Written> => {
  const words = { title, summary: 'Thêm phà vào thứ Bảy và Chủ nhật.', body: bodyOf([wrong]) };
  const made = await editor.post('/api/articles?locale=vi&draft=true&depth=0', { source: 'vi', ...words });
  const { id, revision } = made.body.doc;
  const path = `/api/articles/${id}?locale=en&draft=true&depth=0`;
  expect((await editor.patch(path, { ...english, revision })).status).toBe(200);
  for (const locale of ['vi', 'en'])
    expect((await publisher.post(`/api/articles/${id}/publish`, { locale })).status).toBe(200);
  return { id, slugs: (await editor.get(`/api/articles/${id}?locale=all&depth=0`)).body.slug };
};

/** Puts the amount right in the original, as its writer does. */
const mend = async (editor: Caller, id: string): Promise<void> => {
  const path = `/api/articles/${id}?locale=vi&draft=true&depth=0`;
  const { body } = await editor.get(path);
  expect((await editor.patch(path, { body: bodyOf([right]), revision: body.revision })).status).toBe(200);
};

const open = (page: Page) => page.locator('.bt-line--open');

/** An error of the original: until a translation has followed, everybody outside can see that it stands in it. */
export const anErrorIsCorrected = (stage: () => Stage): void => {
  describe('an error that is corrected', () => {
    let article: Written;
    const stateOutside = async () =>
      (await ask(stage().house, `en/articles/${article.slugs.en}`)).body.data.language.state;

    it('is called one by the publisher, and shows in every translation that still has it', async () => {
      const publisher = await stage().caller('publisher');
      article = await write(await stage().caller('editor'), publisher);
      await untilStatus(stage().house, `en/articles/${article.slugs.en}`, 200);
      await mend(await stage().caller('editor'), article.id);
      await stage().as('publisher', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/collections/articles/${article.id}?locale=vi`);
        await page.locator('#action-publish').click();
        await page.getByLabel('Bản này đính chính một sai sót').check();
        await page.fill('#publish-correction-note', 'Giá vé bị ghi thành 50.000 đồng.');
        await isAccessible(page, '.bt-dialog');
        await takePicture(page, 'correction');
        await page.locator('#confirm-publish').click();
        await page.locator('.bt-dialog').waitFor({ state: 'detached' });
        await expect.poll(stateOutside, { timeout: 20_000 }).toBe('under-correction');
        await visit.open(`/admin/translations?q=${encodeURIComponent(title)}`);
        await page.locator('#coverage-table tbody').getByText('Đang đính chính').waitFor();
      });
    });

    it('is over for readers once the translator has followed and the language is published', async () => {
      await stage().as('translator', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/translate/articles/${article.id}/en`);
        await page.locator('.bt-line--outdated .bt-line__open').click();
        await open(page).locator('.bt-drift').getByText('Một dữ kiện đã đổi').waitFor();
        await open(page).locator('textarea').fill('A ticket costs VND 15,000 each way.');
        await page.keyboard.press('Control+Enter');
        await page.getByText('Xong 3 / 3 đoạn').waitFor();
      });
      expect(await stateOutside()).toBe('under-correction');
      await stage().as('publisher', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/collections/articles/${article.id}?locale=en`);
        await page.locator('#action-publish').click();
        await page.locator('#confirm-publish').click();
        await page.locator('.bt-dialog').waitFor({ state: 'detached' });
      });
      await expect.poll(stateOutside, { timeout: 20_000 }).toBe('human');
    });
  });
};
