import type { Locator, Page } from 'playwright-core';

/** The place where the text of an article or event is written. */
export const paperOf = (page: Page): Locator => page.locator('.rich-text-lexical [contenteditable=true]').first();

/** Puts something into the text from the menu that `/` opens on an empty line, found by what a person types. */
export const insert = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.type('/');
  const menu = page.locator('.slash-menu-popup');
  await menu.waitFor();
  await menu.getByRole('option', { name, exact: true }).click();
};

/** Makes the line that holds the caret one of the kinds that the bar above the text offers. */
export const makeLine = async (page: Page, bar: string, kind: string): Promise<void> => {
  await page.getByRole('button', { name: bar, exact: true }).first().click();
  await page.locator('.toolbar-popup__dropdown-items').getByRole('button', { name: kind }).click();
};

/** Presses keys one after another, each when the editor has taken notice of the one before, as a person's hand does. */
export const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 40))));
  }
};

/** Selects the words that stand before the caret. */
export const selectBack = async (page: Page, words: string): Promise<void> => {
  await press(page, ...Array.from(words, () => 'Shift+ArrowLeft'));
  const selected = await page.evaluate(() => String(getSelection()));
  if (selected !== words) throw new Error(`"${selected}" is selected, and not "${words}"`);
};
