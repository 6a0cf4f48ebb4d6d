import { z } from 'zod';
import type { DemoContent } from '#demo/content/content.ts';
import type { Seeding } from './seeding.ts';

const marked = z.object({ marking: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]) });

interface Marked {
  readonly key: string;
  readonly level: string;
  readonly basis?: string | undefined;
}

/**
 * Marks what is to be `restricted`, as the security officer does it. Texts before the pictures that they show: a
 * document is never marked lower than what it refers to.
 */
export async function markRestricted(seeding: Seeding, content: DemoContent): Promise<void> {
  for (const one of content.articles) await mark(seeding, 'article', 'articles', one);
  for (const one of content.events) await mark(seeding, 'event', 'events', one);
  for (const one of content.images) await mark(seeding, 'image', 'images', one);
}

async function mark(seeding: Seeding, kind: string, collection: string, { key, level, basis }: Marked): Promise<void> {
  if (level !== 'restricted') return;
  const { people, journal, idOf } = seeding;
  await journal.step(`${kind} ${key} raised`, async () => {
    const drafts = kind === 'image' ? '' : '&draft=true';
    const { marking } = marked.parse(await people.officer.get(`/${collection}/${idOf(kind, key)}?depth=0${drafts}`));
    await people.officer.post(`/markings/${marking}/raise`, { level, basis: basis ?? '' });
    return 'raised';
  });
}
