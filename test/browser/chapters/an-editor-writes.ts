import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { choose, choosePicture, openLanguage, saveDraft, statesOf } from '../support/form.ts';
import type { Stage } from '../support/stage.ts';
import { insert, makeLine, paperOf, press, selectBack } from '../support/writing.ts';

const style = 'Kiểu đoạn';

/** Heading, bold and italic words, a list and a quotation, typed and clicked. */
const writeLines = async (page: Page): Promise<void> => {
  await paperOf(page).click();
  await page.keyboard.type('Bến tàu lúc chạng vạng');
  await makeLine(page, style, 'Đề mục cấp 2');
  await press(page, 'Enter');
  await page.keyboard.type('Chuyến cuối rời bến lúc 22 giờ');
  await selectBack(page, '22 giờ');
  await press(page, 'Control+b', 'ArrowRight', 'Control+b');
  await page.keyboard.type(', và không đợi ai ');
  await press(page, 'Control+i');
  await page.keyboard.type('quá một phút');
  await press(page, 'Control+i');
  await page.keyboard.type('.');
  await press(page, 'Enter');
  await page.keyboard.type('Người đi làm về');
  await makeLine(page, style, 'Danh sách gạch đầu dòng');
  await press(page, 'Enter');
  await page.keyboard.type('Người đi chợ đêm');
  await press(page, 'Enter', 'Enter');
  await page.keyboard.type('Phà không chờ, nhưng sông thì lúc nào cũng ở đó.');
  await makeLine(page, style, 'Trích dẫn');
  await press(page, 'Enter', 'Enter');
};

const openDrawer = async (page: Page) => {
  const drawer = page.locator('.drawer__content').last();
  await drawer.locator('button[type=submit]').waitFor();
  return drawer;
};

const closeDrawer = async (drawer: Awaited<ReturnType<typeof openDrawer>>): Promise<void> => {
  await drawer.locator('button[type=submit]').first().click();
  await drawer.waitFor({ state: 'detached' });
};

/** A link to an address outside, on words that are already there. */
const linkOutside = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.type(words);
  await selectBack(page, words);
  await page.locator('.fixed-toolbar').getByRole('button', { name: 'Liên kết' }).first().click();
  const drawer = await openDrawer(page);
  await drawer.locator('#field-url').fill('https://example.org/pha');
  await closeDrawer(drawer);
  await paperOf(page).locator('p').filter({ hasText: words }).click();
  await press(page, 'End', 'Enter');
};

const insertFacts = async (page: Page): Promise<void> => {
  await insert(page, 'Hộp thông tin');
  const box = page.locator('.LexicalEditorTheme__block-facts');
  await box.locator('#field-title').fill('Giá vé');
  await box.getByRole('textbox', { name: 'Nội dung hộp' }).click();
  await page.keyboard.type('Người lớn: 4 500 đồng một lượt.');
};

const insertPicture = async (page: Page): Promise<void> => {
  await paperOf(page).locator(':scope > p').last().click();
  await insert(page, 'Ảnh');
  const block = page.locator('.LexicalEditorTheme__block-picture');
  await choosePicture(page, block.locator('#field-image'), 'Chuyến phà buổi sớm');
  await block.locator('#field-caption').fill('Ảnh chụp từ boong trên.');
};

const insertTable = async (page: Page): Promise<void> => {
  await paperOf(page).locator(':scope > p').last().click();
  await insert(page, 'Bảng');
  const drawer = await openDrawer(page);
  await drawer.locator('#field-rows').fill('2');
  await drawer.locator('#field-columns').fill('2');
  await closeDrawer(drawer);
  for (const [index, words] of ['Chuyến', 'Giờ', 'Cuối ngày', '22:00'].entries()) {
    await page.locator('.LexicalEditorTheme__tableCell').nth(index).click();
    await page.keyboard.type(words);
  }
};

/** A text with everything that an editor can put into one. */
const write = async (page: Page): Promise<void> => {
  await page.fill('#field-title', ferryTitle);
  await page.fill('#field-summary', 'Một buổi tối trên bến phà, với những người về muộn.');
  await writeLines(page);
  await linkOutside(page, 'Giờ phà');
  await insertFacts(page);
  await insertPicture(page);
  await insertTable(page);
  await choose(page, 'topics', 'Giao thông');
  await choose(page, 'places', 'Bến Bạch Đằng');
  await choose(page, 'agency', 'Tổ Thông tin giao thông');
  await choosePicture(page, page.locator('#field-cover'), 'Chuyến phà buổi sớm');
};

/** Chosen by the editor instead of the one that was made from the title. */
const slug = 'chuyen-pha-dem';

export const ferryTitle = 'Chuyến phà cuối cùng trong ngày';

/** An article from the desk to the moment at which somebody else is asked to read it. */
export const anEditorWrites = (stage: () => Stage): void => {
  describe('an editor', () => {
    it('writes an article with everything in it, in two languages, and sends one to review', async () => {
      await stage().as('editor', async ({ open, page }) => {
        await open('/admin');
        await page.getByRole('link', { name: 'Viết bài mới' }).click();
        await page.locator('#field-title').waitFor();
        await write(page);
        await saveDraft(page);
        await expect.poll(() => page.inputValue('#field-slug')).toMatch(/^chuyen-pha-cuoi-cung-trong-ngay/);
        expect(await statesOf(page)).toEqual({ vi: 'Bản nháp', en: 'Chưa có', fr: 'Chưa có', zh: 'Chưa có' });
        stage().article = new URL(page.url()).pathname;

        await page.fill('#field-slug', slug);
        await saveDraft(page);
        await expect.poll(() => page.inputValue('#field-slug')).toBe(slug);

        await openLanguage(page, 'zh');
        await page.fill('#field-title', '一天中的最后一班渡轮');
        // Going on without a save loses nothing
        await openLanguage(page, 'vi');
        await openLanguage(page, 'zh');
        await expect.poll(() => page.inputValue('#field-title')).toBe('一天中的最后一班渡轮');
        await expect.poll(() => page.inputValue('#field-slug')).toMatch(/^yitian-zhongde-zuihou-yiban-dulun/);
        stage().slugs = { vi: slug, zh: await page.locator('#field-slug').inputValue() };
        expect(await statesOf(page)).toEqual({ vi: 'Bản nháp', en: 'Chưa có', fr: 'Chưa có', zh: 'Bản nháp' });

        await openLanguage(page, 'vi');
        await page.locator('#action-review').click();
        await page.getByText('Đã gửi duyệt bản Tiếng Việt').waitFor();
        await expect.poll(() => statesOf(page)).toMatchObject({ vi: 'Đang duyệt', zh: 'Bản nháp' });
      });
    });

    it('sees it as the public would, in each language, behind the log-in', async () => {
      const address = stage().article;
      await stage().as('editor', async (visit) => {
        await visit.open(`${address}?locale=vi`);
        const preview = await visit.follow(visit.page.locator('#action-preview'));
        await preview.getByRole('heading', { name: 'Bến tàu lúc chạng vạng' }).waitFor();
        for (const words of ['strong:text("22 giờ")', 'em:text("quá một phút")', 'li:text("Người đi chợ đêm")']) {
          expect(await preview.locator(words).count(), words).toBe(1);
        }
        expect(await preview.locator('a[href="https://example.org/pha"]').textContent()).toBe('Giờ phà');
        expect(await preview.locator('table').textContent()).toMatch(/Cuối ngày\s*22:00/);
        expect(await preview.locator('aside').textContent()).toMatch(/Giá vé\s*Người lớn: 4 500 đồng/);
        expect(await preview.locator('main').textContent()).toContain('Ảnh chụp từ boong trên.');
        await preview.getByRole('link', { name: '简体中文' }).click();
        await preview.getByRole('heading', { name: '一天中的最后一班渡轮' }).waitFor();
        await preview.getByRole('link', { name: 'Français' }).click();
        await preview.getByText('Chưa có bản bằng ngôn ngữ này.').waitFor();
      });
      const stranger = await stage().window();
      const id = address.split('/').at(-1);
      await stranger.page.goto(`${stage().house.studio}/api/preview/articles/${id}?locale=vi`);
      expect(await stranger.page.content()).not.toContain('Bến tàu');
      await stranger.close();
    });
  });
};
