import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { completeText } from '../../support/lexical.ts';
import { untilStatus } from '../support/delivery.ts';
import { takePicture } from '../support/pictures.ts';
import type { Stage } from '../support/stage.ts';
import { phone, tablet } from '../support/visit.ts';

const title = 'Lễ hội Áo dài 2027 mở màn trên phố đi bộ';
const texts = {
  vi: title,
  en: 'The Ao Dai Festival 2027 opens on the walking street',
  fr: 'Le festival de l’áo dài 2027 s’ouvre dans la rue piétonne',
} as const;

/** An article in three languages, as its writers leave it. @returns its id and its addresses */
const write = async (stage: Stage): Promise<{ id: string; slugs: Record<string, string> }> => {
  const editor = await stage.caller('editor');
  const made = await editor.post('/api/articles?locale=vi&draft=true&depth=0', {
    ...completeText(texts.vi),
    source: 'vi',
  });
  const { id } = made.body.doc;
  let { revision } = made.body.doc;
  for (const locale of ['en', 'fr'] as const) {
    const path = `/api/articles/${id}?locale=${locale}&draft=true&depth=0`;
    const saved = await editor.patch(path, { ...completeText(texts[locale]), revision });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    revision = saved.body.doc.revision;
  }
  const { body } = await editor.get(`/api/articles/${id}?locale=all&draft=true&depth=0`);
  return { id, slugs: body.slug };
};

const panel = (page: Page) => page.locator('#launch-panel');
const language = (page: Page, locale: string) => panel(page).locator(`.bt-launch__languages [data-locale=${locale}]`);

/** Nothing in a part of the page that keeps people who hear it, or use the keys alone, from working. */
const isAccessible = async (page: Page, part: string): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
};

/** Keeps back the answer to an act on a text, as a slow line does, until it is let go. */
const holdAnswer = async (page: Page, verb: string) => {
  const { promise: asked, resolve: noteAsked } = Promise.withResolvers<void>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route(`**/api/articles/*/${verb}`, async (route) => {
    noteAsked();
    const response = await route.fetch();
    await released;
    await route.fulfill({ response });
  });
  return { asked, release };
};

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Languages that go out together, one of them late, and a text that is taken back in all of them. */
export const aPublisherLaunches = (stage: () => Stage): void => {
  describe('a publisher launches', () => {
    let id = '';
    let slugs: Record<string, string> = {};
    const inFrench = async () => {
      const answer = await fetch(`${stage().house.delivery}/v1/fr/articles?limit=100&sort=updated`);
      const { data } = (await answer.json()) as { data: { title: string; language: object }[] };
      return data.find((one) => one.title === texts.vi || one.title === texts.fr) ?? null;
    };

    it('approves what is read, says which languages go when, and sees what is missing', async () => {
      ({ id, slugs } = await write(stage()));
      await stage().as('publisher', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/collections/articles/${id}?locale=vi`);
        await panel(page).waitFor();
        await page.locator('#approve-vi').focus();
        await page.keyboard.press('Enter');
        await language(page, 'vi').getByText('Sẵn sàng', { exact: true }).waitFor();
        // The panel above grows by a line when it knows: what moves under the mouse hears no click
        await page.locator('.bt-review').getByText('đã duyệt').waitFor();
        // Whoever goes on before the answer came keeps the dialog that they opened
        const late = await holdAnswer(page, 'review');
        await page.click('#approve-en');
        await late.asked;
        await page.click('#action-launch');
        const dialog = page.locator('.bt-dialog');
        await dialog.waitFor();
        late.release();
        await page.getByText('Đã duyệt bản English.').first().waitFor();
        await language(page, 'en').getByText('Sẵn sàng', { exact: true }).waitFor();
        await dialog.getByText('Theo giờ Thành phố Hồ Chí Minh.').waitFor();
        expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(3);
        await page.fill('#launch-at', '2031-02-03T09:00');
        await dialog.getByRole('radio', { name: /^Tạm dùng ngôn ngữ khác/ }).check();
        await isAccessible(page, '.bt-dialog');
        await takePicture(page, 'launch-dialog');
        await page.click('#confirm-launch');
        await panel(page).getByText('09:00 ngày 03/02/2031 (giờ Thành phố Hồ Chí Minh)').waitFor();
        await language(page, 'fr').getByText('Chưa ai duyệt ngôn ngữ này (Français).').waitFor();
        await isAccessible(page, '#launch-panel');
        await panel(page).evaluate((node) => node.scrollIntoView({ block: 'center' }));
        await takePicture(page, 'launch');
      });
    });

    it('finds it in the list of launches and on the desk, also on a telephone and a tablet', async () => {
      for (const size of [undefined, tablet, phone]) {
        await stage().as(
          'publisher',
          async (visit) => {
            const { page } = visit;
            await visit.open('/admin/launches');
            const one = page.locator('.bt-launches__one').filter({ hasText: title });
            await one.getByText('Đã lên kế hoạch').waitFor();
            await one.locator('[data-locale=fr]').getByText('Chưa sẵn sàng').waitFor();
            expect(await fits(page)).toBe(true);
            await isAccessible(page, '.bt-launches');
            if (!size) await takePicture(page, 'launches');
          },
          size ? { size } : {},
        );
      }
      await stage().as('publisher', async ({ open, page }) => {
        await open('/admin');
        const item = page.locator('.bt-card--launches li').filter({ hasText: title });
        await item.getByText('1 ngôn ngữ chưa sẵn sàng').waitFor();
      });
    });

    it('goes out without the late one, whose readers are told, and which follows when it is approved', async () => {
      await stage().as('publisher', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/collections/articles/${id}?locale=vi`);
        await panel(page).getByText('Đã lên kế hoạch').waitFor();
        // The moment comes now, and not in 2031
        const publisher = await stage().caller('publisher');
        const { launch } = (await publisher.get(`/api/articles/${id}/launch`)).body;
        const at = new Date(Date.now() + 1500).toISOString();
        const moved = { at, rule: launch.rule, locales: launch.locales, revision: launch.revision };
        expect((await publisher.post(`/api/articles/${id}/launch`, moved)).status).toBe(200);
        await untilStatus(stage().house, `vi/articles/${slugs.vi}`, 200);
        await untilStatus(stage().house, `en/articles/${slugs.en}`, 200);
        await expect
          .poll(async () => (await inFrench())?.language, { timeout: 20_000 })
          .toMatchObject({
            served: 'vi',
            awaited: { notice: expect.stringContaining('pas encore disponible en français') },
          });
        await page.reload();
        await panel(page).getByText('Đã ra mắt, còn ngôn ngữ đến sau').waitFor();
        await page.click('#approve-fr');
        await panel(page).getByText('Chưa lên kế hoạch ra mắt.').waitFor();
        await untilStatus(stage().house, `fr/articles/${slugs.fr}`, 200);
        await page.locator('#launch-past summary').click();
        await page.locator('#launch-past [data-locale=fr]').getByText('đã công khai').waitFor();
        await expect.poll(() => inFrench()).toMatchObject({ title: texts.fr, language: { served: 'fr' } });
      });
    });

    it('takes it back in every language at once, and is told before what vanishes', async () => {
      await stage().as('publisher', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/collections/articles/${id}?locale=vi`);
        await page.click('#action-recall');
        const dialog = page.locator('.bt-dialog');
        await dialog.locator('[data-locale=fr]').waitFor();
        expect(await dialog.locator('[data-locale]').count()).toBe(3);
        await isAccessible(page, '.bt-dialog');
        await takePicture(page, 'recall');
        await page.click('#confirm-recall');
        await dialog.waitFor({ state: 'detached' });
        await page.locator('#action-recall').waitFor({ state: 'detached' });
      });
      for (const locale of ['vi', 'en', 'fr'])
        await untilStatus(stage().house, `${locale}/articles/${slugs[locale]}`, 410);
    });
  });
};
