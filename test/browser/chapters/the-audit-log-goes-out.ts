import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readWords } from '../../support/words.ts';
import { takePicture } from '../support/pictures.ts';
import type { Stage } from '../support/stage.ts';
import { desktop, phone, wordsOn } from '../support/visit.ts';

const address = '/admin/audit-log';
const words = readWords('vi', 'studio');

/** Whoever audits takes lines of the log out of the studio, and sees for how long they stay. */
export const theAuditLogGoesOut = (stage: () => Stage): void => {
  describe('whoever audits', () => {
    const isWithin = (page: Page) =>
      page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

    it('checks and saves lines of the log, and finds whether it is sound in the last of them', async () => {
      await stage().as('officer', async (visit) => {
        const { page } = visit;
        await visit.open(address);
        await page.locator('#retention').getByText('53/2022').first().waitFor();
        await page.check('#take-refusals');
        await takePicture(page, 'audit-log');
        const coming = page.waitForEvent('download');
        await page.click('#take-now');
        const file = await coming;
        expect(file.suggestedFilename()).toMatch(/^audit-log-.*\.csv$/);
        const text = await readFile(await file.path(), 'utf8');
        expect(text.trimEnd().split('\r\n').at(-1)).toContain('Nhật ký nguyên vẹn');
        await page
          .locator('#take-lines')
          .getByText(words['auditLog.taken'] ?? '')
          .waitFor();
        await page.setViewportSize(phone);
        await expect.poll(() => isWithin(page)).toBe(true);
        await page.setViewportSize(desktop);
      });
    });

    it('is nobody else: for an editor there is no such page', async () => {
      await stage().as('editor', async (visit) => {
        const { page } = visit;
        await visit.open('/admin/no-such-page');
        const nowhere = await wordsOn(page);
        await visit.open(address);
        expect(await wordsOn(page)).toBe(nowhere);
      });
    });
  });
};
