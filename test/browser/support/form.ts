import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { StudioLocale } from '#languages/locales.ts';

/** Chooses one of our documents in a field of the form, as a person does: opens the list, types, clicks. */
export const choose = async (page: Page, field: string, name: string): Promise<void> => {
  const input = page.locator(`#field-${field} [role=combobox]`);
  await input.click();
  await input.fill(name);
  await page.locator('.rs__option').filter({ hasText: name }).first().click();
  await page.locator(`#field-${field}`).getByText(name).first().waitFor();
};

/** Chooses a picture from the list that a field opens beside the page. */
export const choosePicture = async (page: Page, field: Locator, name: string): Promise<void> => {
  await field.locator('.rs__control').click();
  const drawer = page.locator('.list-drawer');
  await drawer.locator('#search-filter-input').fill(name);
  const found = drawer.getByRole('button', { name }).first();
  await found.waitFor();
  await found.click();
  await drawer.waitFor({ state: 'detached' });
  await field.getByText(name).first().waitFor();
};

/** Presses a button that saves, and waits until the studio has taken what was sent. */
const saveWith = async (page: Page, button: string): Promise<void> => {
  const [answer] = await Promise.all([
    page.waitForResponse(
      (one) => /\/api\/(articles|events|images|albums)/.test(one.url()) && isWrite(one.request().method()),
    ),
    page.locator(button).click(),
  ]);
  expect(answer.status(), await answer.text()).toBeLessThan(300);
  await page.waitForURL((url) => !url.pathname.endsWith('/create'));
  await page.locator(`${button}:disabled`).waitFor();
};

/** Saves the draft of an article or event. */
export const saveDraft = (page: Page): Promise<void> => saveWith(page, '#action-save-draft');

/** Saves a picture's words and rights. */
export const savePicture = (page: Page): Promise<void> => saveWith(page, '#action-save');

const isWrite = (method: string): boolean => method === 'POST' || method === 'PATCH';

/** Goes on in another language of the open document. */
export const openLanguage = async (page: Page, locale: StudioLocale): Promise<void> => {
  await page.locator(`#language-${locale}`).click();
  await page.waitForURL((url) => url.searchParams.get('locale') === locale);
  await page.locator(`#language-${locale}[aria-current=true]`).waitFor();
};

/** The four languages of the open document with the words that tell where each stands. */
export const statesOf = async (page: Page): Promise<Record<string, string>> => {
  const rows = page.locator('.bt-languages__row');
  await rows.nth(3).waitFor();
  const told = await rows.evaluateAll((all) =>
    all.map((row) => [row.id.replace('language-', ''), row.querySelector('.bt-chip')?.textContent ?? '']),
  );
  return Object.fromEntries(told);
};
