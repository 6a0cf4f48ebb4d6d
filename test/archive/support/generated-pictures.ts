import fc from 'fast-check';
import { modelReleases, sourceTypes } from '#collections/fields/described.ts';
import { cropAround, fractionsOf, shapes } from '#media/crops/crops.ts';
import { rightsStatements } from '#media/rights/rights.ts';
import type { PicturePlan } from './bagging.ts';

/** Letters of four languages, signs that XML, CSV and shells take for theirs, and some that only look like others. */
const unit = fc.constantFrom(...'aZ9 .-_/\\%&<>"\'=@ợẾđĐéœ市场🌉«»…', 'e\u0301', '\u00a0');
const line = fc.string({ unit, minLength: 1, maxLength: 40 }).map((text) => `x${text}`.normalize('NFC'));
const text = fc.string({ unit: fc.oneof(unit, fc.constant('\n')), maxLength: 200 }).map((one) => one.normalize('NFC'));

const words = fc.record(
  { title: line, alt: text, caption: text, headline: line, extendedDescription: text, event: line, usageTerms: text },
  { requiredKeys: ['title'] },
);

/** In the studio's own order of languages, since a record begins in the first that has a title. */
const edition = fc
  .record({ vi: words, en: words, fr: words, zh: words }, { requiredKeys: [] })
  .filter((all) => Object.keys(all).length > 0)
  .map((all) =>
    Object.fromEntries((['vi', 'en', 'fr', 'zh'] as const).flatMap((one) => (all[one] ? [[one, all[one]]] : []))),
  );

const day = fc
  .tuple(
    fc.integer({ min: 1000, max: 2126 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map((parts) =>
    [String(parts[0]), ...parts.slice(1, 3).map((part) => String(part).padStart(2, '0'))].slice(0, parts[3]).join('-'),
  );

const small = { width: 640, height: 480 };
const fraction = fc.double({ min: 0, max: 1, noNaN: true });

/** In some shapes, somewhere in the picture of 640 × 480 that every record has. */
const crops = fc
  .tuple(fc.subarray([...shapes], { minLength: 1 }), fraction, fraction)
  .map(([some, x, y]) =>
    Object.fromEntries(some.map((shape) => [shape, fractionsOf(cropAround(shape, small, [x, y]), small)])),
  );

/** What a picture refers to, by its place in the lists that a test has made. */
export interface Linked {
  readonly agency: number | null;
  readonly topics: readonly number[];
  readonly places: readonly number[];
}

const linked = fc.record({
  agency: fc.option(fc.integer({ min: 0, max: 1 })),
  topics: fc.uniqueArray(fc.integer({ min: 0, max: 2 })),
  places: fc.uniqueArray(fc.integer({ min: 0, max: 1 })),
});

const person = fc
  .record({
    vi: line,
    zh: fc.option(fc.constant('阮氏平'), { nil: undefined }),
    told: fc.boolean(),
    minor: fc.boolean(),
  })
  .map(({ vi, zh, told, minor }) => ({ name: { vi, ...(zh && { zh }) }, told: told && !minor, minor }));

const shared = fc.record(
  {
    credit: line,
    creator: line,
    rights: fc.constantFrom(...Object.values(rightsStatements)),
    takenOn: day,
    ...{ copyright: line, licensor: line, placeCreated: line, digitised: day },
    ...{ sourceType: fc.constantFrom(...sourceTypes), modelRelease: fc.constantFrom(...modelReleases) },
    ...{ placesShown: fc.array(line, { maxLength: 3 }), keywords: fc.array(line, { maxLength: 5 }) },
    focusX: fraction,
    focusY: fraction,
    crops,
    persons: fc.array(person, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

const level = fc.constantFrom('public' as const, 'internal' as const, 'restricted' as const, 'unreviewed' as const);
const marking = fc.record({ level, compartments: fc.subarray(['harbour', 'metro']) });

export type Generated = Omit<PicturePlan, 'bytes'> & {
  readonly linked: Linked;
  /** Whether it is changed once more, and whether its address moves then. */
  readonly later: { readonly caption: string; readonly slug: string | null } | null;
};

/** Records of pictures as people could have made them. */
export const generatedPicture: fc.Arbitrary<Generated> = fc.record({
  words: edition as fc.Arbitrary<PicturePlan['words']>,
  shared,
  linked,
  marking,
  filename: line.map((name) => `${name.replace(/[\\/<>:"|?*\u00a0]/g, '')}.jpg`),
  thumbhash: fc.string({ unit: fc.constantFrom(...'AbZ9+/='), minLength: 4, maxLength: 40 }),
  later: fc.option(fc.record({ caption: text, slug: fc.option(fc.stringMatching(/^[a-z]{3,10}(-[a-z0-9]{1,5})?$/)) })),
});
