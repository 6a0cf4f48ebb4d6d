import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openBrowser } from '../support/browser.ts';
import { readWords } from '../support/words.ts';
import { admit, enter, type Login } from './support/cast.ts';
import { type House, startHouse } from './support/house.ts';
import { takePicture } from './support/pictures.ts';
import { desktop, openWindow, phone, signIn, speak, type Visit } from './support/visit.ts';

/** A complete installation with its demo content, walked through by each kind of user in a real browser. */
const parts = ['editor', 'publisher', 'curator', 'security-officer'] as const;
type Part = (typeof parts)[number];

const opened = new AsyncDisposableStack();
let house: House;
let browser: Awaited<ReturnType<typeof openBrowser>>['browser'];
const cast = new Map<Part, Login>();
const complaints: string[] = [];

const loginOf = (part: Part): Login => {
  const login = cast.get(part);
  if (!login) throw new Error(`${part} has no log-in`);
  return login;
};

/** Opens a window, lets somebody sign in and do something, and keeps what the page complained of. */
const as = async (
  part: Part,
  size: typeof desktop | typeof phone,
  act: (visit: Visit) => Promise<void>,
): Promise<void> => {
  const visit = await openWindow(browser, house, size);
  try {
    await signIn(visit, loginOf(part), 'vi');
    await act(visit);
    complaints.push(...visit.complaints);
  } finally {
    await visit.close();
  }
};

const docs = z.object({ docs: z.array(z.object({ id: z.string() })).min(1) });

/** Address in the studio of the first document that a search finds, asked as the person. */
const find = async (part: Part, collection: string, where: string): Promise<string> => {
  const caller = await enter(house, loginOf(part));
  const answer = await caller.get(`/api/${collection}?depth=0&limit=1&locale=vi&${where}`);
  return `/admin/collections/${collection}/${docs.parse(answer.body).docs[0]?.id}`;
};

beforeAll(async () => {
  house = opened.use(await startHouse());
  const chromium = opened.use(await openBrowser());
  browser = chromium.browser;
  const visit = await openWindow(browser, house);
  await signIn(visit, house.administrator, 'vi');
  await visit.page.fill('#new-password', 'mot-mat-khau-du-dai-2026');
  await visit.page.fill('#new-password-again', 'mot-mat-khau-du-dai-2026');
  await visit.page.click('#change-password');
  await visit.page.locator('.bt-desk').waitFor();
  await visit.close();
  const administrator = await enter(house, { ...house.administrator, password: 'mot-mat-khau-du-dai-2026' });
  for (const part of parts) cast.set(part, await admit(house, administrator, `${part}@benthanh.example`));
});

afterAll(async () => {
  const { left } = await house.stop();
  await opened.disposeAsync();
  expect(left).toEqual([]);
});

describe('the studio', () => {
  it('greets in each of its languages', async () => {
    const visit = await openWindow(browser, house);
    await visit.open('/admin/login');
    for (const language of ['vi', 'en', 'fr', 'zh'] as const) {
      await speak(visit.page, language);
      expect(await visit.page.locator('html').getAttribute('lang')).toBe(language);
    }
    await takePicture(visit.page, 'login');
    await visit.close();
  });

  it('shows an editor what waits, at the desk and on a telephone', async () => {
    await as('editor', desktop, async ({ page }) => {
      await page.locator('.bt-desk').waitFor();
      expect(await page.locator('.bt-desk a').count()).toBeGreaterThan(2);
      await takePicture(page, 'dashboard');
    });
    await as('editor', phone, async (visit) => {
      const { page } = visit;
      await page.locator('.bt-desk').waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
      await takePicture(page, 'phone');
      await visit.open(await find('editor', 'articles', 'where[slug][equals]=mot-ngay-o-cho-ben-thanh'));
      await takePicture(page, 'phone-article');
    });
  });

  it('shows an article with its languages', async () => {
    const address = await find('editor', 'articles', 'where[slug][equals]=mot-ngay-o-cho-ben-thanh');
    await as('editor', desktop, async (visit) => {
      const { page } = visit;
      await visit.open(address);
      expect(await page.locator('#field-title').first().inputValue()).toBe('Một ngày ở chợ Bến Thành');
      await page.getByText('简体中文').first().waitFor();
      await takePicture(page, 'article-editor');
    });
  });

  it('shows a curator a picture with its words and its point of interest', async () => {
    const address = await find('curator', 'images', 'where[slug][exists]=true&sort=createdAt');
    await as('curator', desktop, async (visit) => {
      await visit.open(address);
      await visit.page.locator('#image-focus').waitFor();
      await takePicture(visit.page, 'image');
    });
  });

  it('shows the security officer a marking and how to raise it', async () => {
    const address = await find('security-officer', 'articles', 'where[slug][equals]=mot-ngay-o-cho-ben-thanh');
    await as('security-officer', desktop, async (visit) => {
      await visit.open(address);
      await visit.page.getByText('Công khai').first().waitFor();
      await takePicture(visit.page, 'marking');
    });
  });

  it('shows the security officer what was refused, and leads to it in the audit log', async () => {
    const editor = await enter(house, loginOf('editor'));
    expect((await editor.post('/api/users', { email: 'x@benthanh.example', name: 'X' })).status).toBe(403);
    await as('security-officer', desktop, async ({ page }) => {
      const card = page.locator('.bt-card--refusals');
      await card.getByText(readWords('vi', 'problems').forbidden ?? '').waitFor();
      await card.getByRole('link', { name: readWords('vi', 'studio')['desk.refused.all'] }).click();
      await page.locator('tr.row-1').waitFor();
      const outcomes = await page.locator('td.cell-outcome').allInnerTexts();
      expect(new Set(outcomes)).toEqual(new Set([readWords('vi', 'fields')['audit.outcome.refused']]));
    });
  });

  it('leads to the API reference of what it published', async () => {
    const visit = await openWindow(browser, house);
    await visit.page.goto(`${house.delivery}/docs`);
    await visit.page.getByRole('heading', { name: 'List of articles' }).first().waitFor();
    await visit.page.getByText('/v1/{locale}/articles').first().waitFor();
    await takePicture(visit.page, 'api-reference');
    await visit.close();
  });

  it('asks nobody outside and breaks on no page', () => expect(complaints).toEqual([]));
});
