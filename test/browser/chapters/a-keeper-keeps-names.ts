import { describe, expect, it } from 'vitest';
import { completeText } from '../../support/lexical.ts';
import { takePicture } from '../support/pictures.ts';
import type { Stage } from '../support/stage.ts';
import { isAccessible } from '../support/texts.ts';
import { tablet } from '../support/visit.ts';

const file = [
  'concept,kind,definition,language,term,status,reason,stops',
  'ga-ben-thu,place,Ga tàu điện ngầm.,vi,Nhà ga Bến Thử,approved,,no',
  'ga-ben-thu,place,,vi,Ga Bến Thử,obsolete,Đổi tên năm 2025.,no',
  'ga-ben-thu,place,,en,Bến Thử Station,approved,,no',
  'ga-ben-thu,place,,zh,滨试站,approved,,no',
].join('\n');

const title = 'Sáng sớm ở Ga Bến Thử';

/** Official names: brought as a file, looked at before anything changes, and followed to the texts that have an old one. */
export const aKeeperKeepsNames = (stage: () => Stage): void => {
  describe('a keeper of names', () => {
    it('brings a file, sees first what it changes, and finds on the page of a name every text that has the old one', async () => {
      const editor = await stage().caller('editor');
      const made = await editor.post('/api/articles?locale=vi&draft=true', { ...completeText(title), source: 'vi' });
      expect(made.status).toBe(201);
      await stage().as('keeper', async (visit) => {
        const { page } = visit;
        await visit.open('/admin/collections/concepts');
        await page.getByRole('button', { name: 'Nhập từ tệp…' }).click();
        const dialog = page.locator('.bt-dialog');
        const bytes = Buffer.from(file);
        await page.locator('#names-file').setInputFiles({ name: 'ten-goi.csv', mimeType: 'text/csv', buffer: bytes });
        await dialog.getByText('Mục mới: 1, sẽ đổi: 0, giữ nguyên: 0.').waitFor();
        await dialog.getByText('Nhà ga Bến Thử').first().waitFor();
        await isAccessible(page, '.bt-dialog');
        await page.click('#names-apply');
        await dialog.waitFor({ state: 'detached' });
        await visit.open('/admin/collections/concepts/ga-ben-thu');
        const uses = page.locator('#name-uses');
        await uses.getByRole('link', { name: title }).first().waitFor();
        expect(await page.inputValue('#field-forms__0__term')).toBe('Nhà ga Bến Thử');
        await isAccessible(page, '#name-uses');
        await uses.evaluate((panel) => panel.scrollIntoView({ block: 'end' }));
        await takePicture(page, 'name-uses');
        await uses.getByRole('link', { name: title }).first().click();
        await page.waitForURL(new RegExp(`/admin/collections/articles/${made.body.doc.id}`));
      });
    });

    it('reads the page of a name on a tablet too', async () => {
      await stage().as(
        'keeper',
        async (visit) => {
          const { page } = visit;
          await visit.open('/admin/collections/concepts/ga-ben-thu');
          await page.locator('#name-uses').getByText(title).first().waitFor();
          const beside = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(beside).toBe(0);
        },
        { size: tablet },
      );
    });
  });
};
