import type { TypedUser } from 'payload';
import { Failure } from '#errors/failure.ts';
import type { StudioLocale } from '#languages/locales.ts';
import type { Acting } from './acting.ts';
import type { Launch } from './launch.ts';
import { nobodysRequest } from './nobodys-request.ts';
import { readUser } from './person.ts';
import { asideOf, publishApproved, putBack } from './publish-approved.ts';
import { type Standing, standingsOf } from './standing.ts';
import { takeBackAgain } from './take-back-again.ts';
import { type Underway, withFate, write } from './underway.ts';

const nameOf = ({ collection, documentId }: Launch) => ({ collection, id: documentId });

/** How the languages that go out stand now: after a stop in between, everything is looked at once more. */
const lookAgain = async ({ payload, rules, now }: Acting, launch: Underway): Promise<Standing[]> => {
  const question = { name: nameOf(launch), locales: launch.going.locales, by: launch.by, at: now, rules };
  return (await standingsOf(await nobodysRequest(payload), question)) ?? [];
};

const setAside = async (acting: Acting, launch: Underway, { locale, approval }: Standing): Promise<Underway> => {
  const aside = approval && (await asideOf(acting.payload, { name: nameOf(launch), locale, approval }));
  if (!aside) return launch;
  const { going } = launch;
  const next = await write(acting, launch, { going: { ...going, aside: { ...going.aside, [locale]: aside } } });
  await acting.step?.('set-aside');
  return next;
};

/** Puts back what the draft had become, and writes down that the language is out. */
const afterwards = async (acting: Acting, launch: Underway, locale: StudioLocale): Promise<Underway> => {
  const aside = launch.going.aside[locale];
  if (aside) await putBack(acting.payload, nameOf(launch), locale, aside);
  return write(acting, launch, withFate(launch, locale, { fate: 'out', reasons: [] }));
};

const refused = (acting: Acting, launch: Underway, locale: StudioLocale, codes: readonly string[]) =>
  write(acting, launch, withFate(launch, locale, { fate: 'refused', reasons: [...codes] }));

const goOut = async (acting: Acting, launch: Underway, owner: TypedUser | null, standing: Standing) => {
  const { locale, approval, lacks, state, publishedAt } = standing;
  if (state === 'public' && (publishedAt ?? '') >= launch.going.at) return afterwards(acting, launch, locale);
  if (state === 'public') return write(acting, launch, withFate(launch, locale, { fate: 'public', reasons: [] }));
  if (state === 'lacking' || !approval || !owner)
    return refused(acting, launch, locale, lacks.length > 0 ? lacks.map(({ code }) => code) : ['launch-signatory']);
  const ahead = await setAside(acting, launch, standing);
  try {
    await publishApproved(acting.payload, { name: nameOf(launch), locale, owner, approval });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return refused(acting, ahead, locale, [error.code]);
  }
  await acting.step?.('published');
  return afterwards(acting, ahead, locale);
};

const isDone = ({ outcome, going }: Underway, locale: StudioLocale): boolean => {
  const fate = outcome.fates[locale];
  return fate !== undefined && fate.at >= going.at && ['out', 'refused', 'public'].includes(fate.fate);
};

const isRefused = ({ outcome, going }: Underway): boolean =>
  going.locales.some((locale) => outcome.fates[locale]?.fate === 'refused');

/** Readers are told of a language that is to follow as long as it has not. */
const stateAfter = ({ rule, outcome }: Launch): Launch['state'] => {
  const isLate = Object.values(outcome.fates).some(({ fate }) => fate === 'fallback' || fate === 'refused');
  return rule === 'fallback' && isLate ? 'awaiting' : 'done';
};

/**
 * Does what was decided, language by language; ended in between, it goes on where it was. What was ready a moment ago and is
 * refused now is written down; where all have to go together, the others are taken back, and all wait.
 */
export const finishLaunch = async (acting: Acting, launch: Launch): Promise<void> => {
  if (launch.going === null) throw new Error(`The launch ${launch.id} is going nowhere`);
  let now: Underway = { ...launch, going: launch.going };
  const owner = await readUser(acting.payload, launch.by);
  if (!now.going.back)
    for (const standing of await lookAgain(acting, now))
      if (!isDone(now, standing.locale)) now = await goOut(acting, now, owner, standing);
  if (now.going.back || (now.rule === 'hold' && isRefused(now))) return takeBackAgain(acting, now);
  await write(acting, now, { state: stateAfter(now), going: null });
};
