import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AlbumRecord, ImageRecord } from '../../src/record/records.ts';
import { publicUrl, put, withdraw } from '../support/delivery-node.ts';
import { agency, album, image, newId } from '../support/records.ts';
import { type House, openHouse } from './support/house.ts';
import { presentationSchema } from './support/schemas.ts';

const locales = ['vi', 'en', 'fr', 'zh-Hans'] as const;
const validate = presentationSchema();

let house: House;
let pictures: ImageRecord[];
let above: AlbumRecord;
let below: AlbumRecord;
const office = agency('so', { locales: ['vi', 'en'] });
const later = newId();

beforeAll(async () => {
  house = await openHouse();
  const sha = await house.bench.writer.putBlob(Buffer.from('a picture'));
  pictures = ['mot', 'hai', 'ba'].map((slug) =>
    image(slug, [sha], {
      locales,
      over: slug === 'ba' ? { credit: 'Ảnh: Minh', uses: ['web'], territories: ['VN'] } : { credit: 'Ảnh: Lan' },
    }),
  );
  const [one, two, three] = pictures.map(({ id }) => id);
  const members = [two, later, three, one].map(String);
  above = album('cho', members, {
    locales,
    over: (locale) => ({ cover: three ?? null, agency: office.id, title: `Chợ (${locale})` }),
  });
  below = album('cho-noi', [String(one)], { locales: ['vi'], over: { parent: above.id } });
  const records = [office, ...pictures, below, above];
  await house.node.reach(await house.bench.append(records.map(put)));
});
afterAll(() => house[Symbol.asyncDispose]());

const read = async (path: string) => {
  const response = await house.node.get(path);
  expect([response.status, response.headers.get('content-type')], path).toEqual([
    200,
    'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"',
  ]);
  const value = await response.json();
  if (validate) {
    validate(value);
    expect(validate.errors ?? [], path).toEqual([]);
  }
  return value;
};
const at = ({ id }: { id: string }, name: string) => `/iiif/3/albums/${id}/${name}.json`;
const labels = (value: { items: { label: { vi?: string[] } }[] }) => value.items.map(({ label }) => label.vi?.[0]);

describe('albums for viewers', () => {
  it('are manifests with their pictures in order, in four languages', async () => {
    const manifest = await read(at(above, 'manifest'));
    expect(labels(manifest)).toEqual(['hai (vi)', 'ba (vi)', 'mot (vi)']);
    expect(manifest).toMatchObject({
      ...{ id: `${publicUrl}${at(above, 'manifest')}`, type: 'Manifest' },
      label: { vi: ['Chợ (vi)'], en: ['Chợ (en)'], fr: ['Chợ (fr)'], 'zh-Hans': ['Chợ (zh-Hans)'] },
      summary: { fr: ['About cho in fr'] },
      rights: 'http://creativecommons.org/licenses/by/4.0/',
      requiredStatement: { label: { fr: ['Crédit'] }, value: { none: ['Ảnh: Lan', 'Ảnh: Minh'] } },
      metadata: [{ label: { 'zh-Hans': ['机构'] }, value: { vi: ['so (vi)'], en: ['so (en)'] } }],
    });
    const [two, three] = manifest.items;
    expect(two.metadata).toBeUndefined();
    expect(three).toMatchObject({
      metadata: [
        { label: { en: ['Uses'] }, value: { fr: [expect.stringContaining('Autorisé\u00a0: web.')] } },
        { label: { en: ['Territories'] }, value: { fr: ['Viêt Nam'] } },
      ],
      requiredStatement: { value: { none: ['Ảnh: Minh'] } },
      rights: 'http://creativecommons.org/licenses/by/4.0/',
    });
    expect(manifest.thumbnail[0].id).toContain(`/iiif/3/${pictures[2]?.id}/`);
    expect(new Set(manifest.items.map(({ id }: { id: string }) => id)).size).toBe(3);
    expect(JSON.stringify(manifest)).not.toContain(later);
    const [{ id }] = manifest.seeAlso;
    const { data } = await (await house.node.get(new URL(id).pathname)).json();
    expect(data.iiif).toEqual({
      manifest: manifest.id,
      collection: `${publicUrl}${at(above, 'collection')}`,
    });
  });

  it('are collections by the tree, up and down', async () => {
    const top = await read('/iiif/3/albums/collection.json');
    expect(top).toMatchObject({
      label: { en: ['Albums'], vi: ['Album ảnh'] },
      items: [{ id: `${publicUrl}${at(above, 'collection')}`, type: 'Collection' }],
    });
    const middle = await read(at(above, 'collection'));
    expect(middle.items).toMatchObject([
      { id: `${publicUrl}${at(above, 'manifest')}`, type: 'Manifest' },
      { id: `${publicUrl}${at(below, 'manifest')}`, type: 'Manifest', label: { vi: ['cho-noi (vi)'] } },
    ]);
    expect(middle.partOf[0].id).toBe(top.id);
    const leaf = await read(at(below, 'collection'));
    expect([leaf.partOf[0].id, leaf.items.length]).toEqual([middle.id, 1]);
  });

  it('lose a picture at once when it is withdrawn, and tell nothing of it', async () => {
    const [, , three] = pictures;
    if (!three) throw new Error('no picture');
    const before = (await house.node.get(at(above, 'manifest'))).headers.get('etag') ?? '';
    await house.node.reach(await house.bench.append([withdraw(three)]));
    const answer = await house.node.get(at(above, 'manifest'), { headers: { 'if-none-match': before } });
    expect(answer.status).toBe(200);
    const manifest = await read(at(above, 'manifest'));
    expect(labels(manifest)).toEqual(['hai (vi)', 'mot (vi)']);
    expect(manifest.requiredStatement.value).toEqual({ none: ['Ảnh: Lan'] });
    expect(manifest.thumbnail[0].id).toContain(`/iiif/3/${pictures[1]?.id}/`);
    expect(JSON.stringify([manifest, await read(at(above, 'collection'))])).not.toContain(three.id);
  });

  it('have no common rights where pictures differ, and no pictures where none can be seen', async () => {
    const sha = await house.bench.writer.putBlob(Buffer.from('a picture'));
    const other = image('khac', [sha], { over: { rights: 'http://rightsstatements.org/vocab/InC/1.0/' } });
    const mixed = album('lan-lon', [later, other.id, pictures[0]?.id ?? '']);
    const empty = album('trong', [later]);
    await house.node.reach(await house.bench.append([other, mixed, empty].map(put)));
    const both = await read(at(mixed, 'manifest'));
    expect(both.rights).toBeUndefined();
    // The first that can be seen stands for it
    expect(both.thumbnail[0].id).toContain(`/iiif/3/${other.id}/`);
    expect(labels(await read('/iiif/3/albums/collection.json'))).toEqual(['Chợ (vi)', 'lan-lon (vi)', 'trong (vi)']);
    expect((await read(at(empty, 'collection'))).items).toEqual([]);
    expect((await house.node.get(at(empty, 'manifest'))).status).toBe(404);
    expect((await (await house.node.get('/v1/vi/albums/trong')).json()).data.iiif.manifest).toBeNull();
  });

  it('are gone when they are withdrawn, and what stood below stands at the top', async () => {
    await house.node.reach(await house.bench.append([withdraw(above)]));
    for (const name of ['manifest', 'collection']) expect((await house.node.get(at(above, name))).status).toBe(410);
    expect((await house.node.get('/iiif/3/albums/nobody/manifest.json')).status).toBe(404);
    expect((await read(at(below, 'collection'))).partOf[0].id).toBe(`${publicUrl}/iiif/3/albums/collection.json`);
    expect(labels(await read('/iiif/3/albums/collection.json'))).toContain('cho-noi (vi)');
  });
});
