import { z } from 'zod';
import type { DocumentWords } from '#demo/content/schema/words.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { revisionOf, type Seeding } from './seeding.ts';
import type { Person } from './studio-door.ts';

/** One language of one document, and how far it is to come. */
export interface Language {
  readonly step: string;
  readonly collection: string;
  readonly id: string;
  readonly locale: StudioLocale;
  readonly words: DocumentWords;
}

/** Takes one language through review and publication, each act by the person whose it is. */
export async function bringTo(seeding: Seeding, language: Language): Promise<void> {
  const { words, step } = language;
  const { editor, publisher } = seeding.people;
  if (words.reviewNote !== undefined) {
    await review(seeding, editor, language, { step: `${step} asked`, action: 'request' });
    const note = words.reviewNote;
    await review(seeding, publisher, language, { step: `${step} returned`, action: 'return', note });
  }
  if (words.state === 'in-review') {
    await review(seeding, editor, language, { step: `${step} in review`, action: 'request' });
  }
  if (words.state !== 'published') return;
  await publish(seeding, language);
  if (words.rewrite !== undefined) await rewrite(seeding, language, words.rewrite);
}

async function review(
  { journal }: Seeding,
  person: Person,
  { collection, id, locale }: Language,
  { step, ...act }: { step: string; action: 'request' | 'return'; note?: string },
): Promise<void> {
  await journal.step(step, async () => {
    await person.post(`/${collection}/${id}/review`, { locale, ...act });
    return act.action;
  });
}

const published = z.object({ publishedBy: z.record(z.string(), z.string()).nullish() });

/** A publication that was interrupted after it had happened is not done twice. */
async function publish(
  { people, journal, payload }: Seeding,
  { collection, id, locale, step }: Language,
): Promise<void> {
  await journal.step(`${step} published`, async () => {
    const found = await payload.findByID({ collection: collection as 'articles', id, depth: 0, overrideAccess: true });
    const before = published.safeParse(found).data?.publishedBy ?? {};
    if (before[locale] !== undefined) return 'published';
    const revision = await revisionOf(people.publisher, collection, id);
    await people.publisher.post(`/${collection}/${id}/publish`, { locale, revision });
    return 'published';
  });
}

async function rewrite(
  { people, journal }: Seeding,
  { collection, id, locale, step }: Language,
  words: NonNullable<DocumentWords['rewrite']>,
): Promise<void> {
  await journal.step(`${step} rewritten`, async () => {
    const path = `/${collection}/${id}?locale=${locale}&draft=true&depth=0`;
    await people.editor.patch(path, { ...words, revision: await revisionOf(people.editor, collection, id) });
    return 'saved';
  });
}
