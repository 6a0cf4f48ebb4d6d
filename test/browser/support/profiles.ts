import type { Browser, BrowserContext } from 'playwright-core';
import type { StudioLocale } from '#languages/locales.ts';
import type { Login } from './cast.ts';
import type { House } from './house.ts';
import { openProfile, type Size, signIn, type Visit, windowIn } from './visit.ts';

/** Browsers of people who come again, each in each language of theirs. */
export interface Profiles {
  /** A window of somebody, who signs in unless they have before. */
  enter(login: Login, language: StudioLocale, size: Size): Promise<Visit>;
}

/** As people do, they stay signed in, and their browsers keep what they have read of the studio. */
export const openProfiles = (browser: Browser, house: House): Profiles => {
  const known = new Map<string, Map<StudioLocale, BrowserContext>>();
  return {
    enter: async (login, language, size) => {
      const own = known.get(login.email) ?? new Map<StudioLocale, BrowserContext>();
      known.set(login.email, own);
      const [other] = own.values();
      const profile = own.get(language) ?? (await openProfile(browser));
      if (!own.has(language) && other) await inAnotherLanguage(other, profile, language, house);
      own.set(language, profile);
      const visit = await windowIn(profile, house, size);
      if (!(await isSignedIn(profile, house))) await signIn(visit, login, language);
      return visit;
    },
  };
};

const isSignedIn = async (profile: BrowserContext, { studio }: House): Promise<boolean> => {
  const answer = await profile.request.get(`${studio}/api/users/me`, { headers: { Origin: studio } });
  return answer.ok() && (await answer.json()).user !== null;
};

/** Whoever has signed in and chooses another language goes on in it. */
const inAnotherLanguage = async (from: BrowserContext, to: BrowserContext, language: StudioLocale, house: House) => {
  await to.addCookies(await from.cookies());
  await to.addCookies([{ name: 'payload-lng', value: language, url: house.studio }]);
};
