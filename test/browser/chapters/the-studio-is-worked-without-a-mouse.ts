import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Stage } from '../support/stage.ts';
import { press } from '../support/writing.ts';

/** As many steps as anybody would go. */
const steps = 80;

/** Goes on with Tab until the focus is on it, as somebody without a mouse does. */
const tabTo = async (page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  for (let count = 0; count < steps; count += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${steps} steps with ${key} do not lead to ${selector}`);
};

/** Signs in, writes, saves, changes the language and opens and leaves a dialog, and never touches a mouse. */
export const theStudioIsWorkedWithoutAMouse = (stage: () => Stage): void => {
  describe('the keyboard', () => {
    it('is enough from the log-in to a text that is sent to review', async () => {
      const login = await stage().member('editor');
      const visit = await stage().window();
      const { page } = visit;
      await visit.open('/admin/login');
      await tabTo(page, '#field-email');
      await page.keyboard.type(login.email);
      await tabTo(page, '#field-password');
      await page.keyboard.type(login.password);
      await page.keyboard.press('Enter');
      await page.locator('.bt-desk').waitFor();
      await tabTo(page, '.bt-desk__begin a');
      await page.keyboard.press('Enter');
      await page.locator('#field-title').waitFor();
      await tabTo(page, '#field-title');
      await page.keyboard.type('Viết không cần chuột');
      await page.keyboard.press('Control+s');
      await page.waitForURL((url) => !url.pathname.endsWith('/create'));
      await page.locator('#language-zh').waitFor();
      await tabTo(page, '#language-en');
      expect(await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).not.toBe(
        'none',
      );
      await page.keyboard.press('Enter');
      await page.locator('#language-en[aria-current=true]').waitFor();
      // The focus is kept, and from there the whole page is gone through, past the message about the save
      await page.locator('.payload-toast-item').first().waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('language-en');
      await tabTo(page, '#field-title');
      await page.keyboard.type('Written without a mouse');
      await press(page, 'Control+s');
      await page.locator('#action-save-draft:disabled').waitFor();
      await tabTo(page, '#action-review', 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.getByText('Đã gửi duyệt bản English').waitFor();
      await visit.close();
    });

    it('opens a dialog, keeps the focus in it, and leaves it with Escape to where it was', async () => {
      await stage().as('publisher', async (visit) => {
        const { page } = visit;
        const editor = await stage().caller('editor');
        const made = await editor.post('/api/articles?locale=vi&draft=true', { title: 'Để mở hộp thoại' });
        await visit.open(`/admin/collections/articles/${made.body.doc.id}?locale=vi`);
        await tabTo(page, '#action-publish');
        await press(page, 'Enter');
        await page.locator('.bt-dialog[open]').waitFor();
        for (let step = 0; step < 8; step += 1) {
          await page.keyboard.press('Tab');
          const inside = await page.evaluate(
            () => document.activeElement === document.body || document.activeElement?.closest('.bt-dialog') !== null,
          );
          expect(inside).toBe(true);
        }
        await press(page, 'Escape');
        await page.locator('.bt-dialog').waitFor({ state: 'detached' });
        await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('action-publish');
      });
    });
  });
};
