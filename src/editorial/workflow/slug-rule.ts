import type { PayloadRequest, Where } from 'payload';
import type { Kind } from '#access/rules.ts';
import { accessOf } from '#collections/access-filter.ts';
import { Failure } from '#errors/failure.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { isSlug, slugOf } from '#languages/slug.ts';

/** Collections whose documents have an address. */
export type SluggedCollection =
  | 'articles'
  | 'events'
  | 'images'
  | 'albums'
  | 'places'
  | 'topics'
  | 'agencies'
  | 'rights';

export interface SlugQuestion {
  readonly collection: SluggedCollection;
  readonly kind: Kind;
  readonly hasDrafts: boolean;
  readonly id: string;
  readonly locale: StudioLocale;
  /** What the save says: a slug that somebody typed or sent along, or nothing. */
  readonly wanted: string;
  readonly title: string;
  /** How it stood before: empty for a new language. */
  readonly before: { readonly slug: string; readonly title: string };
  /** Whether the old slug has been public. */
  readonly isFixed: boolean;
  readonly mayMoveFixed: boolean;
  /** Whether this is the moment in which it becomes public for the first time. */
  readonly isGoingOut?: boolean;
}

/**
 * The slug that a document gets in one language: as typed, else made from the title as long as nothing of it is public.
 * It is its own among the documents that the person may know of: a number behind it, or a refusal, would tell of one
 * that they may not. Writers who do not know of each other's documents may so choose alike; the first that goes out
 * keeps the slug, and the second gets its own when it goes out.
 *
 * @returns the slug, and the old one when it must lead to the new one from now on
 * @throws Failure `slug-fixed`, `slug-taken`, `field-invalid`
 */
export const chooseSlug = async (
  req: PayloadRequest,
  question: SlugQuestion,
): Promise<{ slug: string | null; former: string | null }> => {
  const { before, wanted, title, isFixed } = question;
  const typed = wanted !== '' && wanted !== before.slug;
  if (typed) return typedSlug(req, question);
  if (isFixed && before.slug !== '') return { slug: before.slug, former: null };
  if (question.isGoingOut && before.slug !== '') return { slug: await settled(req, question), former: null };
  const isNews = before.slug === '' || (wasMade(before) && slugOf(title) !== slugOf(before.title));
  if (!isNews || title === '') return { slug: before.slug || null, former: null };
  return { slug: await free(req, question, made(question)), former: null };
};

const made = ({ title, id }: SlugQuestion): string => slugOf(title) ?? `x-${id.slice(0, 8)}`;

/** Whether a slug came from the title by itself, perhaps with a number that keeps it apart from others. */
const wasMade = ({ slug, title }: SlugQuestion['before']): boolean =>
  [slug, slug.replace(/-\d{1,3}$/, '')].includes(slugOf(title) ?? '');

const typedSlug = async (req: PayloadRequest, question: SlugQuestion) => {
  const { wanted, before, isFixed, mayMoveFixed } = question;
  if (isFixed && !mayMoveFixed) throw new Failure('slug-fixed');
  const slug = isSlug(wanted) ? wanted : slugOf(wanted);
  if (slug === null) throw new Failure('field-invalid', { field: 'slug' });
  const former = isFixed && before.slug !== '' && before.slug !== slug ? before.slug : null;
  if (await isTaken(req, question, slug)) throw new Failure('slug-taken', { slug });
  return { slug, former };
};

/** Beyond this a number behind a slug says nothing any more. */
const lastNumber = 999;

/**
 * The slug itself, or slug-2, slug-3 …, whichever nobody has. A thousand pictures may bear one title, so each asks in leaps and
 * then between the last two: the first free number where those before it have no gaps.
 */
const free = async (req: PayloadRequest, question: SlugQuestion, slug: string): Promise<string> => {
  if (!(await isTaken(req, question, slug))) return slug;
  const isNumberTaken = (number: number) => isTaken(req, question, `${slug}-${number}`);
  let taken = 1;
  let open = 2;
  while (await isNumberTaken(open)) {
    taken = open;
    open *= 2;
    if (open > lastNumber) return `${slug}-${question.id.slice(0, 8)}`;
  }
  while (open - taken > 1) {
    const middle = Math.floor((taken + open) / 2);
    if (await isNumberTaken(middle)) taken = middle;
    else open = middle;
  }
  return `${slug}-${open}`;
};

/** Documents that the person may know of; null: all, for a program of ours. */
const known = async (req: PayloadRequest, kind: Kind, action: 'read' | 'readVersions'): Promise<Where | null> => {
  if (!req.user) return null;
  const rule = await accessOf(kind)[action]?.({ req });
  if (rule === true) return null;
  return rule || { id: { equals: '' } };
};

/** The slug with which a document goes out: its own, unless one that has been public bears it. */
const settled = async (req: PayloadRequest, question: SlugQuestion): Promise<string> => {
  const { collection, id, locale, before } = question;
  const where: Where = {
    and: [{ slug: { equals: before.slug } }, { id: { not_equals: id } }, { 'marking.level': { equals: 'public' } }],
  };
  const { docs } = await req.payload.db.find({ collection, where, locale, limit: 1, pagination: false, req });
  return docs.length === 0 ? before.slug : free(req, question, before.slug);
};

/** What stands in force and what lies in the newest drafts, as far as the person may know of it. */
const isTaken = async (req: PayloadRequest, question: SlugQuestion, slug: string): Promise<boolean> => {
  const { collection, kind, hasDrafts, id, locale } = question;
  const one = { collection, locale, limit: 1, pagination: false, req };
  const among = (where: Where[], rule: Where | null): Where => ({ and: [...where, ...(rule ? [rule] : [])] });
  const inForce: Where[] = [{ slug: { equals: slug } }, { id: { not_equals: id } }];
  const main = await req.payload.db.find({ ...one, where: among(inForce, await known(req, kind, 'read')) });
  if (main.docs.length > 0 || !hasDrafts) return main.docs.length > 0;
  const drafts: Where[] = [
    { 'version.slug': { equals: slug } },
    { parent: { not_equals: id } },
    { latest: { equals: true } },
  ];
  const where = among(drafts, await known(req, kind, 'readVersions'));
  return (await req.payload.db.findVersions({ ...one, where })).docs.length > 0;
};
