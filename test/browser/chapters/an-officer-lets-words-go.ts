import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bodyOf, completeText } from '../../support/lexical.ts';
import { jpegOf, pictureForm, texturedPicture } from '../../support/pictures.ts';
import type { Answer } from '../../support/studio-caller.ts';
import { untilStatus } from '../support/delivery.ts';
import { takePicture } from '../support/pictures.ts';
import type { Stage } from '../support/stage.ts';
import { desktop, phone } from '../support/visit.ts';

const title = 'Cảng hành khách mở lại bến số 3';
const stamped = 'Trích phụ lục kế hoạch 12/KH, bản TỐI MẬT, về luồng tàu vào cảng.';

const filename = 'so-do_TUYỆT-MẬT.jpg';
const pictured = 'Sơ đồ bến số 3';

const must = ({ status, body }: Answer, wanted: number): Answer['body'] => {
  expect(status, JSON.stringify(body)).toBe(wanted);
  return body;
};

/** A picture whose file is named after a stamp. */
const bringPicture = async (stage: Stage): Promise<string> => {
  const curator = await stage.caller('curator');
  const said = { title: pictured, alt: pictured, credit: 'Lan', rights: 'http://creativecommons.org/licenses/by/4.0/' };
  const body = pictureForm(await jpegOf(texturedPicture(650)), said, filename);
  return must(await curator.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body }), 201).doc.id;
};

interface Published {
  readonly id: string;
  /** Where it would stand outside. */
  readonly slug: string;
  readonly image: string;
}

/** An article with a stamp in it and such a picture, written by one person and published by another, who releases the picture with it. */
const publish = async (stage: Stage): Promise<Published> => {
  const image = await bringPicture(stage);
  const editor = await stage.caller('editor');
  const written = { ...completeText(title), body: bodyOf(['Bến mở lại từ thứ Hai.', stamped], [image]), source: 'vi' };
  const made = must(await editor.post('/api/articles?locale=vi&draft=true&depth=0', written), 201);
  const { id, revision, slug } = made.doc;
  const publisher = await stage.caller('publisher');
  must(await publisher.post(`/api/articles/${id}/publish`, { locale: 'vi', revision }), 200);
  return { id, slug, image };
};

/** The other answer at the door. */
const letPictureGo = async (stage: Stage, image: string): Promise<void> => {
  const officer = await stage.caller('officer');
  const { cases } = must(await officer.get('/api/secrecy/cases'), 200);
  const { id } = cases.find((one: { document: string }) => one.document === image);
  must(await officer.post(`/api/secrecy/cases/${id}/let-go`, { reason: 'Đã giải mật', seen: 'waiting' }), 200);
};

/** On a desk and on a telephone: it fits, and nothing of that part keeps people who hear it, or use the keys alone, from working. */
const looksWell = async (page: Page, part: string): Promise<void> => {
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size);
    const fits = () =>
      page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
    await expect.poll(fits).toBe(true);
    const { violations } = await new AxeBuilder({ page }).include(part).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }
};

/** A stamp that somebody pasted stays in until an officer has said of the very words that they may go. */
export const anOfficerLetsWordsGo = (stage: () => Stage): void => {
  describe('an officer who is asked about words of secrecy', () => {
    let made: Published;

    it('finds them on the desk and on their page, also on a telephone', async () => {
      made = await publish(stage());
      await stage().as('officer', async ({ open, page }) => {
        await open('/admin');
        await page.locator('.bt-card--secrecy').getByText(title).waitFor();
        await page.locator('.bt-card--secrecy .bt-card__more a').click();
        const card = page.locator('.bt-secrecy__case').filter({ hasText: title });
        await card.locator('mark', { hasText: 'TỐI MẬT' }).waitFor();
        await takePicture(page, 'secrecy');
        await looksWell(page, '.bt-secrecy');
      });
      await untilStatus(stage().house, `vi/articles/${made.slug}`, 404);
    });

    it('and whoever wrote or brought them in is told where they stand, and not which', async () => {
      const look = (part: 'editor' | 'curator', path: string, where: string, picture: string) =>
        stage().as(part, async (visit) => {
          const { page } = visit;
          await visit.open(path);
          const kept = page.locator('.bt-kept');
          await kept.locator('li', { hasText: where }).waitFor();
          expect(await kept.textContent()).not.toContain('MẬT');
          await kept.scrollIntoViewIfNeeded();
          await takePicture(page, picture);
          await looksWell(page, '.bt-kept');
        });
      await look('editor', `/admin/collections/articles/${made.id}?locale=vi`, 'Nội dung', 'kept-in');
      await look('curator', `/admin/collections/images/${made.image}`, 'Tên tệp', 'picture-kept-in');
    });

    it('lets them go with a reason, by the keys alone, and they are public', async () => {
      await letPictureGo(stage(), made.image);
      await stage().as('officer', async (visit) => {
        const { page } = visit;
        await visit.open('/admin/secrecy');
        const card = page.locator('.bt-secrecy__case').filter({ hasText: title });
        expect(await card.getByRole('button').first().isDisabled()).toBe(true);
        await card.locator('textarea').focus();
        await page.keyboard.type('Đã giải mật theo Quyết định 5/2026');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.getByText('Đã cho phát hành đoạn này.').waitFor();
        await card.waitFor({ state: 'detached' });
      });
      await untilStatus(stage().house, `vi/articles/${made.slug}`, 200);
    });
  });
};
