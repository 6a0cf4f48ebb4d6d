import type { Payload, PayloadRequest } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import type { LaunchRule, LaunchState } from '#collections/launch-states.ts';
import type { Failure } from '#errors/failure.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { Translatable } from '../translation/document.ts';
import { languageOf } from '../words/language-of.ts';
import { speak } from '../words/speak.ts';
import { spoken } from '../words/spoken.ts';
import { approvedIn } from '../workflow/approved-text.ts';
import { kindOf } from '../workflow/content-changes.ts';
import { mayPublish } from '../workflow/pens.ts';
import type { ReleaseRules } from '../workflow/release-images.ts';
import { type Fate, isOpen, type Launch } from './launch.ts';
import { launchesOf, type TextName } from './launch-store.ts';
import { nameOf, readUser } from './person.ts';
import { recallOf } from './recall.ts';
import { type Standing, standingsOf } from './standing.ts';

/** One thing that keeps a language from going out, in the words of whoever asks. */
export interface ToldLack {
  readonly code: string;
  readonly words: string;
}

export interface ToldStanding {
  readonly locale: StudioLocale;
  readonly state: Standing['state'];
  readonly lacks: readonly ToldLack[];
  readonly approved: { readonly by: string | null; readonly at: string } | null;
  readonly isBehindDraft: boolean;
  readonly isPublicNow: boolean;
  /** Whether whoever asks may publish the language, and whether there is a text of others in it that they may approve. */
  readonly mayPublish: boolean;
  readonly mayApprove: boolean;
}

export interface ToldFate extends Omit<Fate, 'reasons'> {
  readonly locale: StudioLocale;
  readonly reasons: readonly ToldLack[];
}

export interface ToldLaunch {
  readonly id: string;
  readonly at: string;
  readonly rule: LaunchRule;
  readonly locales: readonly StudioLocale[];
  readonly state: LaunchState;
  readonly revision: number;
  readonly by: string | null;
  readonly wentAt: string | null;
  /** How many minutes after its moment it went out, where no studio ran or it had to wait. */
  readonly lateBy: number;
  readonly fates: readonly ToldFate[];
}

/** What the panel of a text shows. */
export interface LaunchAnswer {
  readonly launch: ToldLaunch | null;
  readonly languages: readonly ToldStanding[];
  readonly past: readonly ToldLaunch[];
  readonly recall: { readonly locales: readonly StudioLocale[]; readonly foreign: readonly StudioLocale[] };
}

type Asking = Pick<PayloadRequest, 'headers' | 'user' | 'payload'>;

const tellLack = (req: Asking, { code, values }: Failure): ToldLack => {
  const language = languageOf(req);
  return { code, words: speak(language, 'errors', code, spoken(values, language)) };
};

const minutes = (from: string, to: string): number => Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);

/** A launch as people read it; what was missing then in short, since the words of that day are gone. */
export const tellLaunch = async (req: Asking, launch: Launch): Promise<ToldLaunch> => {
  const { id, at, rule, locales, state, revision, by, outcome } = launch;
  const language = languageOf(req);
  const reason = (code: string): ToldLack => ({ code, words: speak(language, 'problems', code) });
  const told = studioLocales.flatMap((locale) => {
    const fate = outcome.fates[locale];
    return fate ? [{ ...fate, locale, reasons: fate.reasons.map(reason) }] : [];
  });
  const { wentAt } = outcome;
  return {
    ...{ id, at, rule, locales, state, revision, wentAt, fates: told },
    by: nameOf(await readUser(req.payload, by)),
    lateBy: wentAt === null ? 0 : Math.max(0, minutes(at, wentAt)),
  };
};

export const tellStanding = async (
  req: Asking,
  viewer: Viewer,
  document: Translatable,
  { locale, state, lacks, approval, isBehindDraft, isPublicNow, hasNews }: Standing,
): Promise<ToldStanding> => {
  const { collection } = document as Translatable & TextName;
  const may = mayPublish(viewer, kindOf[collection], locale);
  const { authors } = approvedIn(collection, document.draft, locale);
  const isOthers = rulesOf(req.payload).selfPublish || !authors.includes(viewer.id);
  return {
    ...{ locale, state, isBehindDraft, isPublicNow },
    lacks: lacks.map((lack) => tellLack(req, lack)),
    approved: approval && { by: nameOf(await readUser(req.payload, approval.reviewer)), at: approval.at },
    mayPublish: may,
    mayApprove: may && hasNews && isOthers,
  };
};

/** When it would go out: its moment, or now where that has passed or nothing is planned. */
const momentOf = (launch: Launch | null): Date => new Date(Math.max(Date.now(), launch ? Date.parse(launch.at) : 0));

/** Where a text stands: the launch that is planned, what each language lacks, what earlier ones came to. */
export const tellText = async (
  req: PayloadRequest,
  viewer: Viewer,
  document: Translatable,
  rules: ReleaseRules,
): Promise<LaunchAnswer> => {
  const name = document as Translatable & TextName;
  const all = await launchesOf(req.payload, name);
  const launch = all.find(isOpen) ?? null;
  const by = launch?.by ?? viewer.id;
  const asked = { name, by, at: momentOf(launch), rules };
  const together = launch?.locales ?? studioLocales;
  const apart = studioLocales.filter((locale) => !together.includes(locale));
  // Those that go together are judged by what goes out with them
  const standings = [together, apart].map((locales) => standingsOf(req, { ...asked, locales }));
  const languages: ToldStanding[] = [];
  for (const standing of (await Promise.all(standings)).flatMap((some) => some ?? []))
    languages.push(await tellStanding(req, viewer, document, standing));
  languages.sort((one, other) => studioLocales.indexOf(one.locale) - studioLocales.indexOf(other.locale));
  const past: ToldLaunch[] = [];
  for (const one of all.filter((other) => other !== launch).slice(0, 10)) past.push(await tellLaunch(req, one));
  return { launch: launch && (await tellLaunch(req, launch)), languages, past, recall: recallOf(viewer, document) };
};

/** Rules of an installation as its studio was built with. */
export const rulesOf = ({ config }: Payload): ReleaseRules => ({ selfPublish: config.custom?.selfPublish === true });
