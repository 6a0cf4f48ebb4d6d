import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Download, Page } from 'playwright-core';
import type { Login } from './cast.ts';
import type { House } from './house.ts';

/** Lets some time pass since anybody proved themselves, or since those did who did it by this: a second factor. */
export const letProofsAge = ({ dataDir }: House, factor?: 'totp' | 'recovery' | 'passkey'): void => {
  const database = new DatabaseSync(join(dataDir, 'studio/studio.db'), { timeout: 15_000 });
  const long = new Date(Date.now() - 10 * 60 * 1000).toISOString();
  database
    .prepare('UPDATE sessions SET proven_at = ? WHERE factor = coalesce(?, factor) OR ? IS NULL')
    .run(long, factor ?? null, factor ?? null);
  database.close();
};

/** Whoever sits at a page gives their password whenever the studio asks once more who they are. */
export const proveWhenAsked = (page: Page, { password }: Login): Promise<void> =>
  page.addLocatorHandler(page.locator('#prove-proof'), async (asked) => {
    await asked.fill(password);
    await page.click('#prove-go');
  });

/** Somebody takes a file along by a click, and gives their password where the studio asks for it first. */
export const takeAlong = async (page: Page, click: string, { password }: Login): Promise<Download> => {
  const coming = page.waitForEvent('download');
  await page.click(click);
  const asked = page.locator('#prove-proof');
  const isAsked = await Promise.race([
    coming.then(() => false),
    asked.waitFor().then(
      () => true,
      () => false,
    ),
  ]);
  if (isAsked) {
    await asked.fill(password);
    await page.click('#prove-go');
  }
  return coming;
};
