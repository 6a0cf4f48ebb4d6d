import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { ownNames, type StudioLocale, studioLocales } from '#languages/locales.ts';
import { readTranslatable, segmentsIn, type Translatable } from '../translation/document.ts';
import { approvedIn } from '../workflow/approved-text.ts';
import { isSame } from '../workflow/content-changes.ts';
import { draftIn } from '../workflow/draft-in.ts';
import { readMarking } from '../workflow/marking-store.ts';
import type { ReleaseRules } from '../workflow/release-images.ts';
import { type Approval, approvalsOf } from './approvals.ts';
import { isOutdated } from './going-out.ts';
import { lacksOf } from './lacks.ts';
import type { TextName } from './launch-store.ts';
import { withNewestShared } from './newest-shared.ts';
import { readUser } from './person.ts';

/** How one language stands to a launch. `ready`: its approved text may go out; `public`: it is out already, and nothing newer is approved. */
export interface Standing {
  readonly locale: StudioLocale;
  readonly state: 'ready' | 'public' | 'lacking';
  readonly lacks: readonly Failure[];
  readonly approval: Approval | null;
  /** Whether the draft has changed since it was approved. */
  readonly isBehindDraft: boolean;
  /** Whether the draft says something that is neither approved nor published. */
  readonly hasNews: boolean;
  readonly isPublicNow: boolean;
  /** When it was published last, as an instant. */
  readonly publishedAt: string | null;
}

/** What of it does not follow from how its publication stands. */
type Judged = Omit<Standing, 'hasNews' | 'isPublicNow' | 'publishedAt'>;

export interface Question {
  readonly name: TextName;
  readonly locales: readonly StudioLocale[];
  /** Id of the person in whose name it would go out. */
  readonly by: string | null;
  readonly at: Date;
  readonly rules: ReleaseRules;
}

const dates = z.record(z.string(), z.unknown()).nullish().catch({});

const dateIn = (document: Translatable, field: string, locale: StudioLocale): string | null => {
  const value = dates.parse(document.published[field])?.[locale];
  return typeof value === 'string' || value instanceof Date ? new Date(value).toISOString() : null;
};

/** When it was published last in any language. */
const lastPublication = (document: Translatable): string =>
  studioLocales
    .map((locale) => dateIn(document, 'lastPublished', locale) ?? '')
    .sort()
    .at(-1) ?? '';

const isPublic = (document: Translatable, locale: StudioLocale): boolean =>
  dates.parse(document.published._status)?.[locale] === 'published';

/** Approvals upon which nothing has gone out yet: a text that was published and taken back does not go out again by itself. */
const unspent = (document: Translatable, approvals: ReadonlyMap<StudioLocale, Approval>) =>
  new Map([...approvals].filter(([locale, { at }]) => at > (dateIn(document, 'lastPublished', locale) ?? '')));

const lacking = (locale: StudioLocale, lacks: readonly Failure[], approval: Approval | null = null): Judged => ({
  ...{ locale, state: 'lacking', lacks, approval, isBehindDraft: false },
});

interface Known {
  readonly req: PayloadRequest;
  readonly document: Translatable;
  readonly approvals: ReadonlyMap<StudioLocale, Approval>;
}

const withoutApproval = ({ req, document }: Known, locale: StudioLocale): Judged => {
  if (isPublic(document, locale)) return { locale, state: 'public', lacks: [], approval: null, isBehindDraft: false };
  const hasWords = segmentsIn(req, document, document.draft, locale).length > 0;
  const code = hasWords ? 'launch-unapproved' : 'launch-untranslated';
  return lacking(locale, [new Failure(code, { language: ownNames[locale] })]);
};

const judged = async (known: Known, question: Question, locale: StudioLocale): Promise<Judged> => {
  const { req, document, approvals } = known;
  const approval = approvals.get(locale);
  if (!approval) return withoutApproval(known, locale);
  const marking = await readMarking(req, document.marking);
  if (!marking) return lacking(locale, [new Failure('not-found')], approval);
  const { name, by, at, rules } = question;
  const people = { owner: await readUser(req.payload, by), approver: await readUser(req.payload, approval.reviewer) };
  const lacks = await lacksOf({ req, name, locale, approval, marking, rules, at, ...people });
  if (await isOutdated(req, document, approvals, locale))
    lacks.push(new Failure('launch-outdated', { language: ownNames[locale] }));
  const draft = approvedIn(name.collection, await draftIn(req, name, locale), locale);
  const isBehindDraft = !isSame(draft.fields, approval.approved.fields);
  return { locale, state: lacks.length > 0 ? 'lacking' : 'ready', lacks, approval, isBehindDraft };
};

/** Whether writers have a text of which nobody has decided yet. */
const isUndecided = ({ req, document }: Known, locale: StudioLocale): boolean =>
  dates.parse(document.draft._status)?.[locale] !== 'published' &&
  segmentsIn(req, document, document.draft, locale).length > 0;

const withPublication = (known: Known, locale: StudioLocale, one: Judged): Standing => ({
  ...one,
  hasNews: one.approval ? one.isBehindDraft : isUndecided(known, locale),
  isPublicNow: isPublic(known.document, locale),
  publishedAt: dateIn(known.document, 'lastPublished', locale),
});

const standingOf = async (known: Known, question: Question, locale: StudioLocale): Promise<Standing> =>
  withPublication(known, locale, await judged(known, question, locale));

/**
 * How each language stands to a launch at a moment: told from what is stored, with all that is missing. Nothing is changed.
 * @returns null for a text that is not there
 */
export const standingsOf = async (req: PayloadRequest, question: Question): Promise<Standing[] | null> => {
  const document = await readTranslatable(req, question.name);
  if (!document) return null;
  const all = unspent(document, await approvalsOf(req, question.name));
  // What is approved and not part of this launch does not go out with it
  const going = new Map([...all].filter(([locale]) => question.locales.includes(locale)));
  const approvals = await withNewestShared(req, question.name, going, lastPublication(document));
  const standings: Standing[] = [];
  for (const locale of studioLocales)
    if (question.locales.includes(locale))
      standings.push(await standingOf({ req, document, approvals }, question, locale));
  return standings;
};
