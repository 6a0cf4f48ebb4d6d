import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../../support/studio-caller.ts';
import { takePicture } from '../support/pictures.ts';
import { takeAlong } from '../support/proof.ts';
import type { Stage } from '../support/stage.ts';
import { isAccessible, run, textOf } from '../support/texts.ts';
import { signIn, tablet } from '../support/visit.ts';

const title = 'Chợ đêm trên bến Bạch Đằng';
const opening = [run('Chợ đêm mở cửa từ '), run('18 giờ', 1), run(' ngày 30/4/2026.')];
const second = run('Có 120 gian hàng, phần lớn bán đồ ăn.');
const third = run('Vào cửa miễn phí.');

const begin = async (editor: Caller): Promise<string> => {
  const words = {
    title,
    summary: 'Một phiên chợ bên sông.',
    body: textOf(opening, [second], [third]),
  };
  const made = await editor.post('/api/articles?locale=vi&draft=true', { source: 'vi', ...words });
  return made.body.doc.id;
};

const open = (page: Page) => page.locator('.bt-line--open');
const field = (page: Page) => open(page).locator('textarea');
/** Waits for the line with these words in its source to be the one that is worked on. */
const isOpen = (page: Page, words: string) => open(page).locator('.bt-line__source').getByText(words).first().waitFor();

/** The workbench: paragraph by paragraph, by the keys alone, and nothing of anybody is lost. */
export const aTranslatorWorks = (stage: () => Stage): void => {
  describe('a translator at the workbench', () => {
    let id = '';

    it('comes from the form, writes line after line with the keys, and keeps formatting as codes', async () => {
      id = await begin(await stage().caller('editor'));
      await stage().as('translator', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/collections/articles/${id}?locale=vi`);
        await page.click('#translate-en');
        await page.locator('.bt-lines').waitFor();
        await isAccessible(page, '.bt-bench');
        await page.locator('.bt-line__open').first().focus();
        await page.keyboard.press('Enter');
        await isOpen(page, title);
        await page.keyboard.type('Night market on Bach Dang Quay');
        await page.keyboard.press('Control+Enter');
        await isOpen(page, 'Một phiên chợ');
        await page.keyboard.type('A market by the river.');
        await page.keyboard.press('Control+Enter');
        await isOpen(page, 'Chợ đêm mở cửa');
        await page.keyboard.type('The night market opens at 6 p.m. on 31 April 2026.');
        // What is wrong is told while it is typed: a code is missing, and a date is another one
        await open(page).getByText('Thiếu mã 1.').waitFor();
        await open(page).locator('.bt-findings--live li').first().waitFor();
        await isAccessible(page, '.bt-bench');
        await field(page).fill('The night market opens at ⟨1⟩6 p.m.⟨/1⟩ on 30 April 2026.');
        await takePicture(page, 'workbench');
        await page.keyboard.press('Control+Enter');
        await isOpen(page, 'Có 120 gian hàng');
        await page.keyboard.type('There are 120 stalls, most of them for food.');
        await page.keyboard.press('Control+Enter');
        await isOpen(page, 'Vào cửa miễn phí');
        await page.keyboard.type('Admission is free.');
        await page.keyboard.press('Control+Enter');
        await page.getByText('Xong 5 / 5 đoạn').waitFor();
        const editor = await stage().caller('editor');
        const { body: stored } = await editor.get(`/api/articles/${id}?locale=en&draft=true&depth=0`);
        expect(stored.title).toBe('Night market on Bach Dang Quay');
        expect(stored.body.root.children[0].children).toMatchObject([
          { text: 'The night market opens at ' },
          { text: '6 p.m.', format: 1 },
          { text: ' on 30 April 2026.' },
        ]);
      });
    });

    it('sees only what changed, and how grave it is, and says that nothing is to do', async () => {
      const editor = await stage().caller('editor');
      const path = `/api/articles/${id}?locale=vi&draft=true&depth=0`;
      const { body: before } = await editor.get(path);
      const changed = run('Có 150 gian hàng, phần lớn bán đồ ăn.');
      const now = textOf(opening, [changed], [run('Vào cửa hoàn toàn miễn phí.')]);
      await editor.patch(path, { body: now, revision: before.revision });
      await stage().as('translator', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/translate/articles/${id}/en`);
        await page.locator('.bt-line--outdated').nth(1).waitFor();
        expect(await page.locator('.bt-line--outdated').count()).toBe(2);
        await page.locator('.bt-line--outdated .bt-line__open').first().click();
        const drift = open(page).locator('.bt-drift');
        await drift.getByText('Một dữ kiện đã đổi').waitFor();
        expect(await drift.locator('del').allTextContents()).toEqual([expect.stringContaining('120')]);
        expect(await drift.locator('ins').allTextContents()).toEqual([expect.stringContaining('150')]);
        await takePicture(page, 'workbench-changed');
        await field(page).fill('There are 150 stalls, most of them for food.');
        await page.keyboard.press('Control+Enter');
        await isOpen(page, 'Vào cửa hoàn toàn');
        await page.keyboard.press('Alt+k');
        await page.getByText('Xong 5 / 5 đoạn').waitFor();
        expect(await page.locator('.bt-line--outdated').count()).toBe(0);
      });
    });

    it('takes a confirmation back', async () => {
      await stage().as('translator', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/translate/articles/${id}/en`);
        await page.locator('.bt-line__open').nth(1).click();
        await field(page).fill('A market on the water.');
        await page.keyboard.press('Control+Enter');
        await page.getByText('Đã xác nhận.').waitFor();
        await page.locator('.bt-line__open').nth(3).click();
        await page.keyboard.press('Alt+z');
        await page.getByText('Đã rút lại.').waitFor();
        await isOpen(page, 'Một phiên chợ');
        expect(await field(page).inputValue()).toBe('A market by the river.');
      });
    });

    it('takes back nothing that somebody else has made of it since', async () => {
      const other = await stage().caller('colleague');
      const path = `/api/translation/articles/${id}/en`;
      await stage().as('translator', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/translate/articles/${id}/en`);
        const write = async (words: string) => {
          await page.locator('.bt-line__open').nth(1).click();
          await field(page).fill(words);
          await page.keyboard.press('Control+Enter');
        };
        await write('A market beside the river.');
        await page.getByText('Đã xác nhận.').waitFor();
        const { segments } = (await other.get(path)).body;
        const { segment, base } = segments[1];
        const target = [{ text: 'A riverside market.' }];
        const theirs = await other.post(`${path}/segments/${segment}`, { target, base });
        expect(theirs.status, JSON.stringify(theirs.body)).toBe(200);
        await page.locator('.bt-line__open').nth(1).click();
        const dialog = page.locator('.bt-dialog');
        for (const act of ['Control+Enter', 'Alt+z']) {
          if (act === 'Control+Enter') await field(page).fill('A market on the bank.');
          await page.keyboard.press(act);
          await dialog.getByText('A riverside market.').waitFor();
          await page.keyboard.press('Escape');
          await dialog.waitFor({ state: 'detached' });
          await field(page).focus();
        }
        const stored = await other.get(`${path}`);
        expect(stored.body.segments[1].target.content).toEqual(target);
      });
    });

    it('and another one on one segment see both texts, and choose; nothing is overwritten', async () => {
      const [one, other] = [await stage().window(), await stage().window(tablet)];
      await signIn(one, await stage().member('translator'));
      await signIn(other, await stage().member('colleague'));
      for (const { page, open: go } of [one, other]) {
        await go(`/admin/translate/articles/${id}/en`);
        await page.locator('.bt-line__open').nth(4).click();
      }
      await field(one.page).fill('Entry costs nothing.');
      await one.page.keyboard.press('Control+Enter');
      await one.page.getByText('Đã xác nhận.').waitFor();
      await field(other.page).fill('Nobody pays to get in.');
      await other.page.keyboard.press('Control+Enter');
      const dialog = other.page.locator('.bt-dialog');
      for (const words of ['Entry costs nothing.', 'Nobody pays to get in.', 'Lâm Mỹ Linh'])
        await dialog.getByText(words).waitFor();
      await takePicture(other.page, 'workbench-conflict');
      await dialog.getByText('Lấy bản của tôi').click();
      await other.page.getByText('Đã xác nhận.').waitFor();
      const editor = await stage().caller('editor');
      const { body: stored } = await editor.get(`/api/articles/${id}?locale=en&draft=true&depth=0`);
      expect(stored.body.root.children.at(-1).children[0].text).toBe('Nobody pays to get in.');
      for (const visit of [one, other]) await visit.close();
    });

    it('can show whoever asks who did what to each passage', async () => {
      await stage().as('publisher', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/translate/articles/${id}/en`);
        const file = await takeAlong(page, '#custody', await stage().member('publisher'));
        const table = await readFile(await file.path(), 'utf8');
        const lines = table.split('\r\n');
        expect(lines[0]).toContain('act,name,by');
        const acts = lines.filter((line) => line.endsWith(',Vào cửa hoàn toàn miễn phí.,Nobody pays to get in.'));
        for (const name of ['Lâm Mỹ Linh', 'Hồ Minh Khang']) expect(acts.join('\n')).toContain(name);
      });
    });

    it('leaves a paragraph out, with a reason, and is not asked about it again', async () => {
      await stage().as('translator', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/translate/articles/${id}/fr`);
        await page.locator('.bt-line__open').nth(4).click();
        await open(page).getByText('Cố ý khác').click();
        await page.getByLabel('Lược bỏ trong ngôn ngữ này').check();
        await page.getByLabel('Lý do').fill('Ai cũng biết.');
        await page.locator('.bt-dialog').getByRole('button', { name: 'Cố ý khác' }).click();
        await page.locator('.bt-line-state--left-out').waitFor();
        await page.getByText('Xong 1 / 5 đoạn').waitFor();
      });
    });

    it('adds a paragraph that stands in their language alone, and why', async () => {
      await stage().as('translator', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/translate/articles/${id}/en`);
        await page.locator('.bt-line__open').nth(3).click();
        await open(page).getByText('Thêm một đoạn sau đoạn này').click();
        const dialog = page.locator('.bt-dialog');
        await dialog.getByLabel('Văn bản').fill('The quay is a short walk from the metro.');
        await dialog.getByLabel('Lý do').fill('Cho khách chưa biết thành phố.');
        await isAccessible(page, '.bt-dialog');
        await dialog.getByRole('button', { name: 'Thêm một đoạn sau đoạn này' }).click();
        await page.locator('.bt-line-state--only-here').waitFor();
        const editor = await stage().caller('editor');
        const { body: stored } = await editor.get(`/api/articles/${id}?locale=en&draft=true&depth=0`);
        const texts = stored.body.root.children.map(
          ({ children }: { children: { text: string }[] }) => children[0]?.text,
        );
        expect(texts.slice(1, 3)).toEqual([
          'There are 150 stalls, most of them for food.',
          'The quay is a short walk from the metro.',
        ]);
      });
    });
  });
};
