import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { roles } from '#access/viewer.ts';
import { bodyOf } from '../../support/lexical.ts';
import { pictureForm } from '../../support/pictures.ts';
import type { Studio } from '../../support/studio.ts';
import type { Answer } from '../../support/studio-caller.ts';
import type { Person } from '../../support/studio-people.ts';
import { give } from '../../translation/support/given.ts';
import { workbenchOf } from '../../translation/support/workbench.ts';
import { hiddenPicture } from './hidden-picture.ts';
import { hideRows } from './hidden-rows.ts';

/** Records that are hidden from everybody outside their compartment, and the words that stand in them alone. */
export interface HiddenWorld {
  /** By collection. */
  readonly ids: Readonly<Record<'articles' | 'events' | 'images' | 'albums' | 'markings', readonly string[]>>;
  /** Of what hangs on them: versions, conversations, segments, reviews, work. */
  readonly beside: readonly string[];
  /** Of rows that programs keep of them or of people, by collection. */
  readonly kept: Readonly<Record<string, readonly string[]>>;
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

/** Everything that people say of a picture, in the form in which it is taken in. */
const describedBy = (of: (place: string) => string, consent: string) => {
  const named = ['title', 'alt', 'caption', 'credit', 'creator', 'headline', 'extendedDescription', 'event'] as const;
  const more = ['placeCreated', 'copyright', 'licensor', 'usageTerms'] as const;
  return {
    ...Object.fromEntries([...named, ...more].map((name) => [name, of(`picture ${name}`)])),
    ...{ placesShown: [of('picture placesShown')], keywords: [of('picture keywords')], consents: [consent] },
    persons: [{ name: { vi: of('picture persons') }, told: false, minor: false }],
  };
};

const pressOf = (of: (place: string) => string) => {
  const contact = ['name', 'role', 'organisation', 'phone'].map((name) => [name, of(`press ${name}`)]);
  const contacts = [{ ...Object.fromEntries(contact), email: `${of('press email')}@city.test` }];
  return { pressKit: true, pressText: of('press text'), pressContacts: contacts };
};

/** Article, event, picture and album, as people write them. */
const writeAll = async (keeper: Person, of: (place: string) => string) => {
  const consent = await made(
    keeper.post('/api/consents', {
      ...{ person: of('consents person'), document: of('consents document'), note: of('consents note') },
      kind: 'adult',
    }),
  );
  const form = pictureForm(await hiddenPicture(of), describedBy(of, consent.id), `${of('file')}.jpg`);
  const image = await made(keeper.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body: form }));
  const text = (name: string) => ({
    ...{ title: of(`${name} title`), summary: of(`${name} summary`), cover: image.id },
    body: bodyOf([of(`${name} body`)], [image.id]),
  });
  const times = { startsAt: '2026-11-30T10:00:00Z', endsAt: '2026-11-30T12:00:00Z' };
  const article = await made(keeper.post('/api/articles?locale=vi&depth=0', text('article')));
  const event = await made(keeper.post('/api/events?locale=vi&depth=0', { ...text('event'), ...times }));
  const described = { title: of('album'), description: of('album text'), ...pressOf(of) };
  const album = await made(keeper.post('/api/albums?locale=vi&depth=0', described));
  await done(keeper.post(`/api/albums/${album.id}/members`, { images: [image.id] }));
  return { consent, image, article, event, album };
};

/** Addresses that each of them had before, written past the rules: to have had one, something must have been public. */
const rename = async ({ payload: { db } }: Studio, ids: HiddenWorld['ids'], of: (place: string) => string) => {
  for (const collection of ['articles', 'events', 'images', 'albums'] as const)
    for (const id of ids[collection]) {
      const data = { formerSlugs: { vi: [of(`${collection} formerSlugs`)] } };
      await db.updateOne({ collection, id, data, locale: 'all', returning: false });
    }
};

/** What is kept of an approval and of a correction that languages have to follow. */
const settle = async ({ payload: { db } }: Studio, article: string, of: (place: string) => string) => {
  const where = { documentId: { equals: article } };
  const approved = { fields: { title: of('reviews approved') }, authors: [] };
  await db.updateOne({ collection: 'reviews', where, data: { approved }, returning: false });
  const note = of('translations corrections');
  const corrections = [{ id: 'one', at: '2026-11-01T00:00:00.000Z', by: 'nobody', note, changed: [], removed: [] }];
  await db.updateOne({ collection: 'translations', where, data: { corrections }, returning: false });
};

/** What the studio has drawn from the pixels of the picture is of the picture as much as a word. */
const drawnFrom = async ({ payload }: Studio, id: string): Promise<[place: string, drawn: string][]> => {
  const found = await payload.findByID({ collection: 'images', id, depth: 0, overrideAccess: true });
  const { thumbhash, likeness } = found as { thumbhash?: string | null; likeness?: { hash?: string | null } | null };
  return [['thumbhash', thumbhash] as const, ['likeness', likeness?.hash] as const].flatMap(([name, drawn]) =>
    drawn ? [[`picture ${name}`, drawn] as [string, string]] : [],
  );
};

/**
 * An article, an event, a picture and an album in the compartment `harbour`, with a word of its own in every field, in what a
 * file keeps for a camera, in all that is said beside them, and in what programs keep of them.
 */
export const hide = async (studio: Studio): Promise<HiddenWorld> => {
  const { words, of } = openWords();
  const cleared = { clearance: 'restricted', compartments: ['harbour'] } as const;
  const keeper = await studio.person([...roles], { ...cleared, compartments: ['harbour'] });
  const other = await studio.person('translator', { ...cleared, compartments: ['harbour'], reviews: ['fr'] });
  const { consent, image, article, event, album } = await writeAll(keeper, of);
  await talkAbout(keeper, other, article.id, of);
  const decision = {
    legalBasis: 'internal-rule',
    listItem: of('list item'),
    officer: of('officer'),
    decidedOn: '2026-03-02',
  };
  const markings = [image, article, event, album].map(({ marking }) => marking);
  for (const marking of markings) {
    const raise = { level: 'restricted', compartments: ['harbour'], basis: of('basis'), decision };
    const raised = await keeper.post(`/api/markings/${marking}/raise`, raise);
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
  }
  const ids = { articles: [article.id], events: [event.id], images: [image.id], albums: [album.id], markings };
  await rename(studio, ids, of);
  await settle(studio, article.id, of);
  const kept = await hideRows(studio, { article, image, keeper: keeper.id, other: other.id }, of);
  for (const [place, drawn] of await drawnFrom(studio, image.id)) words.set(place, drawn);
  return {
    ...{ ids, keeper, words, kept: { ...kept, consents: [consent.id] } },
    beside: await besideOf(studio, [article.id, event.id, image.id]),
  };
};
