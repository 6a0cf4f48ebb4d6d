import { z } from 'zod';
import { shownPersons } from '#collections/fields/shown-person.ts';
import { studioLocales } from '#languages/locales.ts';
import { peopleStates } from '../../archive/look-alikes/unite.ts';

const locale = z.enum(studioLocales);
const local = z.partialRecord(locale, z.string());

/** One half of a pair in the list. */
const brief = z.object({ id: z.string(), title: z.string(), width: z.number(), height: z.number() });

export const pairList = z.object({
  pairs: z.array(z.object({ id: z.string(), fine: z.number(), pictures: z.tuple([brief, brief]) })),
  next: z.string().nullable(),
  /** Pictures that have not been held against the others yet; 0 where the pairs of one picture were asked for. */
  waiting: z.number(),
});
export type PairList = z.infer<typeof pairList>;

const use = z.object({
  collection: z.enum(['articles', 'events']),
  id: z.string(),
  title: z.string(),
  cover: z.boolean(),
  drafts: z.array(locale),
  published: z.array(locale),
});

const picture = brief.extend({
  revision: z.number(),
  master: z.object({
    type: z.string(),
    width: z.number(),
    height: z.number(),
    bytes: z.number(),
    filename: z.string(),
  }),
  described: z.object({
    title: local,
    alt: local,
    caption: local,
    ...{ headline: local, extendedDescription: local, event: local, usageTerms: local },
    ...{ copyright: z.string(), licensor: z.string(), placeCreated: z.string(), digitised: z.string() },
    ...{ sourceType: z.string(), modelRelease: z.string() },
    ...{ placesShown: z.array(z.string()), keywords: z.array(z.string()) },
    credit: z.string(),
    creator: z.string(),
    takenOn: z.string(),
    rights: z.string(),
    rightsRecord: z.string(),
    people: z.enum(peopleStates),
    minors: z.boolean(),
    persons: shownPersons,
    consents: z.array(z.string()),
    agency: z.string(),
    topics: z.array(z.string()),
    places: z.array(z.string()),
  }),
  uses: z.array(use),
  /** Albums that it is in; of one that stands behind the other, those that it was in. */
  albums: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type PairPicture = z.infer<typeof picture>;

/** What `GET /api/images/look-alikes/:id` answers. */
export const onePair = z.object({
  id: z.string(),
  state: z.enum(['open', 'merged']),
  fine: z.number(),
  better: z.string().nullable(),
  pictures: z.tuple([picture, picture]),
  /** Names of topics, places and agencies, by id. */
  names: z.record(z.string(), z.string()),
});
export type OnePair = z.infer<typeof onePair>;
