import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { enter } from '../support/cast.ts';
import type { Stage } from '../support/stage.ts';
import { signIn, speak, type Visit } from '../support/visit.ts';

/** The first person, their password for one time, and the first colleague, all by hand in the browser. */
export const peopleEnter = (stage: () => Stage): void => {
  describe('somebody who signs in', () => {
    let first: Visit;

    it('is greeted in their own language', async () => {
      const visit = await stage().window();
      await visit.open('/admin/login');
      for (const [language, words] of Object.entries(greetings)) {
        await speak(visit.page, language as keyof typeof greetings);
        await visit.page.getByRole('heading', { name: words }).waitFor();
        expect(await visit.page.locator('html').getAttribute('lang')).toBe(language);
      }
      await visit.close();
    });

    it('with a password for one time meets nothing but the form that changes it', async () => {
      const { administrator } = stage().house;
      const password = randomUUID();
      first = await stage().window();
      const { page } = first;
      await signIn(first, administrator, 'vi');
      await page.locator('#new-password').waitFor();
      await first.open('/admin/collections/users');
      await page.locator('#new-password').waitFor();
      await page.fill('#new-password', password);
      await page.fill('#new-password-again', `${password}x`);
      await page.getByText('Hai mật khẩu không khớp').waitFor();
      expect(await page.locator('#change-password').isDisabled()).toBe(true);
      await page.fill('#new-password-again', password);
      await page.click('#change-password');
      await page.locator('.bt-desk').waitFor();
      stage().settle({ ...administrator, password });
      await expect(enter(stage().house, administrator)).rejects.toThrow();
    });

    it('signs out by what stands in sight, and comes back to nothing', async () => {
      const { page } = first;
      await page.locator('a.app-header__account').click();
      await page.locator('#own-sessions').getByRole('link', { name: 'Đăng xuất' }).click();
      await page.getByText('Bạn đã đăng xuất.').first().waitFor();
      await first.open('/admin/collections/users');
      await page.waitForURL((url) => url.pathname.endsWith('/login'));
      await first.close();
    });
  });
};

const greetings = {
  vi: 'Đăng nhập hệ thống biên tập',
  en: 'Sign in to the studio',
  fr: 'Connexion au studio',
  zh: '登录编辑平台',
} as const;
