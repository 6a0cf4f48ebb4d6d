import { setTimeout as sleep } from 'node:timers/promises';
import { bodyOf } from '../../test/support/lexical.ts';
import { jpegOf, pictureForm, texturedPicture } from '../../test/support/pictures.ts';
import type { City } from './city.ts';
import { handOf, type StudioHand } from './studio-hand.ts';

const by = 'http://creativecommons.org/licenses/by/4.0/';

/** Where readers meet a picture. */
export const places = ['article', 'picture page', 'size', 'tile', 'press kit'] as const;
export type Place = (typeof places)[number];

/** A picture of somebody who has agreed, public wherever a picture can be. */
export interface Scene {
  readonly slug: string;
  readonly consent: string;
  /** Whether a reader meets it there at this moment. */
  readonly isShown: Readonly<Record<Place, () => Promise<boolean>>>;
  /** Whether the press kit, read as a whole, has a file of it. */
  isInKit(): Promise<boolean>;
}

export interface Scenes {
  readonly scenes: readonly Scene[];
  readonly curator: StudioHand;
}

interface Made {
  readonly id: string;
  readonly slug: string;
  readonly revision: number;
}
type Answer = { readonly doc: Made };

interface Hands {
  readonly curator: StudioHand;
  readonly editor: StudioHand;
  readonly publisher: StudioHand;
}

const at = (collection: string) => `/api/${collection}?locale=en&depth=0`;

const makePicture = async ({ curator, editor, publisher }: Hands, number: number, rightsRecord: string) => {
  const title = `Withdrawn ${number}`;
  const bytes = await jpegOf(texturedPicture(9000 + number, 2400, 1600));
  const own = { title, alt: title, credit: 'Bench', rights: by };
  const form = pictureForm(bytes, own, `withdrawn-${number}.jpg`);
  const { doc: picture } = await curator.post<Answer>('/api/images/upload?locale=en&depth=0', form);
  const paper = { person: title, kind: 'adult', document: title };
  const { doc: consent } = await curator.post<Answer>(at('consents'), paper);
  const ground = { rightsRecord, people: 'released', consents: [consent.id] };
  await curator.change(`/api/images/${picture.id}`, ground);
  const text = { title: `Story ${number}`, summary: title, body: bodyOf([title], [picture.id]), cover: picture.id };
  const { doc: story } = await editor.post<Answer>(at('articles'), text);
  const { revision } = story;
  await publisher.post(`/api/articles/${story.id}/publish`, { locale: 'en', revision });
  return { picture, story, consent: consent.id };
};

/** Waits for an answer of delivery. */
const dataOf = async <T>(address: string): Promise<T> => {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(address);
    if (answer.ok) return ((await answer.json()) as { data: T }).data;
    await sleep(100);
  }
  throw new Error(`${address} does not come`);
};

const isThere = async (address: string): Promise<boolean> => {
  const answer = await fetch(address);
  await answer.arrayBuffer();
  return answer.ok;
};

interface PublicImage {
  readonly id: string;
  readonly sources: readonly { readonly href: string }[];
}

const sceneOf = async (
  { deliveryUrl }: City,
  { picture, story, consent }: Awaited<ReturnType<typeof makePicture>>,
  kit: { readonly zip: string; readonly tag: string },
): Promise<Scene> => {
  const page = `${deliveryUrl}/v1/en/images/${picture.slug}`;
  const { id, sources } = await dataOf<PublicImage>(page);
  const size = `${deliveryUrl}${new URL(sources.at(-1)?.href ?? '').pathname}`;
  const article = `${deliveryUrl}/v1/en/articles/${story.slug}`;
  return {
    slug: picture.slug,
    consent,
    isShown: {
      article: async () => (await (await fetch(article)).text()).includes(id),
      'picture page': () => isThere(page),
      size: () => isThere(size),
      tile: () => isThere(`${deliveryUrl}/iiif/3/${id}/0,0,512,512/max/0/default.jpg`),
      'press kit': async () => (await fetch(kit.zip, { method: 'HEAD' })).headers.get('etag') === kit.tag,
    },
    isInKit: async () => Buffer.from(await (await fetch(kit.zip)).arrayBuffer()).includes(`${picture.slug}.jpg`),
  };
};

/** The press kit with all of them; its tag is the one of the whole. */
const kitOf = async ({ deliveryUrl }: City, slug: string, pictures: readonly Made[]) => {
  const { press } = await dataOf<{ press: { zip: string } }>(`${deliveryUrl}/v1/en/press-kits/${slug}`);
  const zip = `${deliveryUrl}${new URL(press.zip).pathname}`;
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(zip);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const has = pictures.every((picture) => bytes.includes(`${picture.slug}.jpg`));
    if (has) return { zip, tag: answer.headers.get('etag') ?? '' };
    await sleep(100);
  }
  throw new Error('the press kit never has all of its pictures');
};

/** Makes pictures with a consent each: in an article, as a page, in sizes and tiles, and together in a press kit. */
export const openScenes = async (city: City, count: number): Promise<Scenes> => {
  const hands: Hands = {
    curator: handOf(city, await city.signIn('curator')),
    editor: handOf(city, await city.signIn('editor')),
    publisher: handOf(city, await city.signIn('publisher')),
  };
  const { curator, publisher } = hands;
  const terms = { name: 'Bench', rights: by, credit: 'Bench', download: 'yes' };
  const { doc: record } = await curator.post<Answer>(at('rights'), terms);
  const made: Awaited<ReturnType<typeof makePicture>>[] = [];
  for (let number = 1; number <= count; number += 1) made.push(await makePicture(hands, number, record.id));
  const kit = { title: 'Bench kit', pressKit: true, pressText: 'Bench' };
  const { doc: album } = await curator.post<Answer>(at('albums'), kit);
  await curator.post(`/api/albums/${album.id}/members`, { images: made.map(({ picture }) => picture.id) });
  await publisher.post(`/api/albums/${album.id}/release`, {});
  const pictures = made.map(({ picture }) => picture);
  for (const { slug } of pictures) await dataOf(`${city.deliveryUrl}/v1/en/images/${slug}`);
  const ready = await kitOf(city, album.slug, pictures);
  const scenes: Scene[] = [];
  for (const one of made) scenes.push(await sceneOf(city, one, ready));
  return { scenes, curator };
};
