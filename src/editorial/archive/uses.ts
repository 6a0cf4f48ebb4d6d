import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { anyId } from '../desk/section.ts';
import { bestTitle } from '../desk/titles.ts';
import { languageOf } from '../words/language-of.ts';
import { behind } from './look-alikes/stand-in.ts';

/** A text that shows a picture. */
export interface Use {
  readonly collection: 'articles' | 'events';
  readonly id: string;
  /** In the person's language, else in whichever there is. */
  readonly title: string;
  /** Whether it stands at the head of the text; there it is the same in every language. */
  readonly cover: boolean;
  /** Languages in whose text it stands, in the newest draft. */
  readonly drafts: readonly StudioLocale[];
  /** Languages in whose published text it stands. */
  readonly published: readonly StudioLocale[];
  /** How each language stands that shows it, at its head or in its text. */
  readonly states: Readonly<Partial<Record<StudioLocale, 'draft' | 'published'>>>;
  /** Whether it stands in what is published in any language, at the head or in the text. */
  readonly isOut: boolean;
}

const status = z.union([z.string(), z.record(z.string(), z.string().nullish())]).nullish();
const text = z.looseObject({
  cover: z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]).nullish(),
  title: z.string().nullish(),
  shows: z.string().nullish(),
  _status: status,
});
const main = z.looseObject({ id: anyId, ...text.shape });
const draft = z.looseObject({ parent: anyId, version: text });
type Text = z.infer<typeof text>;

const collections = ['articles', 'events'] as const;
const select = { cover: true, title: true, shows: true, _status: true } as const;

const clauses = (images: readonly string[], prefix: string): Where => ({
  or: images.flatMap((image) => [
    { [`${prefix}cover`]: { equals: image } },
    { [`${prefix}shows`]: { contains: image } },
  ]),
});

/** Ids of the texts that show one of the images, whoever may see them: what is done with them is asked afterwards. */
const idsOf = async (
  { payload: { db } }: PayloadRequest,
  collection: Use['collection'],
  locale: StudioLocale,
  images: readonly string[],
  among: 'drafts' | 'main',
): Promise<string[]> => {
  const common = { collection, locale, limit: 0, pagination: false } as const;
  if (among === 'main')
    return (await db.find({ ...common, where: clauses(images, '') })).docs.map(({ id }) => String(id));
  const where = { and: [{ latest: { equals: true } }, clauses(images, 'version.')] };
  return (await db.findVersions({ ...common, where })).docs.map(({ parent }) => String(parent));
};

interface Found {
  readonly titles: Partial<Record<StudioLocale, string>>;
  readonly drafts: StudioLocale[];
  readonly published: StudioLocale[];
  readonly states: Partial<Record<StudioLocale, 'draft' | 'published'>>;
  cover: boolean;
  isOut: boolean;
}

/** Texts of one collection, asked language by language: neither database searches all of them at once. */
const textsOf = async (req: PayloadRequest, collection: Use['collection'], images: readonly string[]) => {
  const found = new Map<string, Found>();
  const note = (id: string, { title, cover }: Text, locale: StudioLocale): Found => {
    const known = found.get(id) ?? { titles: {}, drafts: [], published: [], states: {}, cover: false, isOut: false };
    if (title) known.titles[locale] ??= title;
    known.cover ||= images.includes(cover ?? '');
    found.set(id, known);
    return known;
  };
  const hasCover = ({ cover, title }: Text) => Boolean(title) && images.includes(cover ?? '');
  const isIn = ({ shows }: Text) => images.some((id) => shows?.split(' ').includes(id));
  for (const locale of studioLocales) {
    // By itself, not as part of the request, which has a language of its own
    const common = { collection, locale, fallbackLocale: false, pagination: false, depth: 0 } as const;
    const asked = { ...common, overrideAccess: false, user: req.user };
    const parents = await idsOf(req, collection, locale, images, 'drafts');
    const where: Where = { and: [{ latest: { equals: true } }, { parent: { in: parents } }] };
    const drafts = await req.payload.findVersions({ ...asked, where, select: { parent: true, version: select } });
    for (const { parent, version } of z.array(draft).parse(drafts.docs)) {
      const known = note(parent, version, locale);
      if (isIn(version)) known.drafts.push(locale);
      if (isIn(version) || hasCover(version)) known.states[locale] = 'draft';
    }
    const ids = await idsOf(req, collection, locale, images, 'main');
    const out = await req.payload.find({ ...asked, where: { id: { in: ids } }, select });
    for (const doc of z.array(main).parse(out.docs)) {
      const known = note(doc.id, doc, locale);
      if (doc._status !== 'published') continue;
      if (isIn(doc)) known.published.push(locale);
      if (isIn(doc) || hasCover(doc)) known.states[locale] = 'published';
      known.isOut ||= isIn(doc) || images.includes(doc.cover ?? '');
    }
  }
  return found;
};

/**
 * Texts that show an image, or one that stands behind it, in any language, as far as the person may see them: what is
 * hidden from them is not among them, and nothing tells that it is there.
 */
export const usesOf = async (req: PayloadRequest, image: string): Promise<Use[]> => {
  const images = [image, ...(await behind(req, image))];
  const language = languageOf(req);
  const uses: Use[] = [];
  for (const collection of collections)
    for (const [id, { titles, ...rest }] of await textsOf(req, collection, images))
      uses.push({ collection, id, title: bestTitle(titles, language) || id.slice(0, 8), ...rest });
  return uses.toSorted((one, other) => one.title.localeCompare(other.title, language));
};
