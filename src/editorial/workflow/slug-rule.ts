import type { PayloadRequest, Where } from 'payload';
import type { Kind } from '#access/rules.ts';
import { accessOf } from '#collections/access-filter.ts';
import { Failure } from '#errors/failure.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { isSlug, slugOf } from '#languages/slug.ts';

/** Collections whose documents have an address. */
export type SluggedCollection = 'articles' | 'events' | 'images' | 'places' | 'topics' | 'agencies';

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
}

/**
 * The slug that a document gets in one language: as typed, else made from the title as long as nothing of it is public.
 *
 * @returns the slug, and the old one when it must lead to the new one from now on
 * @throws Failure `slug-fixed`, `slug-taken` (only for a document that the person may see), `field-invalid`
 */
export const chooseSlug = async (
  req: PayloadRequest,
  question: SlugQuestion,
): Promise<{ slug: string | null; former: string | null }> => {
  const { before, wanted, title, isFixed } = question;
  const typed = wanted !== '' && wanted !== before.slug;
  if (typed) return typedSlug(req, question);
  if (isFixed && before.slug !== '') return { slug: before.slug, former: null };
  const isNews = before.slug === '' || (wasMade(before) && slugOf(title) !== slugOf(before.title));
  if (!isNews || title === '') return { slug: before.slug || null, former: null };
  const made = slugOf(title) ?? `x-${question.id.slice(0, 8)}`;
  return { slug: await free(req, question, made), former: null };
};

/** Whether a slug came from the title by itself, perhaps with a number that keeps it apart from others. */
const wasMade = ({ slug, title }: SlugQuestion['before']): boolean =>
  [slug, slug.replace(/-\d{1,3}$/, '')].includes(slugOf(title) ?? '');

const typedSlug = async (req: PayloadRequest, question: SlugQuestion) => {
  const { wanted, before, isFixed, mayMoveFixed } = question;
  if (isFixed && !mayMoveFixed) throw new Failure('slug-fixed');
  const slug = isSlug(wanted) ? wanted : slugOf(wanted);
  if (slug === null) throw new Failure('field-invalid', { field: 'slug' });
  const former = isFixed && before.slug !== '' && before.slug !== slug ? before.slug : null;
  if (!(await isTaken(req, question, slug))) return { slug, former };
  if (await isTakenVisibly(req, question, slug)) throw new Failure('slug-taken', { slug });
  return { slug: await free(req, question, slug), former };
};

/** The slug itself, or the first of slug-2, slug-3 … that nobody has. */
const free = async (req: PayloadRequest, question: SlugQuestion, slug: string): Promise<string> => {
  for (let number = 1; number < 1000; number++) {
    const candidate = number === 1 ? slug : `${slug}-${number}`;
    if (!(await isTaken(req, question, candidate))) return candidate;
  }
  return `${slug}-${question.id.slice(0, 8)}`;
};

const isTaken = async (req: PayloadRequest, { collection, hasDrafts, id, locale }: SlugQuestion, slug: string) => {
  const where: Where = { and: [{ slug: { equals: slug } }, { id: { not_equals: id } }] };
  const main = await req.payload.db.find({ collection, where, locale, limit: 1, pagination: false, req });
  if (main.docs.length > 0 || !hasDrafts) return main.docs.length > 0;
  const drafts: Where = {
    and: [{ 'version.slug': { equals: slug } }, { parent: { not_equals: id } }, { latest: { equals: true } }],
  };
  const found = await req.payload.db.findVersions({
    collection,
    where: drafts,
    locale,
    limit: 1,
    pagination: false,
    req,
  });
  return found.docs.length > 0;
};

const isTakenVisibly = async (req: PayloadRequest, { collection, kind, locale, id }: SlugQuestion, slug: string) => {
  const visible = await accessOf(kind).read?.({ req });
  if (visible === false || visible === undefined) return false;
  const taken: Where = { and: [{ slug: { equals: slug } }, { id: { not_equals: id } }] };
  const where: Where = visible === true ? taken : { and: [taken, visible] };
  const { docs } = await req.payload.db.find({ collection, where, locale, limit: 1, pagination: false, req });
  return docs.length > 0;
};
