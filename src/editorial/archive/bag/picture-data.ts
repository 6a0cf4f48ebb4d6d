import type { PayloadRequest, Where } from 'payload';
import { describedLocal, describedShared } from '#collections/fields/described.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { PictureRecord } from './format.ts';
import { inside } from './outside.ts';
import type { Known } from './restore-references.ts';

/** Web addresses that no other picture has here; where one is taken, the studio makes another from the title. */
const freeSlugs = async (
  req: PayloadRequest,
  { id, slug }: PictureRecord,
): Promise<Partial<Record<StudioLocale, string>>> => {
  const free: Partial<Record<StudioLocale, string>> = {};
  for (const locale of studioLocales) {
    const wanted = inside(slug)[locale];
    if (!wanted) continue;
    const where: Where = { and: [{ slug: { equals: wanted } }, { id: { not_equals: id } }] };
    const { docs } = await req.payload.db.find({
      collection: 'images',
      where,
      locale,
      limit: 1,
      pagination: false,
      req,
    });
    if (docs.length === 0) free[locale] = wanted;
  }
  return free;
};

type Words = Readonly<Record<string, string>>;

/** What stands there in one language, for each that has a title, in the studio's order. */
export const editionsOf = async (req: PayloadRequest, record: PictureRecord): Promise<[StudioLocale, Words][]> => {
  const { title, alt, caption } = record;
  const more = Object.fromEntries(describedLocal.map((field) => [field, inside(record[field] ?? {})]));
  const basic = { title: inside(title), alt: inside(alt), caption: inside(caption) };
  const all: Record<string, ReturnType<typeof inside<string>>> = {
    ...more,
    ...basic,
    slug: await freeSlugs(req, record),
  };
  const wordsIn = (locale: StudioLocale): Words =>
    Object.fromEntries(
      Object.entries(all).flatMap(([name, texts]) => (texts[locale] === undefined ? [] : [[name, texts[locale]]])),
    );
  return studioLocales.flatMap((locale) =>
    basic.title[locale] ? [[locale, wordsIn(locale)] as [StudioLocale, Words]] : [],
  );
};

/** What all languages share. What is not here any more, and not in the bag, falls away. */
export const factsOf = (known: Known, record: PictureRecord) => {
  const { credit, creator, rights, takenOn, focus, topics, places, agency, people, minors } = record;
  const { rightsRecord = null, persons } = record;
  const here = (kind: keyof Known, ids: readonly string[]) => ids.flatMap((id) => known[kind].get(id) ?? []);
  return {
    ...Object.fromEntries(describedShared.map((field) => [field, record[field] ?? null])),
    ...{ people: people ?? null, minors: minors ?? false },
    persons: (persons ?? []).map(({ name, told, minor }) => ({ name: inside(name), told, minor })),
    rightsRecord: rightsRecord === null ? null : (known.rights.get(rightsRecord) ?? null),
    ...{ credit, creator, rights, takenOn, focusX: focus[0], focusY: focus[1] },
    crops: record.crops ?? null,
    topics: here('topics', topics),
    places: here('places', places),
    agency: agency === null ? null : (known.agencies.get(agency) ?? null),
  };
};
