import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bodyOf } from '../../support/lexical.ts';
import type { Caller } from '../../support/studio-caller.ts';
import { fileIn, translated, unpack, zipOf } from '../../translation/support/packs.ts';
import { takePicture } from '../support/pictures.ts';
import { takeAlong } from '../support/proof.ts';
import type { Stage } from '../support/stage.ts';
import { phone, tablet } from '../support/visit.ts';

const title = 'Lễ hội áo dài bên sông';
const paragraphs = ['Lễ hội mở cửa từ 8 giờ.', 'Có 30 gian hàng áo dài.'];

const begin = async (editor: Caller): Promise<string> => {
  const words = { title, summary: 'Ba ngày áo dài.', body: bodyOf(paragraphs) };
  const made = await editor.post('/api/articles?locale=vi&draft=true', { source: 'vi', ...words });
  return made.body.doc.id;
};

/** Somebody confirms a segment at the door of the workbench. */
const confirm = async (who: Caller, id: string, at: number, text: string): Promise<void> => {
  const path = `/api/translation/articles/${id}/en`;
  const { segment, base } = (await who.get(path)).body.segments[at];
  const done = await who.post(`${path}/segments/${segment}`, { target: [{ text }], base });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
};

/** Nothing on the page that keeps people who hear it, or use the keys alone, from working. */
const isAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).include('.bt-back').analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
};

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Away from the desk: a pack goes out with a button, is worked on elsewhere, and comes back without harm to anybody. */
export const anOfflinePackComesBack = (stage: () => Stage): void => {
  describe('a pack that a translator takes along', () => {
    let id = '';
    let pack: Buffer = Buffer.alloc(0);

    it('goes out with a button, and holds the text as it stands', async () => {
      id = await begin(await stage().caller('editor'));
      await confirm(await stage().caller('colleague'), id, 3, 'There are 30 stalls.');
      await stage().as('translator', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/translate/articles/${id}/en`);
        await page.locator('.bt-lines').waitFor();
        const file = await takeAlong(page, '#take-along', await stage().member('translator'));
        expect(file.suggestedFilename()).toBe(`articles-${id.slice(0, 8)}-en.zip`);
        const files = await unpack(await readFile(await file.path()));
        const [name, xliff] = fileIn(files, 'xliff');
        expect(xliff).toContain('<target>There are 30 stalls.</target>');
        const mine = translated(xliff, {
          [title]: 'Ao dai festival by the river',
          'Lễ hội mở cửa từ 8 giờ.': 'The festival opens at 9 a.m.',
          'Có 30 gian hàng áo dài.': 'There are 30 stalls of ao dai.',
        });
        pack = await zipOf(new Map([...files, [name, mine]]));
      });
    });

    it('comes back: what will change, where somebody else was faster, and a choice', async () => {
      await confirm(await stage().caller('colleague'), id, 3, 'Thirty stalls sell ao dai.');
      await stage().as('translator', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/translate/articles/${id}/en`);
        await page.click('#bring-back');
        await page
          .locator('#bring-file')
          .setInputFiles({ name: 'pack.zip', mimeType: 'application/zip', buffer: pack });
        const conflict = page.locator('.bt-back__segment--conflict');
        await conflict.waitFor();
        for (const words of ['There are 30 stalls.', 'sell', 'of ao dai'])
          await conflict.getByText(words).first().waitFor();
        expect(await page.locator('.bt-back__segment--change').count()).toBe(2);
        // A time that is another one is told before it is taken
        await page.locator('.bt-back__warned li').first().waitFor();
        await isAccessible(page);
        const take = page.locator('#bring-take');
        expect(await take.textContent()).toMatch(/ 2$/);
        await conflict.getByLabel('Lấy bản trong tệp').focus();
        await page.keyboard.press('Space');
        await expect.poll(() => take.textContent()).toMatch(/ 3$/);
        await conflict.scrollIntoViewIfNeeded();
        await takePicture(page, 'bring-back-conflict');
        await take.focus();
        await page.keyboard.press('Enter');
        await page.getByText('Số đoạn đã lấy: 3').waitFor();
        await isAccessible(page);
        const { body: stored } = await (await stage().caller('editor')).get(
          `/api/articles/${id}?locale=en&draft=true&depth=0`,
        );
        expect(stored.title).toBe('Ao dai festival by the river');
        expect(stored.body.root.children[1].children[0].text).toBe('There are 30 stalls of ao dai.');
        await page.click('#bring-again');
        await page
          .locator('#bring-file')
          .setInputFiles({ name: 'pack.zip', mimeType: 'application/zip', buffer: pack });
        await page.getByText('Không có gì trong đó làm thay đổi điều gì.').waitFor();
      });
    });

    it('is refused in words where it is broken', async () => {
      await stage().as('translator', async (visit) => {
        const { page } = visit;
        await visit.open('/admin/translate/import');
        const half = pack.subarray(0, pack.length - 40);
        await page
          .locator('#bring-file')
          .setInputFiles({ name: 'half.zip', mimeType: 'application/zip', buffer: half });
        await page.locator('.bt-refusal').getByText('half.zip').waitFor();
        await isAccessible(page);
      });
    });

    it('goes out for everything that the table shows', async () => {
      await stage().as('translator', async (visit) => {
        const { page } = visit;
        await visit.open('/admin/translations?collection=articles');
        await page.fill('#coverage-search', 'le hoi ao dai ben song');
        await expect.poll(() => page.locator('#coverage-table tbody tr').count()).toBe(1);
        await page.click('#take-several');
        await page.selectOption('#take-language', 'fr');
        const file = await takeAlong(page, '#take-go', await stage().member('translator'));
        expect(file.suggestedFilename()).toBe('translations-fr.zip');
        const files = await unpack(await readFile(await file.path()));
        expect(JSON.parse(files.get('contents.json') ?? '').documents).toMatchObject([{ id, target: 'fr' }]);
      });
    });

    it('goes out for what somebody chose in the table', async () => {
      await stage().as('editor', async (visit) => {
        const { page } = visit;
        await visit.open('/admin/translations?collection=articles&q=le+hoi+ao+dai+ben+song');
        await page.locator('#coverage-table tbody input[type=checkbox]').first().check();
        await page.click('#coverage-take');
        const file = await takeAlong(page, '#take-go', await stage().member('editor'));
        const files = await unpack(await readFile(await file.path()));
        expect(JSON.parse(files.get('contents.json') ?? '').documents).toMatchObject([{ id }]);
      });
    });

    it.each([
      ['a telephone', phone],
      ['a tablet', tablet],
    ] as const)('is looked at on %s', async (_, size) => {
      await stage().as(
        'translator',
        async (visit) => {
          const { page } = visit;
          await confirm(await stage().caller('colleague'), id, 3, `Thirty stalls on ${size.width}.`);
          await visit.open('/admin/translate/import');
          await page
            .locator('#bring-file')
            .setInputFiles({ name: 'pack.zip', mimeType: 'application/zip', buffer: pack });
          await page.locator('.bt-back__segment--conflict').waitFor();
          expect(await fits(page)).toBe(true);
        },
        { size },
      );
    });
  });
};
