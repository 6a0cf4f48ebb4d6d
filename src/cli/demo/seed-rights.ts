import type { DemoRights } from '#demo/content/schema/rights.ts';
import { studioLocales } from '#languages/locales.ts';
import { makeOnce, revisionOf, type Seeding } from './seeding.ts';

/** Writes down terms for pictures, as a curator does. */
export async function seedRights(seeding: Seeding, rights: readonly DemoRights[]): Promise<void> {
  const { people, journal } = seeding;
  for (const { key, words, ...facts } of rights) {
    const name = { collection: 'rights', field: 'name', text: words.vi.name, locale: 'vi' } as const;
    const id = await makeOnce(seeding, { step: `rights ${key}`, ...name }, () =>
      people.curator.post('/rights?locale=vi', { ...facts, ...words.vi }),
    );
    seeding.know('rights', key, id);
    for (const locale of studioLocales.slice(1)) {
      await journal.step(`rights ${key} ${locale}`, async () => {
        const revision = await revisionOf(people.curator, 'rights', id);
        await people.curator.patch(`/rights/${id}?locale=${locale}&depth=0`, { ...words[locale], revision });
        return 'saved';
      });
    }
    seeding.done();
  }
}
