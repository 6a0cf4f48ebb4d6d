import type { Browser, BrowserContext } from 'playwright-core';
import type { StudioLocale } from '#languages/locales.ts';
import type { Login } from './cast.ts';
import type { House } from './house.ts';
import { openProfile, type Size, signIn, type Visit, windowIn } from './visit.ts';

/** Browsers of people who come again, each in each language of theirs. */
export interface Profiles {
  /** A window at the desk of somebody, who signs in unless they have before. */
  enter(login: Login, language: StudioLocale, size: Size): Promise<Visit>;
}

/** As people do, they stay signed in, and their browsers keep what they have read of the studio. */
export const openProfiles = (browser: Browser, house: House): Profiles => {
  const known = new Map<string, Promise<BrowserContext>>();
  return {
    enter: async (login, language, size) => {
      const key = `${login.email} ${language}`;
      const isNew = !known.has(key);
      const profile = known.get(key) ?? openProfile(browser);
      known.set(key, profile);
      const visit = await windowIn(await profile, house, size);
      if (!isNew) await visit.open('/admin');
      if (isNew || new URL(visit.page.url()).pathname.endsWith('/login')) await signIn(visit, login, language);
      return visit;
    },
  };
};
