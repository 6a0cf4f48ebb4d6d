import type { DemoContent } from '#demo/content/content.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { makeOnce, revisionOf, type Seeding } from './seeding.ts';

interface Entry {
  readonly key: string;
  readonly words: Readonly<Record<StudioLocale, Readonly<Record<string, string>>>>;
}

/** Agencies, topics and places: public as soon as they are saved. */
export async function seedReference(seeding: Seeding, content: DemoContent): Promise<void> {
  const { agencies, topics, places } = content;
  for (const { key, words, ...facts } of agencies) await seedOne(seeding, 'agency', 'agencies', { key, words }, facts);
  for (const { key, words, parent } of topics) {
    const facts = parent === null ? {} : { parent: seeding.idOf('topic', parent) };
    await seedOne(seeding, 'topic', 'topics', { key, words }, facts);
  }
  for (const { key, words, ...facts } of places) await seedOne(seeding, 'place', 'places', { key, words }, facts);
}

async function seedOne(
  seeding: Seeding,
  kind: string,
  collection: string,
  { key, words }: Entry,
  facts: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { people, journal } = seeding;
  const name = { collection, field: 'name', text: words.vi.name ?? '', locale: 'vi' } as const;
  const id = await makeOnce(seeding, { step: `${kind} ${key}`, ...name }, () =>
    people.editor.post(`/${collection}?locale=vi`, { ...facts, ...words.vi }),
  );
  seeding.know(kind, key, id);
  for (const locale of studioLocales.slice(1)) {
    await journal.step(`${kind} ${key} ${locale}`, async () => {
      const path = `/${collection}/${id}?locale=${locale}&depth=0`;
      await people.editor.patch(path, { ...words[locale], revision: await revisionOf(people.editor, collection, id) });
      return 'saved';
    });
  }
  seeding.done();
}
