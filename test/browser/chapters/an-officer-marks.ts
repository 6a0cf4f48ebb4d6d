import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSearch } from '../../security/support/disguises.ts';
import { filesBelow } from '../../support/files-in.ts';
import { readWords } from '../../support/words.ts';
import { ask, untilStatus } from '../support/delivery.ts';
import type { Stage } from '../support/stage.ts';
import { wordsOn } from '../support/visit.ts';
import { ferryTitle } from './an-editor-writes.ts';

/** What was public a moment ago is gone for everybody who has no clearance, as if it had never been. */
export const anOfficerMarks = (stage: () => Stage): void => {
  describe('a security officer', () => {
    const address = () => `vi/articles/${stage().slugs.vi}`;

    it('is refused a state secret on a connected machine, with the law as the reason', async () => {
      await stage().as('officer', async (visit) => {
        const { page } = visit;
        await visit.open(`${stage().article}?locale=vi`);
        await page.click('#action-raise');
        await page.selectOption('#raise-level', 'mat');
        expect(await page.locator('#confirm-raise').isDisabled()).toBe(true);
        await page.fill('#raise-basis', 'Thử mức');
        await page.click('#confirm-raise');
        await page.locator('.bt-dialog [role=alert]').getByText('117/2025/QH15').waitFor();
      });
      expect((await ask(stage().house, address())).status).toBe(200);
    });

    it('marks it restricted, and it is gone outside', async () => {
      await stage().as('officer', async (visit) => {
        const { page } = visit;
        await visit.open(`${stage().article}?locale=vi`);
        await page.click('#action-raise');
        await page.selectOption('#raise-level', 'restricted');
        await page.fill('#raise-basis', 'Công văn 12/CV-2026');
        await page.click('#confirm-raise');
        await page.getByText('Đã nâng mức bảo mật').waitFor();
        await page.locator('#marking-banner').getByText('Hạn chế').waitFor();
      });
      await expect.poll(async () => (await ask(stage().house, address())).status, { timeout: 20_000 }).not.toBe(200);
      const gone = await ask(stage().house, address());
      const { body } = await untilStatus(stage().house, 'vi/articles?limit=50', 200);
      expect(JSON.stringify([gone.body, body])).not.toContain(ferryTitle);
    });

    it('R57: leaves nothing of it to a colleague without clearance: not on the desk, in the list, by its address or in its history', async () => {
      await stage().as('editor', async (visit) => {
        const { page } = visit;
        const editor = await stage().caller('editor');
        const id = stage().article.split('/').at(-1);
        const places = ['/admin', `/admin/collections/articles?search=${encodeURIComponent('Chuyến phà cuối')}`];
        for (const place of [
          ...places,
          stage().article,
          `${stage().article}/versions`,
          `/api/preview/articles/${id}`,
        ]) {
          await visit.open(place);
          expect(await page.content(), place).not.toContain(ferryTitle);
          for (const headers of [undefined, { rsc: '1' }])
            expect(String((await editor.get(place, headers)).body), place).not.toContain(ferryTitle);
        }
        await visit.open(stage().article);
        const hidden = await wordsOn(page);
        await visit.open('/admin/collections/articles/3f0e0000-0000-4000-8000-000000000000');
        const strip = (text: string) => text.replaceAll(/[0-9a-f-]{36}/g, '');
        expect(strip(await wordsOn(page))).toBe(strip(hidden));
      });
    });

    it('R55: leaves no word of it in what studio, gate and delivery have written on the side', async () => {
      const search = openSearch([ferryTitle]);
      const logs = await filesBelow(join(stage().house.dataDir, 'logs'));
      expect(logs.map(([name]) => name)).toEqual(expect.arrayContaining(['studio.log', 'gate.log', 'delivery.log']));
      for (const [name, bytes] of logs) expect(search(bytes), name).toEqual([]);
    });

    it('sees at the desk what was refused, and goes from there into the audit log', async () => {
      const editor = await stage().caller('editor');
      expect((await editor.post('/api/users', { email: 'x@benthanh.example', name: 'X' })).status).toBe(403);
      await stage().as('officer', async ({ open, page }) => {
        await open('/admin');
        const card = page.locator('.bt-card--refusals');
        await card
          .getByText(readWords('vi', 'problems').forbidden ?? '')
          .first()
          .waitFor();
        await card.getByRole('link', { name: readWords('vi', 'studio')['desk.refused.all'] }).click();
        await page.locator('tr.row-1').waitFor();
        const outcomes = await page.locator('td.cell-outcome').allTextContents();
        expect(new Set(outcomes)).toEqual(new Set([readWords('vi', 'fields')['audit.outcome.refused']]));
      });
    });
  });
};
