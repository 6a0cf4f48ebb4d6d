import { describe, expect, it } from 'vitest';
import { completeText } from '../../support/lexical.ts';
import { takePicture } from '../support/pictures.ts';
import type { Stage } from '../support/stage.ts';
import { isAccessible, run, textOf } from '../support/texts.ts';

/** A machine fills what is empty, some at a time, in sight of whoever asked it to, and nothing is theirs before they confirm it. */
export const aMachineFillsWhatIsEmpty = (stage: () => Stage): void => {
  describe('a machine that helps at the workbench', () => {
    it('fills what is empty of a text that is public, leaves what it got wrong, and is nobody’s until somebody confirms it', async () => {
      const editor = await stage().caller('editor');
      const publisher = await stage().caller('publisher');
      const body = textOf([run('Chợ nổi mở từ '), run('5 giờ', 1), run(' sáng.')], [run('Có 40 chiếc ghe.')]);
      const text = { ...completeText('Chợ nổi trên sông'), summary: 'Một phiên chợ trên nước.', body, source: 'vi' };
      const made = await editor.post('/api/articles?locale=vi&draft=true', text);
      const { id } = made.body.doc;
      expect((await publisher.post(`/api/articles/${id}/publish`, { locale: 'vi' })).status).toBe(200);
      await stage().as('translator', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/translate/articles/${id}/fr`);
        await page.getByRole('button', { name: 'Để LibreTranslate dịch các đoạn còn trống' }).click();
        await page.getByText('Đã điền: 3. Còn lại: 0. Không dùng được: 1.').waitFor();
        await page.locator('.bt-line-state--machine').nth(2).waitFor();
        expect(await page.locator('.bt-line-state--missing').count()).toBe(1);
        await isAccessible(page, '.bt-bench');
        await takePicture(page, 'workbench-machine');
        await page.locator('.bt-line__open').nth(1).click();
        const field = page.locator('.bt-line--open textarea');
        expect(await field.inputValue()).toMatch(/^Un texte de \d+ lettres$/);
        await field.fill('Un marché sur l’eau.');
        await page.keyboard.press('Control+Enter');
        await page.locator('.bt-line-state--translated').waitFor();
        expect(await page.locator('.bt-line-state--machine').count()).toBe(2);
      });
      // The texts that are empty have been sent, and nothing else of the city
      const sent = stage().machine.asked.filter(({ path }) => path === '/translate');
      expect(sent).toHaveLength(1);
      expect(Object.keys(sent[0]?.body as object).sort()).toEqual(['format', 'q', 'source', 'target']);
    });
  });
};
