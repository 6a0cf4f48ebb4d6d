import type { Locator, Page, Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { saveDraft } from '../support/form.ts';
import type { Stage } from '../support/stage.ts';
import { signIn, type Visit } from '../support/visit.ts';
import { insert, paperOf, press } from '../support/writing.ts';

/** Whether a request is a question about a fact box with these words. */
const asksAbout = (request: Request, words: string): boolean => {
  const question = request.postData() ?? '';
  return question.includes('lexical_blocks.facts.fields') && question.includes(words);
};

const boxOn = (page: Page): Locator => page.locator('.LexicalEditorTheme__block-facts');

/**
 * Types words and waits for the question about them. A page that is still busy with a question about the words before may
 * ask about these only at the next stroke.
 */
const typeUntilAsked = async (page: Page, words: string, asked: Promise<void>): Promise<void> => {
  let isAsked = false;
  const noted = asked.then(() => {
    isAsked = true;
  });
  await page.keyboard.type(words);
  // Whatever is asked, what was typed stands there whole
  await boxOn(page).getByText(words).waitFor();
  for (let turn = 0; turn < 10 && !isAsked; turn += 1) {
    if (turn > 0) await press(page, 'Space', 'Backspace');
    await Promise.race([noted, page.waitForTimeout(3000)]);
  }
  expect(isAsked, (await boxOn(page).textContent()) ?? '').toBe(true);
};

/** Holds back questions about a fact box with these words, until `release` lets them go. */
const holdQuestions = async (page: Page, words: string) => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: asked, resolve: noteAsked } = Promise.withResolvers<void>();
  await page.route('**/admin/**', async (route) => {
    if (asksAbout(route.request(), words)) {
      noteAsked();
      await released;
    }
    await route.continue();
  });
  return { release, asked };
};

/** Breaks the line whenever a question about a fact box with these words is asked. */
const breakLine = async (page: Page, words: string) => {
  const { promise: broken, resolve: noteBroken } = Promise.withResolvers<void>();
  await page.route('**/admin/**', async (route) => {
    if (!asksAbout(route.request(), words)) return route.continue();
    noteBroken();
    await route.abort();
  });
  return { broken };
};

const begin = async (visit: Visit, stage: Stage, title: string): Promise<void> => {
  await signIn(visit, await stage.member('editor'));
  await visit.open('/admin/collections/articles/create?locale=vi');
  await visit.page.fill('#field-title', title);
  await paperOf(visit.page).click();
  await insert(visit.page, 'Hộp thông tin');
};

const writeIntoBox = async (page: Page) => {
  const box = boxOn(page);
  await box.locator('#field-title').fill('Giá vé');
  await box.getByRole('textbox', { name: 'Nội dung hộp' }).click();
};

/** What is stored of the fact box of the article that is open, as one text. */
const storedBox = async (visit: Visit, stage: Stage): Promise<string> => {
  const id = new URL(visit.page.url()).pathname.split('/').at(-1);
  const reader = await stage.caller('editor');
  const { body } = await reader.get(`/api/articles/${id}?locale=vi&draft=true&depth=0`);
  return JSON.stringify(body.body.root.children);
};

/** A slow line and a slow machine: what stands in a box of the text is stored as it was typed, whenever the save comes. */
export const anAnswerComesLate = (stage: () => Stage): void => {
  describe('words in a box of the text', () => {
    it('are stored although the answer about their beginning came while the rest was typed', async () => {
      const visit = await stage().window();
      await begin(visit, stage(), 'Giá vé trên đường truyền chậm');
      await writeIntoBox(visit.page);
      const questions = await holdQuestions(visit.page, 'Người lớn:');
      await typeUntilAsked(visit.page, 'Người lớn:', questions.asked);
      await visit.page.keyboard.type(' 4 500 đồng một lượt.');
      questions.release();
      await visit.page.waitForTimeout(1500);
      await saveDraft(visit.page);
      expect(await storedBox(visit, stage())).toContain('Người lớn: 4 500 đồng một lượt.');
      await visit.close();
    });

    it('are stored when no answer about them has come at all', async () => {
      const visit = await stage().window();
      await begin(visit, stage(), 'Giá vé khi máy chủ đang bận');
      await writeIntoBox(visit.page);
      const questions = await holdQuestions(visit.page, 'Trẻ em');
      await visit.page.keyboard.type('Trẻ em: 2 000 đồng.');
      const stored = visit.page.waitForResponse((one) => new URL(one.url()).pathname === '/api/articles');
      const saved = saveDraft(visit.page);
      await stored;
      // The page of the article comes when the server has answered what it was asked before
      questions.release();
      await saved;
      expect(await storedBox(visit, stage())).toContain('Trẻ em: 2 000 đồng.');
      await visit.close();
    });

    it('stay on the page and are stored when the line breaks while they are typed', async () => {
      const visit = await stage().window();
      await begin(visit, stage(), 'Giá vé khi mất mạng');
      await writeIntoBox(visit.page);
      const line = await breakLine(visit.page, 'Người già:');
      await typeUntilAsked(visit.page, 'Người già:', line.broken);
      await visit.page.waitForTimeout(500);
      await visit.page.keyboard.type(' miễn phí.');
      await visit.page.unroute('**/admin/**');
      await saveDraft(visit.page);
      expect(await storedBox(visit, stage())).toContain('Người già: miễn phí.');
      await visit.close();
    });

    it('stay when somebody undoes what they wrote beside it', async () => {
      const visit = await stage().window();
      await begin(visit, stage(), 'Giá vé và một dòng thừa');
      await writeIntoBox(visit.page);
      await visit.page.keyboard.type('Xe đạp: 3 000 đồng.');
      // An answer of the server's is a step of its own in the history of the text
      await visit.page.waitForTimeout(1500);
      await paperOf(visit.page).locator(':scope > p').last().click();
      await press(visit.page, ...'thua', 'Control+z');
      await visit.page.keyboard.type('Vé bán tại bến.');
      await saveDraft(visit.page);
      const stored = await storedBox(visit, stage());
      for (const words of ['Xe đạp: 3 000 đồng.', 'Vé bán tại bến.']) expect(stored).toContain(words);
      expect(stored).not.toContain('thua');
      await visit.close();
    });

    it('are stored when the save follows at once on a machine that is slow', async () => {
      const visit = await stage().window();
      await begin(visit, stage(), 'Giá vé trên máy yếu');
      await writeIntoBox(visit.page);
      const machine = await visit.page.context().newCDPSession(visit.page);
      await machine.send('Emulation.setCPUThrottlingRate', { rate: 12 });
      await visit.page.keyboard.type('Xe máy: 6 000 đồng.');
      await saveDraft(visit.page);
      expect(await storedBox(visit, stage())).toContain('Xe máy: 6 000 đồng.');
      await visit.close();
    });
  });
};
