import { z } from 'zod';
import { shownPersons } from '#collections/fields/shown-person.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { slugOf } from '#languages/slug.ts';
import type { ShownName } from '#record/records.ts';

const shown = z.object({ persons: shownPersons.nullish().catch(null) });

/**
 * The people of a picture whom the public may be told of, as their names are written in a language, else as they are written
 * in the first language that has a writing. The last part of an address is the same in all languages: it is made of that first writing.
 */
export const toldPersons = (document: unknown, locale: StudioLocale): ShownName[] => {
  const told = (shown.parse(document).persons ?? []).filter(({ told, minor }) => told && !minor);
  return told.flatMap(({ name }) => {
    const [first] = studioLocales.flatMap((one) => name[one] ?? []);
    const slug = slugOf(first ?? '');
    return first && slug ? [{ slug, name: (name[locale] ?? first).toWellFormed() }] : [];
  });
};
