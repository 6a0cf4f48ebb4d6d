import { describe, expect, it } from 'vitest';
import { openLanguage, saveDraft, statesOf } from '../support/form.ts';
import type { Stage } from '../support/stage.ts';
import { paperOf } from '../support/writing.ts';
import { ferryTitle } from './an-editor-writes.ts';

const note = 'Tóm tắt chưa nói phà đi từ đâu đến đâu. Xin thêm một câu.';

/** A text goes back to its author with words, comes again, and a translator adds a language. */
export const aTextIsReviewed = (stage: () => Stage): void => {
  describe('a review', () => {
    it('waits on the publisher’s desk and is returned with words', async () => {
      await stage().as('publisher', async ({ open, page }) => {
        await open('/admin');
        await page.locator('.bt-card--review').getByRole('link', { name: ferryTitle }).first().click();
        await page.locator('#action-return').click();
        expect(await page.locator('#confirm-return').isDisabled()).toBe(true);
        await page.fill('#review-note', note);
        await page.locator('#confirm-return').click();
        await page.getByText('Đã trả lại kèm ý kiến').waitFor();
        await expect.poll(() => statesOf(page)).toMatchObject({ vi: 'Bản nháp' });
      });
    });

    it('is read by the author on their desk and beside the text, and asked for again', async () => {
      await stage().as('editor', async ({ open, page }) => {
        await open('/admin');
        const returned = page.locator('.bt-card--returned');
        await returned.getByText(note).waitFor();
        await returned.getByRole('link', { name: ferryTitle }).click();
        await page.locator('.bt-review--returned').getByText(note).waitFor();
        await page.fill('#field-summary', 'Một buổi tối trên chuyến phà từ Bến Bạch Đằng sang Thủ Thiêm.');
        await page.locator('#action-review').click();
        await page.getByText('Đã gửi duyệt bản Tiếng Việt').waitFor();
        await expect.poll(() => statesOf(page)).toMatchObject({ vi: 'Đang duyệt' });
      });
    });

    it('is asked for by a translator, of the one language that they wrote', async () => {
      await stage().as('translator', async (visit) => {
        const { page } = visit;
        await visit.open(`${stage().article}?locale=vi`);
        await openLanguage(page, 'zh');
        await page.fill('#field-summary', '一个晚上，从白藤码头到守添的渡轮上，与晚归的人同行。');
        await paperOf(page).click();
        await page.keyboard.type('末班船晚上十点离岸，不等人。');
        await saveDraft(page);
        await page.locator('#action-review').click();
        await page.getByText('Đã gửi duyệt bản 简体中文').waitFor();
        await expect.poll(() => statesOf(page)).toMatchObject({ vi: 'Đang duyệt', zh: 'Đang duyệt' });
      });
    });
  });
};
