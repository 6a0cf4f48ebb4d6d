import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { roles } from '#access/viewer.ts';
import { bodyOf } from '../../support/lexical.ts';
import type { Studio } from '../../support/studio.ts';
import type { Answer } from '../../support/studio-caller.ts';
import type { Person } from '../../support/studio-people.ts';
import { give } from '../../translation/support/given.ts';
import { workbenchOf } from '../../translation/support/workbench.ts';
import type { Road } from '../../whole-road/support/road.ts';

/** Records that are hidden from everybody outside their compartment, and the words that stand in them alone. */
export interface HiddenWorld {
  /** By collection. */
  readonly ids: Readonly<Record<'articles' | 'events' | 'images' | 'albums' | 'markings', readonly string[]>>;
  /** Of what hangs on them: versions, conversations, segments, reviews, work. */
  readonly beside: readonly string[];
  /** Somebody who may read all of it. */
  readonly keeper: Person;
  /** By the place in which the word stands. */
  readonly words: ReadonlyMap<string, string>;
}

const openWords = () => {
  const words = new Map<string, string>();
  const of = (place: string): string => {
    const word = words.get(place) ?? `ẩnđịa${randomBytes(8).toString('hex')}`;
    words.set(place, word);
    return word;
  };
  return { words, of };
};

const made = async (answer: Promise<Answer>): Promise<{ id: string; marking: string }> => {
  const { status, body } = await answer;
  expect(status, JSON.stringify(body)).toBe(201);
  return body.doc;
};
const done = async (answer: Promise<Answer>): Promise<Answer> => {
  const told = await answer;
  expect(told.status, JSON.stringify(told.body)).toBeLessThan(300);
  return told;
};

/** Everything that somebody may say beside a document. */
const talkAbout = async (keeper: Person, other: Person, id: string, of: (place: string) => string): Promise<void> => {
  const bench = workbenchOf(keeper, 'articles', id, 'fr');
  const line = await bench.line(of('article title'));
  await done(bench.confirm(line, of('translation')));
  await done(bench.act(await bench.line(of('article summary')), 'apart', { kind: 'left-out', reason: of('reason') }));
  const comments = `/api/translation/articles/${id}/fr/comments`;
  await done(keeper.post(comments, { segment: line.segment, text: of('comment'), mentions: [other.id] }));
  await done(give(keeper, id, { translator: other.id, due: '2199-01-01', note: of('work') }));
  await done(keeper.post(`/api/articles/${id}/review`, { locale: 'vi', action: 'request', note: of('review') }));
};

/** Ids of rows that belong to documents, by whatever field they name them with. */
const besideOf = async ({ payload }: Studio, ids: readonly string[]): Promise<string[]> => {
  const found: string[] = [];
  const all = { limit: 0, pagination: false } as const;
  for (const collection of ['reviews', 'comments', 'assignments', 'translations'] as const) {
    const { docs } = await payload.db.find({ collection, where: { documentId: { in: [...ids] } }, ...all });
    found.push(...docs.map(({ id }) => String(id)));
  }
  for (const collection of ['articles', 'events', 'images'] as const) {
    const { docs } = await payload.db.findVersions({ collection, where: { parent: { in: [...ids] } }, ...all });
    found.push(...docs.map(({ id }) => String(id)));
  }
  return found;
};

/**
 * An article, an event, a picture and an album in the compartment `harbour`, with a word of its own in every field, in what a
 * file keeps for a camera, and in all that is said beside them.
 */
export const hide = async ({ studio, upload }: Road): Promise<HiddenWorld> => {
  const { words, of } = openWords();
  const cleared = { clearance: 'restricted', compartments: ['harbour'] } as const;
  const keeper = await studio.person([...roles], { ...cleared, compartments: ['harbour'] });
  const other = await studio.person('translator', { ...cleared, compartments: ['harbour'], reviews: ['fr'] });
  const described = { title: of('picture title'), alt: of('alt'), caption: of('caption'), credit: of('credit') };
  const image = await upload(keeper, of('file'), described);
  const text = (name: string) => ({
    ...{ title: of(`${name} title`), summary: of(`${name} summary`), cover: image.id },
    body: bodyOf([of(`${name} body`)], [image.id]),
  });
  const times = { startsAt: '2026-11-30T10:00:00Z', endsAt: '2026-11-30T12:00:00Z' };
  const article = await made(keeper.post('/api/articles?locale=vi&depth=0', text('article')));
  const event = await made(keeper.post('/api/events?locale=vi&depth=0', { ...text('event'), ...times }));
  const album = await made(
    keeper.post('/api/albums?locale=vi&depth=0', { title: of('album'), description: of('album text') }),
  );
  await done(keeper.post(`/api/albums/${album.id}/members`, { images: [image.id] }));
  await talkAbout(keeper, other, article.id, of);
  for (const { marking } of [image, article, event, album]) {
    const raise = { level: 'restricted', compartments: ['harbour'], basis: of('basis') };
    const raised = await keeper.post(`/api/markings/${marking}/raise`, raise);
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
  }
  const markings = [image, article, event, album].map(({ marking }) => marking);
  return {
    ids: { articles: [article.id], events: [event.id], images: [image.id], albums: [album.id], markings },
    beside: await besideOf(studio, [article.id, event.id, image.id]),
    ...{ keeper, words },
  };
};
