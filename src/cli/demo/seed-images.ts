import type { DemoImage } from '#demo/content/schema/image.ts';
import { drawScenes } from '#demo/drawing/draw-scenes.ts';
import { type StudioLocale, studioLocales, toPublicLocale } from '#languages/locales.ts';
import { rightsStatements } from '#media/rights/rights.ts';
import { makeOnce, revisionOf, type Seeding } from './seeding.ts';

/** Draws the pictures that are not there yet, takes each in as the curator does, and has a second curator release them. */
export async function seedImages(seeding: Seeding, images: readonly DemoImage[]): Promise<void> {
  const { journal } = seeding;
  const missing = images.filter(({ key }) => !journal.has(`image ${key}`));
  // Its process ends with this function, however that ends
  await using drawings = drawScenes(missing.map((image) => ({ name: image.scene, words: wordsInside(image) })));
  for (const image of images) {
    const drawn = missing.includes(image) ? await drawings.next() : undefined;
    await seedImage(seeding, image, drawn?.done === false ? drawn.value.bytes : undefined);
  }
}

async function seedImage(seeding: Seeding, image: DemoImage, bytes: Buffer | undefined): Promise<void> {
  const { people, journal } = seeding;
  const name = { collection: 'images', field: 'title', text: image.words.vi.title, locale: 'vi' } as const;
  const id = await makeOnce(seeding, { step: `image ${image.key}`, ...name }, () =>
    people.curator.postForm('/images/upload?locale=vi', uploadOf(seeding, image, bytes ?? Buffer.alloc(0))),
  );
  seeding.know('image', image.key, id);
  for (const locale of studioLocales.slice(1)) {
    await journal.step(`image ${image.key} ${locale}`, async () => {
      const path = `/images/${id}?locale=${locale}&depth=0`;
      await people.curator.patch(path, {
        ...image.words[locale],
        revision: await revisionOf(people.curator, 'images', id),
      });
      return 'saved';
    });
  }
  if (image.level === 'public') await release(seeding, image.key, id);
  seeding.done();
}

async function release({ people, journal }: Seeding, key: string, id: string): Promise<void> {
  await journal.step(`image ${key} released`, async () => {
    await people.secondCurator.post('/images/release', { ids: [id] });
    return 'released';
  });
}

function uploadOf({ idOf }: Seeding, image: DemoImage, bytes: Buffer): FormData {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(bytes)], `${image.key}.jpg`, { type: 'image/jpeg' }));
  const facts = {
    ...image.words.vi,
    credit: image.credit,
    creator: image.creator,
    rights: rightsStatements[image.rights],
    ...(image.rightsRecord ? { rightsRecord: idOf('rights', image.rightsRecord) } : {}),
    ...(image.persons ? { persons: image.persons.map((name) => ({ name, told: true, minor: false })) } : {}),
    takenOn: image.takenOn,
    focusX: image.focus[0],
    focusY: image.focus[1],
    agency: idOf('agency', image.agency),
    topics: image.topics.map((key) => idOf('topic', key)),
    places: image.places.map((key) => idOf('place', key)),
  };
  form.set('_payload', JSON.stringify(facts));
  return form;
}

/** The words that the drawing program writes into the picture, as a press agency does it. */
const wordsInside = (image: DemoImage) => ({
  credit: image.credit,
  creator: image.creator,
  rights: rightsStatements[image.rights],
  date: image.takenOn,
  title: inEach(image, 'title'),
  description: inEach(image, 'caption'),
  alt: inEach(image, 'alt'),
});

const inEach = ({ words }: DemoImage, field: 'title' | 'caption' | 'alt') =>
  Object.fromEntries(studioLocales.map((locale: StudioLocale) => [toPublicLocale(locale), words[locale][field]]));
