import { describe, expect, it } from 'vitest';
import { openLanguage, saveDraft } from '../support/form.ts';
import type { Stage } from '../support/stage.ts';
import { signIn } from '../support/visit.ts';

/** Two windows on one article: what does not clash is joined, what clashes is shown, and nothing that was typed is lost. */
export const twoPeopleWriteOneText = (stage: () => Stage): void => {
  describe('two people with one article', () => {
    it('overwrite nothing of each other', async () => {
      const editor = await stage().caller('editor');
      const fields = { title: 'Hai người một bài', summary: 'Tóm tắt đầu tiên.' };
      const made = await editor.post('/api/articles?locale=vi&draft=true', fields);
      const id: string = made.body.doc.id;
      const stored = async () => (await editor.get(`/api/articles/${id}?locale=vi&draft=true&depth=0`)).body;
      const [one, other] = [await stage().window(), await stage().window()];
      await signIn(one, await stage().member('editor'));
      await signIn(other, await stage().member('colleague'));
      for (const visit of [one, other]) await visit.open(`/admin/collections/articles/${id}?locale=vi`);

      await one.page.fill('#field-title', 'Hai người, một bài viết');
      await saveDraft(one.page);
      await other.page.fill('#field-summary', 'Tóm tắt của người thứ hai.');
      await saveDraft(other.page);
      await other.page.getByText('Hai bên không sửa cùng một mục').waitFor();
      expect(await stored()).toMatchObject({
        title: 'Hai người, một bài viết',
        summary: 'Tóm tắt của người thứ hai.',
      });

      await other.page.fill('#field-title', 'Tiêu đề của người thứ hai');
      await saveDraft(other.page);
      await one.page.fill('#field-title', 'Tiêu đề của người thứ nhất');
      await one.page.click('#action-save-draft');
      const dialog = one.page.locator('.bt-dialog');
      await dialog.getByText('Có người đã lưu trước bạn').waitFor();
      await dialog.getByText('Hồ Minh Khang').waitFor();
      const shown = await dialog.textContent();
      for (const words of ['Tiêu đề của người thứ nhất', 'Tiêu đề của người thứ hai']) expect(shown).toContain(words);
      expect(await stored()).toMatchObject({ title: 'Tiêu đề của người thứ hai' });
      await dialog.getByText('Viết tiếp').click();
      expect(await one.page.inputValue('#field-title')).toBe('Tiêu đề của người thứ nhất');
      await one.page.click('#action-save-draft');
      await one.page.click('#conflict-save');
      await expect.poll(stored).toMatchObject({ title: 'Tiêu đề của người thứ nhất' });

      await openLanguage(other.page, 'en');
      await other.page.fill('#field-title', 'Two people, one article');
      await saveDraft(other.page);
      expect((await stored()).title).toBe('Tiêu đề của người thứ nhất');
      for (const visit of [one, other]) await visit.close();
    });
  });
};
