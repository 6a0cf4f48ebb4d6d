import type { DemoAlbum } from '#demo/content/schema/album.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { makeOnce, revisionOf, type Seeding } from './seeding.ts';

/** Makes albums of pictures that are there, as a curator does, and has a second curator release them. */
export async function seedAlbums(seeding: Seeding, albums: readonly DemoAlbum[]): Promise<void> {
  for (const album of albums) await seedAlbum(seeding, album);
}

/** What an album offers to the press in one language. */
const pressIn = ({ press }: DemoAlbum, locale: StudioLocale) =>
  press ? { pressKit: true, pressText: press[locale].text, pressContacts: [press[locale].contact] } : {};

async function seedAlbum(seeding: Seeding, album: DemoAlbum): Promise<void> {
  const { people, journal, idOf } = seeding;
  const { key, words } = album;
  const name = { collection: 'albums', field: 'title', text: words.vi.title, locale: 'vi' } as const;
  const within = album.parent === null ? null : idOf('album', album.parent);
  const facts = { agency: idOf('agency', album.agency), within };
  const id = await makeOnce(seeding, { step: `album ${key}`, ...name }, () =>
    people.curator.post('/albums?locale=vi', { ...facts, ...words.vi }),
  );
  seeding.know('album', key, id);
  await journal.step(`album ${key} pictures`, async () => {
    await people.curator.post(`/albums/${id}/members`, { images: album.images.map((image) => idOf('image', image)) });
    return 'added';
  });
  for (const locale of studioLocales) {
    if (locale === 'vi' && album.cover === null && !album.press) continue;
    const cover = album.cover === null || locale !== 'vi' ? {} : { cover: idOf('image', album.cover) };
    await journal.step(`album ${key} ${locale}`, async () => {
      const revision = await revisionOf(people.curator, 'albums', id);
      await people.curator.patch(`/albums/${id}?locale=${locale}&depth=0`, {
        ...words[locale],
        ...cover,
        ...pressIn(album, locale),
        revision,
      });
      return 'saved';
    });
  }
  await journal.step(`album ${key} released`, async () => {
    await people.secondCurator.post(`/albums/${id}/release`, {});
    return 'released';
  });
  seeding.done();
}
