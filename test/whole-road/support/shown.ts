import { expect } from 'vitest';
import { bodyOf } from '../../support/lexical.ts';
import type { Made, Road } from './road.ts';

export const rights = 'http://creativecommons.org/licenses/by/4.0/';

/** A picture in an article, as cover and in the text, with what a reader asks for. */
export interface Shown {
  readonly picture: Made;
  readonly story: Made;
  readonly id: string;
  readonly files: readonly string[];
}

/** What tests of rights do and ask on a road that is open when they run. */
export const showing = (road: () => Road) => {
  const make = async (collection: 'rights' | 'consents', data: object): Promise<string> => {
    const made = await road().people.curator.post(`/api/${collection}?locale=vi&depth=0`, data);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.doc.id;
  };
  const set = (path: string, data: object) => road().patch(road().people.curator, path, data);
  const consentOf = (person: string, more: object = {}) =>
    make('consents', { person, kind: 'adult', document: `Hồ sơ ${person}`, ...more });

  const show = async (name: string, more: object, own: object = { credit: 'Lan', rights }): Promise<Shown> => {
    const { people, upload, create, publish } = road();
    const picture = await upload(people.curator, name, { title: name, alt: name, ...own });
    await set(`/api/images/${picture.id}?locale=vi`, more);
    const text = {
      title: `Bài ${name}`,
      summary: name,
      body: bodyOf([`Chữ ${name}`], [picture.id]),
      cover: picture.id,
    };
    const story = await create(people.editor, 'articles', text);
    await publish(people.publisher, 'articles', story.id, 'vi');
    await road().arrived();
    const live = (await road().house.live()).get(`image/vi/${picture.slug}`);
    const found = await road().read(`/v1/vi/images/${picture.slug}`);
    const sources: { href: string }[] = found.body?.data?.sources ?? [];
    return { picture, story, id: live?.id ?? '', files: sources.map(({ href }) => new URL(href).pathname) };
  };

  const tile = '0,0,512,512/max/0/default.jpg';
  /** Every address of a picture: itself, its files, and what viewers ask for. */
  const statuses = async ({ picture, id, files }: Shown) => {
    const paths = [`/v1/vi/images/${picture.slug}`, ...files, `/iiif/3/${id}/info.json`, `/iiif/3/${id}/manifest.json`];
    const all = await Promise.all([...paths, `/iiif/3/${id}/${tile}`].map((path) => road().node.get(path)));
    return [...new Set(all.map(({ status }) => status))];
  };
  const listed = async ({ id }: Shown) =>
    JSON.stringify((await road().read('/v1/vi/images?limit=100')).body).includes(id);
  /** The article: its status, whether its text stands, and whether it shows the picture. */
  const article = async ({ story, id }: Shown, name: string) => {
    const [one, list] = [
      await road().read(`/v1/vi/articles/${story.slug}`),
      await road().read('/v1/vi/articles?limit=100'),
    ];
    const text = JSON.stringify(one.body);
    const card = JSON.stringify(list.body.data.find(({ slug }: { slug: string }) => slug === story.slug) ?? null);
    return {
      status: one.status,
      stands: text.includes(`Chữ ${name}`) && card.includes(`Bài ${name}`),
      shows: text.includes(id) || card.includes(id),
    };
  };
  return { make, set, consentOf, show, statuses, listed, article };
};
