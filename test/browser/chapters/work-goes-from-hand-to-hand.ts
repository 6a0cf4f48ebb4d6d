import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bodyOf } from '../../support/lexical.ts';
import { takePicture } from '../support/pictures.ts';
import type { Stage } from '../support/stage.ts';
import { phone, tablet } from '../support/visit.ts';

const title = 'Đường sách Nguyễn Văn Bình';
const other = 'Phố đi bộ Nguyễn Huệ';
const passage = 'Đường sách có 20 gian hàng.';

const begin = async (stage: Stage, words: string): Promise<string> => {
  const editor = await stage.caller('editor');
  const data = { source: 'vi', title: words, summary: `${words}.`, body: bodyOf([passage, 'Mở cửa mỗi ngày.']) };
  const made = await editor.post('/api/articles?locale=vi&draft=true', data);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.doc.id;
};

/** Nothing within a part of the page that keeps people who hear it, or use the keys alone, from working. */
const isAccessible = async (page: Page, part: string): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
};

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

const openLine = (page: Page) => page.locator('.bt-line--open');

/** Work is given out, found in the inbox, talked about beside the very passage, and answered. */
export const workGoesFromHandToHand = (stage: () => Stage): void => {
  describe('work that goes from hand to hand', () => {
    let id = '';

    it('is given out at the workbench, to two people', async () => {
      id = await begin(stage(), title);
      await Promise.all([stage().member('translator'), stage().member('publisher')]);
      await stage().as('editor', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/translate/articles/${id}/en`);
        await page.click('#work-give');
        await page.selectOption('#gift-translator', { label: 'Lâm Mỹ Linh' });
        expect(await page.locator('#gift-reviewer option:disabled').allTextContents()).not.toContain('Phan Quốc Việt');
        await page.selectOption('#gift-reviewer', { label: 'Phan Quốc Việt' });
        await page.fill('#gift-due', '2030-06-01');
        await page.fill('#gift-note', 'Giữ tên đường bằng tiếng Việt.');
        await isAccessible(page, '.bt-dialog');
        await takePicture(page, 'work-give');
        await page.click('#give-save');
        await page.locator('#work-panel').getByText('Lâm Mỹ Linh').waitFor();
        await page.locator('#work-panel').getByText('01/06/2030').waitFor();
        await isAccessible(page, '#work-panel');
      });
    });

    it('is given out for a selection of the table, which shows who has it', async () => {
      await begin(stage(), other);
      await stage().as('editor', async (visit) => {
        const { page } = visit;
        await visit.open('/admin/translations?collection=articles&language=fr&sort=-changed');
        for (const name of [title, other]) await page.getByLabel(`Chọn: ${name}`).check();
        await page.getByText('Đã chọn 2 nội dung').waitFor();
        await page.click('#coverage-give');
        await page.selectOption('#gift-translator', { label: 'Lâm Mỹ Linh' });
        await page.fill('#gift-due', '2030-06-15');
        await page.getByText('Giao được 2 nội dung.').waitFor();
        await isAccessible(page, '.bt-dialog');
        await takePicture(page, 'translations-give');
        await page.fill('#gift-due', '2020-01-01');
        await page.click('#give-save');
        await page.getByText('Đã giao 2 nội dung.').waitFor();
        await page.locator('.bt-dialog').getByRole('button', { name: 'Đóng' }).click();
        const row = page.locator('#coverage-table tbody tr').filter({ hasText: other });
        await row.getByText('Lâm Mỹ Linh').waitFor();
        await row.getByText('quá hạn từ 01/01/2020').waitFor();
        expect(await fits(page)).toBe(true);
      });
    });

    it('waits in the inbox of whoever has it, and leads to the passage, about which they ask', async () => {
      await stage().as('translator', async (visit) => {
        const { page } = visit;
        await visit.open('/admin/inbox');
        const late = page.locator('.bt-inbox__section--late');
        await late.getByText(other).waitFor();
        expect(await page.locator('#nav-inbox .bt-nav-count [aria-hidden]').textContent()).toBe('3');
        await isAccessible(page, '.bt-inbox');
        expect(await fits(page)).toBe(true);
        await takePicture(page, 'inbox');
        await page.locator('.bt-inbox__section--translate').getByText(title).click();
        await page.waitForURL(/\/admin\/translate\/articles\//);
        await openLine(page).getByText(title).first().waitFor();
        await page.locator('.bt-line__open').nth(1).click();
        await openLine(page).getByText(passage).first().waitFor();
        await openLine(page).getByRole('button', { name: 'Nhận xét về đoạn này' }).click();
        await page.keyboard.type('Còn đủ 20 gian không?');
        await openLine(page).getByLabel('Nhắc đến…').selectOption({ label: 'Phan Quốc Việt' });
        expect(await openLine(page).locator('.bt-talk textarea').inputValue()).toBe(
          'Còn đủ 20 gian không? @Phan Quốc Việt ',
        );
        await isAccessible(page, '.bt-bench');
        await takePicture(page, 'workbench-talk');
        await page.keyboard.press('Control+Enter');
        await openLine(page).locator('.bt-talk__text').getByText('Còn đủ 20 gian không?').waitFor();
      });
    });

    it.each([
      ['a telephone', phone, 'en', 'mentions you'],
      ['a tablet', tablet, 'zh', '提到了您'],
    ] as const)('calls whoever was named, also on %s', async (_, size, language, words) => {
      await stage().as(
        'publisher',
        async (visit) => {
          const { page } = visit;
          await visit.open('/admin/inbox');
          await page.locator('.bt-inbox__section--talk').getByText(words).waitFor();
          expect(await fits(page)).toBe(true);
        },
        { size, language },
      );
    });

    it('is answered there, by whoever looks it over', async () => {
      await stage().as('publisher', async (visit) => {
        const { page } = visit;
        await visit.open('/admin/inbox');
        await page.locator('.bt-inbox__section--talk a').first().click();
        await page.waitForURL(/thread=/);
        await openLine(page).getByText(passage).first().waitFor();
        await openLine(page).locator('.bt-talk__new').waitFor();
        await openLine(page).getByRole('button', { name: 'Trả lời' }).click();
        await page.keyboard.type('Đủ, tôi vừa hỏi lại.');
        await page.keyboard.press('Control+Enter');
        await openLine(page).locator('.bt-talk__text').getByText('Đủ, tôi vừa hỏi lại.').waitFor();
        await isAccessible(page, '.bt-bench');
        await visit.open('/admin/inbox');
        await page.locator('.bt-inbox').getByRole('heading', { level: 1 }).waitFor();
        await expect.poll(() => page.locator('.bt-inbox').getAttribute('aria-busy')).toBe('false');
        expect(await page.locator('.bt-inbox__section--talk').count()).toBe(0);
      });
      await stage().as('translator', async (visit) => {
        await visit.open('/admin/inbox');
        await visit.page.locator('.bt-inbox__section--talk').getByText('Đủ, tôi vừa hỏi lại.').waitFor();
      });
    });
  });
};
