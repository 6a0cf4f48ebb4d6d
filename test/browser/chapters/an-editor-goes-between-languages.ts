import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { openLanguage, saveDraft, statesOf } from '../support/form.ts';
import type { Stage } from '../support/stage.ts';

const clickInStrip = async (page: Page, locale: StudioLocale): Promise<void> => {
  await page.locator('#content-language button').click();
  await page.locator(`#content-language-${locale}`).click();
};

/** Goes on in another language by the strip over the page. */
const chooseInStrip = async (page: Page, locale: StudioLocale): Promise<void> => {
  await clickInStrip(page, locale);
  await page.waitForURL((url) => url.searchParams.get('locale') === locale);
  await page.locator('.template-default:not([inert])').waitFor();
};

const title = (page: Page) => expect.poll(() => page.inputValue('#field-title'));

/** From language to language, by the strip over the page and by the panel beside the text: nothing typed is lost. */
export const anEditorGoesBetweenLanguages = (stage: () => Stage): void => {
  describe('whoever goes on in another language', () => {
    it('finds a new article stored, in the language in which it was begun', async () => {
      await stage().as('editor', async (visit) => {
        const { page } = visit;
        await visit.open('/admin/collections/articles/create?locale=vi');
        expect(await page.locator('.localizer').isVisible()).toBe(false);
        await chooseInStrip(page, 'fr');
        expect(new URL(page.url()).pathname).toMatch(/\/create$/);
        await page.fill('#field-title', 'Le quai au petit matin');
        await chooseInStrip(page, 'vi');
        await expect.poll(() => statesOf(page)).toMatchObject({ fr: 'Bản nháp', vi: 'Chưa có' });
        await title(page).toBe('');
        await page.fill('#field-title', 'Bến tàu sớm mai');
        await chooseInStrip(page, 'fr');
        await title(page).toBe('Le quai au petit matin');
        await openLanguage(page, 'vi');
        await title(page).toBe('Bến tàu sớm mai');
        expect(await page.locator('#language-fr em').count(), 'the source is French').toBe(1);
      });
    });

    it('stays where something cannot be stored, and loses nothing of it', async () => {
      await stage().as('editor', async (visit) => {
        const { page } = visit;
        const taken = stage().slugs.vi;
        const editor = await stage().caller('editor');
        const made = await editor.post('/api/articles?locale=vi&draft=true', { title: 'Một địa chỉ đã có chủ' });
        await visit.open(`/admin/collections/articles/${made.body.doc.id}?locale=vi`);
        await page.fill('#field-title', 'Tiêu đề chưa lưu');
        await page.fill('#field-slug', taken);
        await clickInStrip(page, 'en');
        await page.getByText('đã có tài liệu khác dùng').first().waitFor();
        expect(new URL(page.url()).searchParams.get('locale')).toBe('vi');
        expect(await page.inputValue('#field-title')).toBe('Tiêu đề chưa lưu');
        await page.fill('#field-slug', 'dia-chi-con-trong');
        await saveDraft(page);
      });
    });

    it('cannot type into a page that is about to go', async () => {
      await stage().as('editor', async (visit) => {
        const { page } = visit;
        await visit.open(`${stage().article}?locale=vi`);
        await title(page).not.toBe('');
        const before = await page.inputValue('#field-title');
        const held = Promise.withResolvers<void>();
        await page.route(/locale=en/, async (route) => {
          await held.promise;
          await route.continue();
        });
        await page.focus('#field-title');
        await page.locator('#language-en').click();
        await page.locator('.template-default[inert]').waitFor();
        await page.focus('#field-title');
        await page.keyboard.type('mất');
        expect(await page.inputValue('#field-title')).toBe(before);
        held.resolve();
        await page.locator('#language-en[aria-current=true]').waitFor();
        await page.locator('.template-default:not([inert])').waitFor();
        await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('language-en');
      });
    });

    it('reads the names of what a text refers to in the language that is open', async () => {
      await stage().as('editor', async (visit) => {
        const { page } = visit;
        await visit.open(`${stage().article}?locale=vi`);
        const agency = page.locator('#field-agency');
        await agency.getByText('Tổ Thông tin giao thông').waitFor();
        await openLanguage(page, 'zh');
        await agency.getByText('交通信息组').waitFor();
        await openLanguage(page, 'vi');
        await agency.getByText('Tổ Thông tin giao thông').waitFor();
      });
    });

    it('keeps the words of a picture', async () => {
      await stage().as('curator', async (visit) => {
        const { page } = visit;
        const curator = await stage().caller('curator');
        const found = await curator.get('/api/images?limit=1&depth=0&locale=vi');
        const { id } = found.body.docs[0];
        const address = (locale: StudioLocale) => `/api/images/${id}?locale=${locale}&depth=0&fallback-locale=none`;
        const before = await Promise.all(studioLocales.map((locale) => curator.get(address(locale))));
        await visit.open(`/admin/collections/images/${id}?locale=vi`);
        await page.fill('#field-caption', 'Chú thích chưa lưu.');
        await chooseInStrip(page, 'en');
        await expect.poll(() => page.inputValue('#field-caption')).toBe(before[1]?.body.caption ?? '');
        await chooseInStrip(page, 'vi');
        await expect.poll(() => page.inputValue('#field-caption')).toBe('Chú thích chưa lưu.');
      });
    });

    it('has the choice in lists, and not where nothing is written in several languages', async () => {
      await stage().as('curator', async (visit) => {
        await visit.open('/admin/collections/images?locale=vi');
        await chooseInStrip(visit.page, 'zh');
        await visit.page.locator('#content-language').getByText('简体中文').waitFor();
        await visit.open('/admin');
        await visit.page.locator('.bt-desk').waitFor();
        expect(await visit.page.locator('#content-language').count()).toBe(0);
      });
    });
  });
};
