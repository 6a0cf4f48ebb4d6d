import type { Payload } from 'payload';
import { loadContent } from '#demo/content/load-content.ts';
import { studioKey } from '../open-studio.ts';
import { discardJournal, journalOf } from './journal.ts';
import { markRestricted } from './mark.ts';
import { dismissPeople, gatherPeople } from './people.ts';
import { releasedEditions } from './released.ts';
import { seedAlbums } from './seed-albums.ts';
import { seedImages } from './seed-images.ts';
import { seedNames } from './seed-names.ts';
import { seedReference } from './seed-reference.ts';
import { seedRights } from './seed-rights.ts';
import { seedWritten } from './seed-written.ts';
import type { Seeding } from './seeding.ts';

/** What seeding did: documents in all, and how many editions of each type are meant for the public. */
export interface Seeded {
  readonly documents: number;
  readonly released: Readonly<Record<string, number>>;
}

/**
 * Loads the demo content through the studio's own door, as the people of the demo: written by an editor, published by a
 * publisher, pictures drawn, taken in by one curator and released by another. May be killed at any moment and called
 * again: what is done stays done.
 */
export async function seedDemo(
  payload: Payload,
  { dataDir }: { readonly dataDir: string },
  progress: (done: number, total: number) => void,
): Promise<Seeded> {
  const content = await loadContent();
  const total = Object.values(content).reduce((sum, list) => sum + list.length, 0);
  const { totalDocs: inhabitants } = await payload.count({ collection: 'users', overrideAccess: true });
  if (inhabitants === 0) await discardJournal(dataDir);
  const journal = await journalOf(dataDir);
  const seeded = { documents: total, released: releasedEditions(content) };
  if (journal.has('complete')) return seeded;
  const now = new Date(await journal.step('began', async () => new Date().toISOString()));
  const people = await gatherPeople(payload, studioKey);
  let count = 0;
  const done = () => progress(++count, total);
  const seeding: Seeding = { payload, people, journal, done, ...knownIds() };
  await seedReference(seeding, content);
  await seedRights(seeding, content.rights);
  await seedImages(seeding, content.images);
  await seedAlbums(seeding, content.albums);
  await seedWritten(seeding, content, now);
  await markRestricted(seeding, content);
  await seedNames(seeding);
  await dismissPeople(payload);
  await journal.step('complete', async () => 'yes');
  return seeded;
}

/** Which studio id each demo document has. */
function knownIds(): Pick<Seeding, 'idOf' | 'know'> {
  const ids = new Map<string, string>();
  return {
    know: (kind, key, id) => void ids.set(`${kind} ${key}`, id),
    idOf: (kind, key) => {
      const id = ids.get(`${kind} ${key}`);
      if (id === undefined) throw new Error(`no demo ${kind} ${key}`);
      return id;
    },
  };
}
