import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { codeFor } from '../../access/support/authenticator.ts';
import { readWords } from '../../support/words.ts';
import { hire, type Login } from '../support/cast.ts';
import { takePicture } from '../support/pictures.ts';
import { letProofsAge } from '../support/proof.ts';
import type { Stage } from '../support/stage.ts';
import { phone, signIn } from '../support/visit.ts';

const account = '/admin/account';
const words = readWords('vi', 'account');

/** Where somebody is signed in, and what they prove themselves by besides a password, by hand in the browser. */
export const anAccountIsKept = (stage: () => Stage): void => {
  describe('somebody who looks after their account', () => {
    let login: Login;
    let secret = '';
    let codes: string[] = [];

    /** How wide a page is that is wider than its window, and what reaches over its edge; the menu lies beside it until it is opened. */
    const overTheEdge = (page: Page) =>
      page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement;
        const wide = [...document.querySelectorAll('body *')].filter(
          (one) => !one.closest('.nav, .nav__header') && one.getBoundingClientRect().right > clientWidth + 1,
        );
        return scrollWidth > clientWidth ? [scrollWidth, ...wide.map((one) => one.outerHTML.slice(0, 120))] : [];
      });

    it('sees where they are signed in, what was tried, and ends what they do not know', async () => {
      const { house } = stage();
      const who = {
        name: 'Võ Thanh Hà',
        roles: ['security-officer'] as const,
        email: `${randomUUID()}@benthanh.example`,
      };
      login = await hire(house, await stage().caller('administrator'), who);
      const [here, there] = [await stage().window(), await stage().window(phone)];
      await signIn(there, login, 'vi');
      await signIn(here, login, 'vi');
      await here.open(account);
      const sessions = here.page.locator('#own-sessions');
      await sessions.getByText('Phiên này').waitFor();
      await here.page.locator('#own-activity tbody tr').first().waitFor();
      await there.open(account);
      await there.page.locator('#own-sessions').getByText('Phiên này').waitFor();
      await expect.poll(() => overTheEdge(there.page)).toEqual([]);
      await sessions.scrollIntoViewIfNeeded();
      await takePicture(here.page, 'own-sessions-vi');
      await here.page.click('#end-other-sessions');
      await expect.poll(() => sessions.locator('tbody tr').count()).toBe(1);
      await there.page.goto(`${house.studio}/admin`);
      await there.page.locator('#field-password').waitFor();
      await Promise.all([here.close(), there.close()]);
    });

    it('sets up an authenticator, proves it by a code, and keeps the codes for a lost phone', async () => {
      const visit = await stage().window();
      const { page } = visit;
      await signIn(visit, login, 'vi');
      await visit.open(account);
      await page.click('#add-totp');
      secret = ((await page.locator('#totp-secret').textContent()) ?? '').replaceAll(' ', '');
      await takePicture(page, 'authenticator-vi');
      await page.fill('#totp-code', '000000');
      await page.click('#totp-confirm');
      await page.locator('#totp-setup [role=alert]').waitFor();
      await page.fill('#totp-code', codeFor(secret, -1));
      await page.click('#totp-confirm');
      await page.locator('#recovery-codes').waitFor();
      codes = await page.locator('#recovery-codes code').allTextContents();
      expect(codes).toHaveLength(10);
      await page.click('#codes-kept');
      await page.locator('#own-factors').getByText('Còn 10 mã khôi phục.').waitFor();
      expect(await page.content()).not.toContain(codes[0]);
      await visit.close();
    });

    it.each([
      ['a code', () => codeFor(secret)],
      ['a recovery code, on a phone', () => codes[0] ?? ''],
    ])('comes in with the password and %s, and not without', async (what, code) => {
      const visit = await stage().window(what.includes('phone') ? phone : undefined);
      const { page } = visit;
      await visit.open('/admin/login');
      await page.fill('#field-email', login.email);
      await page.fill('#field-password', login.password);
      await page.click('#sign-in');
      await page.fill('#second-code', 'mistyped');
      await expect.poll(() => overTheEdge(page)).toEqual([]);
      await page.click('#sign-in-second');
      await page.locator('.bt-sign-in [role=alert]').waitFor();
      expect((await page.request.get(`${stage().house.studio}/api/desk`)).status()).toBe(401);
      await page.fill('#second-code', code());
      await page.click('#sign-in-second');
      await page.locator('.bt-desk').waitFor();
      await visit.close();
    });

    it('takes a file along only after a code of this moment, by its address and from a page', async () => {
      const visit = await stage().window();
      const { page } = visit;
      const { house } = stage();
      await visit.open('/admin/login');
      await page.fill('#field-email', login.email);
      await page.fill('#field-password', login.password);
      await page.click('#sign-in');
      await page.fill('#second-code', codes[1] ?? '');
      await page.click('#sign-in-second');
      await page.locator('.bt-desk').waitFor();
      await visit.open('/admin/prove');
      await page.getByText(words['prove.nothing'] ?? '').waitFor();
      expect(await page.locator('#prove-proof').count()).toBe(0);
      letProofsAge(house, 'recovery');
      await page.goto(`${house.studio}/api/translation/coverage.csv`);
      expect(new URL(page.url()).pathname).toBe('/admin/prove');
      await page.fill('#prove-proof', codeFor(secret, 1));
      const [table] = await Promise.all([page.waitForEvent('download'), page.click('#prove-go')]);
      expect(table.suggestedFilename()).toBe('translations.csv');
      await page.getByText(words['prove.comes'] ?? '').waitFor();
      letProofsAge(house, 'totp');
      await visit.open('/admin/audit-log');
      await page.click('#take-now');
      await page.fill('#prove-proof', codes[2] ?? '');
      const [lines] = await Promise.all([page.waitForEvent('download'), page.click('#prove-go')]);
      expect(lines.suggestedFilename()).toMatch(/^audit-log-.*\.csv$/);
      await visit.close();
    });
  });
};
