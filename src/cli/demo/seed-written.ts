import type { DemoContent } from '#demo/content/content.ts';
import { demoZone, eventTimes } from '#demo/content/event-times.ts';
import type { DemoArticle } from '#demo/content/schema/article.ts';
import type { DemoEvent } from '#demo/content/schema/event.ts';
import type { DocumentWords } from '#demo/content/schema/words.ts';
import { toLexical } from '#demo/content/to-lexical.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { makeOnce, revisionOf, type Seeding } from './seeding.ts';
import { bringTo } from './workflow-steps.ts';

/** A demo document that is written and published language by language. */
interface Written {
  readonly kind: 'article' | 'event';
  readonly collection: 'articles' | 'events';
  readonly document: DemoArticle | DemoEvent;
  /** What all its languages share. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * Articles and events. First all of them with their titles, so that texts can point at each other; then the texts, as an
 * editor writes them; then reviews and publications.
 */
export async function seedWritten(seeding: Seeding, content: DemoContent, now: Date): Promise<void> {
  const all = [
    ...content.articles.map((document) => articleOf(seeding, document)),
    ...content.events.map((document) => eventOf(seeding, document, now)),
  ];
  for (const written of all) await begin(seeding, written);
  for (const written of all) await finish(seeding, written);
}

const articleOf = ({ idOf }: Seeding, document: DemoArticle): Written => ({
  kind: 'article',
  collection: 'articles',
  document,
  facts: {
    source: document.source,
    agency: idOf('agency', document.agency),
    topics: document.topics.map((key) => idOf('topic', key)),
    places: document.places.map((key) => idOf('place', key)),
    cover: document.cover === null ? null : idOf('image', document.cover),
  },
});

const eventOf = ({ idOf }: Seeding, document: DemoEvent, now: Date): Written => ({
  kind: 'event',
  collection: 'events',
  document,
  facts: {
    source: document.source,
    kind: document.kind,
    status: document.status,
    allDay: document.allDay,
    zone: demoZone,
    ...eventTimes(document, now),
    place: document.place === null ? null : idOf('place', document.place),
    organiser: idOf('agency', document.organiser),
    topics: document.topics.map((key) => idOf('topic', key)),
    cover: document.cover === null ? null : idOf('image', document.cover),
  },
});

const wordsOf = ({ document }: Written, locale: StudioLocale): DocumentWords | undefined => document.words[locale];

async function begin(seeding: Seeding, written: Written): Promise<void> {
  const { collection, document, facts, kind } = written;
  const locale = document.source;
  const title = wordsOf(written, locale)?.title ?? document.key;
  const at = { step: `${kind} ${document.key}`, collection, field: 'title', text: title, locale } as const;
  const id = await makeOnce(seeding, at, () =>
    seeding.people.editor.post(`/${collection}?locale=${locale}&draft=true`, { ...facts, title }),
  );
  seeding.know(kind, document.key, id);
}

async function finish(seeding: Seeding, written: Written): Promise<void> {
  const { collection, document, kind } = written;
  const id = seeding.idOf(kind, document.key);
  const inOrder = [document.source, ...studioLocales.filter((locale) => locale !== document.source)];
  for (const locale of inOrder) await writeLanguage(seeding, written, id, locale);
  for (const locale of inOrder) {
    const words = wordsOf(written, locale);
    const step = `${kind} ${document.key} ${locale}`;
    if (words !== undefined) await bringTo(seeding, { step, collection, id, locale, words });
  }
  seeding.done();
}

async function writeLanguage(seeding: Seeding, written: Written, id: string, locale: StudioLocale): Promise<void> {
  const words = wordsOf(written, locale);
  if (words === undefined) return;
  const { people, journal, idOf } = seeding;
  await journal.step(`${written.kind} ${written.document.key} ${locale} text`, async () => {
    const path = `/${written.collection}/${id}?locale=${locale}&draft=true&depth=0`;
    const text = { title: words.title, summary: words.summary, body: toLexical(words.body, idOf) };
    await people.editor.patch(path, { ...text, revision: await revisionOf(people.editor, written.collection, id) });
    return 'saved';
  });
}
