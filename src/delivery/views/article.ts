import { z } from 'zod';
import type { PublicLocale } from '#languages/locales.ts';
import { picture } from '#record/picture.ts';
import type { ArticleRecord } from '#record/records.ts';
import type { Served } from '../projection/in-force.ts';
import { base, viewBase } from './base.ts';
import { body } from './body.ts';
import type { Lens } from './lens.ts';
import { viewPicture } from './picture.ts';
import { reference, referTo, referToAll } from './reference.ts';

export const articleCard = base
  .extend({
    type: z.literal('article'),
    summary: z.string(),
    cover: picture.nullable(),
    topics: z.array(reference),
    places: z.array(reference),
    agency: reference.nullable(),
  })
  .meta({ id: 'ArticleCard', description: 'An article as lists show it' });
export type ArticleCard = z.infer<typeof articleCard>;

export const articleDocument = articleCard.extend({ body }).meta({ id: 'Article', description: 'An article in full' });

export const viewArticle = (
  record: ArticleRecord,
  served: Served<ArticleRecord>,
  requested: PublicLocale,
  lens: Lens,
): ArticleCard => {
  const { edition, locale } = served;
  return {
    ...viewBase(record, served, requested, lens),
    summary: edition.summary,
    cover: viewPicture(edition.cover, locale, lens),
    topics: referToAll(edition.topics, locale, lens),
    places: referToAll(edition.places, locale, lens),
    agency: referTo(edition.agency, locale, lens),
  };
};
