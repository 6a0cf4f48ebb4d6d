import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ask, untilStatus } from '../support/delivery.ts';
import { openLanguage, statesOf } from '../support/form.ts';
import { takePicture } from '../support/pictures.ts';
import type { Stage } from '../support/stage.ts';
import { ferryTitle } from './an-editor-writes.ts';

const publish = async (page: Page): Promise<void> => {
  await page.locator('#action-publish').click();
  await page.locator('#confirm-publish').click();
};

const takeBack = async (page: Page, which: RegExp): Promise<void> => {
  await page.locator('#action-take-back').click();
  await page.locator('.bt-dialog').getByRole('radio', { name: which }).check();
  await page.locator('#confirm-take-back').click();
  // The words about an earlier one may still stand beside it
  await page.getByText('Đã gỡ khỏi trang công khai').last().waitFor();
  await page.locator('.bt-dialog').waitFor({ state: 'detached' });
};

/** From the publisher's click to the reader, now, at a time, and back. */
export const aPublisherPublishes = (stage: () => Stage): void => {
  describe('a publisher', () => {
    const vietnamese = () => `vi/articles/${stage().slugs.vi}`;
    const chinese = () => `zh-Hans/articles/${stage().slugs.zh}`;

    it('is told everything that a language lacks, at once, and nothing goes out', async () => {
      await stage().as('publisher', async (visit) => {
        const { page } = visit;
        const editor = await stage().caller('editor');
        const made = await editor.post('/api/articles?locale=vi&draft=true', { title: 'Chỉ có tiêu đề' });
        await visit.open(`/admin/collections/articles/${made.body.doc.id}?locale=vi`);
        await publish(page);
        const refusal = page.locator('.bt-dialog .bt-refusal');
        await refusal.first().waitFor();
        const words = await page.locator('.bt-dialog').textContent();
        for (const field of ['Tóm tắt', 'Nội dung']) expect(words).toContain(field);
        expect(await statesOf(page)).toMatchObject({ vi: 'Bản nháp' });
      });
    });

    it('publishes one language, sees when the public sees it, and opens it there', async () => {
      await stage().as('publisher', async (visit) => {
        const { page } = visit;
        await visit.open('/admin');
        await page.locator('.bt-card--review').getByRole('link', { name: ferryTitle }).first().click();
        await publish(page);
        await page.getByText(/Hiện trên trang công khai từ \d\d:\d\d:\d\d/).waitFor();
        await expect.poll(() => statesOf(page)).toMatchObject({ vi: 'Đã xuất bản', zh: 'Đang duyệt' });
        await takePicture(page, 'article-published');
        const there = await visit.follow(page.locator('.bt-visible a'));
        expect(there.url()).toBe(`${stage().house.delivery}/v1/${vietnamese()}?fallback=none`);
      });
      const { body } = await ask(stage().house, vietnamese());
      expect(body.data.title).toBe(ferryTitle);
      const { html, text, blocks } = body.data.body;
      for (const mark of [
        '<h2>Bến tàu lúc chạng vạng</h2>',
        '<strong>22 giờ</strong>',
        '<em>quá một phút</em>',
        '<table>',
      ]) {
        expect(html).toContain(mark);
      }
      expect(html).toMatch(/<aside>.*Giá vé.*<\/aside>/s);
      expect(html).toMatch(/<figure>.*<picture>.*Ảnh chụp từ boong trên.*<\/figure>/s);
      expect(html).toMatch(/<a href="https:\/\/example\.org\/pha"[^>]*>Giờ phà<\/a>/);
      expect(text).toContain('Phà không chờ, nhưng sông thì lúc nào cũng ở đó.');
      expect(blocks.map(({ type }: { type: string }) => type)).toEqual(
        expect.arrayContaining(['heading', 'paragraph', 'list', 'quote', 'facts', 'image', 'table']),
      );
      expect(body.data.topics).toHaveLength(1);
      expect((await ask(stage().house, chinese())).status).toBe(404);
    });

    it('sets a time for one language, and another at which it vanishes', async () => {
      await stage().as('publisher', async (visit) => {
        const { page } = visit;
        await visit.open(`${stage().article}?locale=zh`);
        await page.locator('#action-publish').click();
        await page.locator('.bt-dialog').getByLabel('Hẹn giờ').check();
        await page.fill('#publish-appears', '2031-02-03T04:05');
        await page.fill('#publish-vanishes', '2031-02-04T04:05');
        await page.locator('#confirm-publish').click();
        await page.getByText('Sẽ hiện lúc 04:05 ngày 03/02/2031').waitFor();
        await page.getByText('Sẽ ẩn lúc 04:05 ngày 04/02/2031').waitFor();
      });
      expect((await ask(stage().house, chinese())).status).toBe(404);
      expect((await ask(stage().house, vietnamese())).status).toBe(200);
    });

    it('publishes it now after all, takes one language back, then every one', async () => {
      await stage().as('publisher', async (visit) => {
        const { page } = visit;
        // However long the studio takes to say where the document stands: whoever acts at once is not told that somebody was quicker
        await page.route('**/api/articles/*/languages', async (route) => {
          await sleep(700);
          await route.continue();
        });
        await visit.open(`${stage().article}?locale=zh`);
        await publish(page);
        await untilStatus(stage().house, chinese(), 200);
        await takeBack(page, /^简体中文$/);
        await untilStatus(stage().house, chinese(), 410);
        expect((await ask(stage().house, vietnamese())).status).toBe(200);
        await openLanguage(page, 'vi');
        await takeBack(page, /^Tất cả/);
        await untilStatus(stage().house, vietnamese(), 410);
        await publish(page);
        await untilStatus(stage().house, vietnamese(), 200);
      });
    });
  });
};
