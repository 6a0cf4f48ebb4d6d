import { join } from 'node:path';
import type { Payload, Where } from 'payload';
import { isCoverageCast } from './support/coverage-cast.ts';
import { makeScratch } from './support/endings.ts';
import { launch } from './support/launch.ts';
import { fillTranslations } from './support/made-up-translations.ts';
import { compartments, markCopies } from './support/mark-copies.ts';
import { percentile } from './support/percentile.ts';
import { progressOf, say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';
import { openStudio } from './support/studio-here.ts';
import { halfAndMost, timed } from './support/timed.ts';

const rounds = 40;
const goal = 1.5;

/** Who asks, and how many of the twenty compartments are theirs. */
const people = [
  { who: 'cleared for `internal`', clearance: 'internal', of: 0 },
  { who: 'cleared for `restricted`, in no compartment', clearance: 'restricted', of: 0 },
  { who: 'cleared for `restricted`, in three compartments', clearance: 'restricted', of: 3 },
  { who: 'cleared for `restricted`, in all twenty', clearance: 'restricted', of: 20 },
] as const;

type Person = (typeof people)[number];

const lists: readonly { readonly what: string; readonly where: Where; readonly page: number }[] = [
  { what: 'the newest', where: {}, page: 1 },
  { what: 'page 40', where: {}, page: 40 },
  { what: 'a word of the title', where: { title: { contains: 'vi 3' } }, page: 1 },
];

const personWith = (payload: Payload, { clearance, of }: Person) =>
  payload.create({
    collection: 'users',
    overrideAccess: true,
    data: {
      ...{ email: `${clearance}-${of}@benthanh.example`, password: 'bench-only-on-loopback-1', name: 'Bench' },
      ...{ roles: ['editor'], clearance, compartments: compartments.slice(0, of), language: 'en' },
      mustChangePassword: false,
    } as never,
  });

/** A page of drafts as the studio’s list asks for it, by the rules of somebody, or past all rules. */
const asking = (payload: Payload, user: object | null) =>
  lists.map(
    ({ where, page }) =>
      () =>
        payload.find({
          ...{
            collection: 'articles',
            locale: 'vi',
            draft: true,
            depth: 0,
            limit: 50,
            sort: '-updatedAt',
            where,
            page,
          },
          ...(user
            ? { user: { ...user, collection: 'users' } as never, overrideAccess: false }
            : { overrideAccess: true }),
        }),
  );

const measureFor = async (payload: Payload, person: Person, isWanted: (row: string) => boolean): Promise<Figure[]> => {
  const user = await personWith(payload, person);
  const [ours, stock] = [asking(payload, user), asking(payload, null)];
  const figures: Figure[] = [];
  for (const [at, { what }] of lists.entries()) {
    const [one, other] = [ours[at], stock[at]];
    const row = `${person.who}: ${what}`;
    if (!one || !other || !isWanted(row)) continue;
    await timed([one, other, one, other]);
    const [asked, free]: [number[], number[]] = [[], []];
    // In turns, so that whatever else the machine does meets both alike
    for (let round = 0; round < rounds; round += 1) {
      asked.push(...(await timed([one])));
      free.push(...(await timed([other])));
    }
    const ratio = percentile(asked, 0.95) / percentile(free, 0.95);
    figures.push({
      what: row,
      ratio: `${ratio.toFixed(2)} ×`,
      ...{ ours: halfAndMost(asked), baseline: halfAndMost(free) },
      ...{ goal: `p95 ≤ ${goal} × without rules`, met: ratio <= goal },
    });
    say(`clearance: ${row}: ${ratio.toFixed(2)} ×, ${halfAndMost(asked)} / ${halfAndMost(free)}`);
  }
  return figures;
};

const inEnglish = new Intl.NumberFormat('en');

/**
 * Measures a list of the studio over documents in 20 compartments against the same list without access rules.
 * @param count of articles
 * @param rows words that a figure's name must hold to be measured; empty: every figure
 */
export const measureClearance = async (count: number, rows: string): Promise<Section> => {
  await using scratch = await makeScratch('clearance');
  const file = join(scratch.path, 'studio.db');
  const url = `file:${file}`;
  await using node = await launch('./coverage-originals-node.ts', [scratch.path, url], isCoverageCast);
  void node.message;
  fillTranslations(file, count, progressOf('articles'));
  say(`clearance: ${markCopies(file)} articles are marked`);
  const { payload } = await openStudio(scratch.path, url, ['administrator'], 'clearance', compartments);
  const figures: Figure[] = [];
  for (const person of people) figures.push(...(await measureFor(payload, person, (row) => row.includes(rows))));
  await payload.destroy();
  return {
    title: `Lists of the studio by clearance: ${inEnglish.format(count)} articles, 20 compartments`,
    command: 'npm run bench -- clearance',
    how: 'Half of the articles are internal, a fifth public, three tenths restricted to one of twenty compartments. A page of fifty drafts is asked for by the rules of a person and past all rules, in turns, forty times each, in one process, on the embedded database.',
    figures,
  };
};
