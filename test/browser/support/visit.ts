import type { Browser, BrowserContext, ConsoleMessage, Locator, Page } from 'playwright-core';
import type { StudioLocale } from '#languages/locales.ts';
import type { Login } from './cast.ts';
import type { House } from './house.ts';

/** Widths at which pages are looked at, in CSS pixels. */
export const desktop = { width: 1280, height: 900 } as const;
export const phone = { width: 390, height: 844 } as const;
export const tablet = { width: 834, height: 1112 } as const;

/** One person's browser window. */
export interface Visit {
  readonly page: Page;
  /** What went wrong in the page by itself, what it was kept from doing, and every address outside the house that it asked. */
  readonly complaints: string[];
  /** Goes to an address of the studio, e.g. `/admin/collections/images`, and waits until it is at rest. */
  open(path: string): Promise<void>;
  /** Clicks what opens a window of its own. @returns the page in it */
  follow(link: Locator): Promise<Page>;
  close(): Promise<void>;
}

/** What one person's browser keeps from window to window: who has signed in, and programs that it has read before. */
export const openProfile = async (browser: Browser, viewport: Size = desktop): Promise<BrowserContext> => {
  const profile = await browser.newContext({ viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  // What a page was kept from doing it may have swallowed; the browser does not always say so by itself
  await profile.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
      console.error(`Content Security Policy: ${effectiveDirective} ${blockedURI} ${sourceFile}`),
    );
  });
  return profile;
};

/** A window of a profile. Closing it closes every window that came of it, and leaves the profile. */
export const windowIn = async (profile: BrowserContext, house: House, viewport: Size = desktop): Promise<Visit> => {
  const page = await profile.newPage();
  await page.setViewportSize(viewport);
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  const hear = (said: ConsoleMessage) => {
    if (said.type() === 'error' && said.text().includes('Content Security Policy')) complaints.push(said.text());
  };
  profile.on('console', hear);
  page.on('request', (request) => {
    if (isOutside(request.url(), house)) complaints.push(`asked ${request.url()}`);
  });
  return {
    page,
    complaints,
    open: async (path) => void (await page.goto(`${house.studio}${path}`, { waitUntil: 'networkidle' })),
    follow: async (link) => {
      const [opened] = await Promise.all([profile.waitForEvent('page'), link.click()]);
      await opened.waitForLoadState();
      return opened;
    },
    close: async () => {
      await Promise.all(profile.pages().map((one) => one.close()));
      profile.off('console', hear);
    },
  };
};

/** A fresh window in which nobody has signed in, and which nothing outlives. */
export const openWindow = async (browser: Browser, house: House, viewport: Size = desktop): Promise<Visit> => {
  const profile = await openProfile(browser, viewport);
  return { ...(await windowIn(profile, house, viewport)), close: () => profile.close() };
};

export interface Size {
  readonly width: number;
  readonly height: number;
}

const isOutside = (url: string, { studio, delivery }: House): boolean =>
  !/^(data|blob|about):/.test(url) && !url.startsWith(`${studio}/`) && !url.startsWith(`${delivery}/`);

/** Signs in as a person does: language, e-mail, password, button. */
export const signIn = async (visit: Visit, login: Login, language: StudioLocale = 'vi'): Promise<void> => {
  const { page } = visit;
  await visit.open('/admin/login');
  await speak(page, language);
  await page.locator('#field-email').fill(login.email);
  await page.locator('#field-password').fill(login.password);
  await page.locator('form button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
  await page.waitForLoadState('networkidle');
};

/** Chooses the language of the log-in page. */
export const speak = async (page: Page, language: StudioLocale): Promise<void> => {
  const button = page.locator(`#interface-${language}`);
  await untilSeen(page.locator(`#interface-${language}[aria-pressed=true]`), () => button.click());
};

/** Presses again until the sign is there: a page that has just come may not listen yet. */
export const untilSeen = async (sign: Locator, press: () => Promise<void>): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) {
    if (await sign.first().isVisible()) return;
    await press();
    await sign
      .first()
      .waitFor({ timeout: 3000 })
      .catch(() => undefined);
  }
  await sign.first().waitFor({ timeout: 1 });
};

/** All words that stand on a page, without those of its programs. */
export const wordsOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const program of copy.querySelectorAll('script, style, template')) program.remove();
    return copy.textContent ?? '';
  });
