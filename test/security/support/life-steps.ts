import fc from 'fast-check';

export const cast = ['officer', 'second', 'publisher', 'editor', 'curator', 'uncleared', 'outsider'] as const;
export type CastName = (typeof cast)[number];

const who = fc.constantFrom(...cast);
/** Which document, counted through those that there are. */
const of = fc.nat(30);
const maybe: fc.Arbitrary<number | null> = fc.option(of);
const level = fc.constantFrom('internal', 'restricted');
const compartments = fc.subarray(['harbour', 'metro']);
const locale = fc.constantFrom('vi', 'fr', 'en', 'zh');
const box = fc.record({ x: fc.constantFrom(0, 0.1, 0.5), y: fc.constantFrom(0, 0.2, 0.9) });

const act = <A extends string, M>(name: A, more: { [K in keyof M]: fc.Arbitrary<M[K]> }) =>
  fc.record({ act: fc.constant(name), who, ...more }) as fc.Arbitrary<{ readonly act: A; readonly who: CastName } & M>;

/** What somebody does, whether they may or not. */
export const step = fc.oneof(
  act('write', { kind: fc.constantFrom('articles', 'events'), picture: maybe }),
  { weight: 2, arbitrary: act('edit', { of, locale, picture: maybe }) },
  act('embed', { of, picture: of }),
  act('duplicate', { of }),
  act('copy-to-language', { of, locale }),
  act('crop', { of, box }),
  act('upload', { alike: fc.boolean() }),
  act('import', {}),
  act('merge', {}),
  act('part', {}),
  act('restore', { of, version: fc.nat(6), locale }),
  { weight: 2, arbitrary: act('raise', { of, level, compartments }) },
  { weight: 2, arbitrary: act('ask', { of, level, compartments }) },
  { weight: 2, arbitrary: act('agree', { of }) },
  act('refuse', { of }),
  act('take-back', { of }),
  act('review', { of, locale, how: fc.constantFrom('request', 'approve', 'return') }),
  { weight: 3, arbitrary: act('publish', { of, locale }) },
  act('unpublish', { of, locale }),
  act('release', { of }),
  act('collect', { picture: maybe }),
  act('describe', { of, locale, picture: maybe, within: maybe }),
  { weight: 2, arbitrary: act('put-in', { of, picture: of }) },
  act('take-out', { of, picture: of }),
  act('put-first', { of, picture: of }),
  { weight: 2, arbitrary: act('open-album', { of }) },
  act('delete', { of }),
);

export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
export type StepOf<A extends Step['act']> = Extract<Step, { act: A }>;
