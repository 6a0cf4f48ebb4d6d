import { randomUUID } from 'node:crypto';
import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hire, type Login } from '../support/cast.ts';
import { takePicture } from '../support/pictures.ts';
import { letProofsAge } from '../support/proof.ts';
import type { Stage } from '../support/stage.ts';
import { signIn, type Visit } from '../support/visit.ts';

/** An authenticator of the browser’s own, which recognises its person. @returns how to change that */
const plugIn = async (page: Page): Promise<(recognises: boolean) => Promise<void>> => {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return (isUserVerified) => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }).then(() => {});
};

/** Passkeys in the browser as it is: made, shown alone, after a password, and before something that weighs. */
export const aPasskeyOpens = (stage: () => Stage): void => {
  describe('somebody who looks after their account, and has a passkey', () => {
    let visit: Visit;
    let login: Login;
    let recognise: (recognises: boolean) => Promise<void>;

    const leave = async () => {
      const { studio } = stage().house;
      await visit.page.request.post(`${studio}/api/users/logout`, { headers: { origin: studio } });
      await visit.open('/admin/login');
    };

    it('makes it, gives it a name, and is told codes for the day on which the device is gone', async () => {
      const { house } = stage();
      const who = { name: 'Trương Mỹ Duyên', roles: ['editor'] as const, email: `${randomUUID()}@benthanh.example` };
      login = await hire(house, await stage().caller('administrator'), who);
      visit = await stage().window();
      const { page } = visit;
      recognise = await plugIn(page);
      await signIn(visit, login, 'vi');
      await visit.open('/admin/account');
      await page.click('#add-passkey');
      await page.fill('#passkey-name', 'Máy tính ở cơ quan');
      await page.locator('#own-factors').evaluate((one) => one.scrollIntoView({ block: 'center' }));
      await takePicture(page, 'passkey-vi');
      await page.click('#passkey-create');
      await page.locator('#recovery-codes code').first().waitFor();
      await page.click('#codes-kept');
      await page.locator('#own-factors').getByText('Máy tính ở cơ quan').waitFor();
    });

    it('comes in with it alone, and not where the device has not recognised them', async () => {
      const { page } = visit;
      await leave();
      await takePicture(page, 'sign-in-passkey-vi');
      await recognise(false);
      await page.click('#sign-in-passkey');
      await page.locator('.bt-sign-in [role=alert]').waitFor();
      expect((await page.request.get(`${stage().house.studio}/api/desk`)).status()).toBe(401);
      await recognise(true);
      await page.click('#sign-in-passkey');
      await page.locator('.bt-desk').waitFor();
    });

    it('shows it as the second step, after the password', async () => {
      const { page } = visit;
      await leave();
      await page.fill('#field-email', login.email);
      await page.fill('#field-password', login.password);
      await page.click('#sign-in');
      await page.click('#second-passkey');
      await page.locator('.bt-desk').waitFor();
    });

    it('is asked for it again before new recovery codes, some time later, and nothing is lost', async () => {
      const { page } = visit;
      await visit.open('/admin/account');
      letProofsAge(stage().house, 'passkey');
      await page.click('#new-codes');
      await page.locator('#prove-passkey').waitFor();
      await takePicture(page, 'prove-passkey-vi');
      await page.click('#prove-passkey');
      await page.locator('#recovery-codes code').first().waitFor();
      await page.click('#codes-kept');
      await page.locator('#own-factors').getByRole('button', { name: 'Gỡ' }).click();
      await page.locator('#own-factors').getByText('Chưa có.').waitFor();
      await visit.close();
    });
  });
};
