import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImageRecord } from '../../src/record/records.ts';
import { publicUrl, put, withdraw } from '../support/delivery-node.ts';
import { agency, place, topic } from '../support/records.ts';
import { type House, openHouse } from './support/house.ts';
import { presentationSchema } from './support/schemas.ts';

const locales = ['vi', 'en', 'fr', 'zh-Hans'] as const;
const validate = presentationSchema();

let house: House;
let record: ImageRecord;
const [spot, subject, office] = [
  place('cho', { locales }),
  topic('chu-de', { locales: ['vi', 'en'] }),
  agency('so', { locales: ['vi'] }),
];
const master = () =>
  sharp({ create: { width: 1800, height: 1200, channels: 3, background: '#468' } })
    .png()
    .toBuffer();

beforeAll(async () => {
  house = await openHouse();
  await house.node.reach(await house.bench.append([spot, subject, office].map(put)));
  const refs = { places: [spot.id], topics: [subject.id], agency: office.id };
  record = await house.release('anh', await master(), {
    locales,
    over: (locale) => ({
      ...refs,
      credit: 'Ảnh: Lan',
      creator: 'Lan',
      caption: locale === 'fr' ? '' : `Chú thích (${locale})`,
    }),
  });
});
afterAll(() => house[Symbol.asyncDispose]());

const manifestOf = async (of: Pick<ImageRecord, 'id'>) => {
  const response = await house.ask(of, 'manifest.json');
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"',
  ]);
  const manifest = await response.json();
  if (validate) {
    validate(manifest);
    expect(validate.errors ?? []).toEqual([]);
  }
  return manifest;
};
const base = () => `${publicUrl}/iiif/3/${record.id}`;

describe('the manifest of a picture', () => {
  it('has its words in four languages', async () => {
    const manifest = await manifestOf(record);
    expect(Object.keys(manifest)[0]).toBe('@context');
    expect(manifest).toMatchObject({
      '@context': 'http://iiif.io/api/presentation/3/context.json',
      ...{ id: `${base()}/manifest.json`, type: 'Manifest' },
      label: { vi: ['anh (vi)'], en: ['anh (en)'], fr: ['anh (fr)'], 'zh-Hans': ['anh (zh-Hans)'] },
      rights: 'http://creativecommons.org/licenses/by/4.0/',
      requiredStatement: {
        label: { vi: ['Ghi nguồn'], en: ['Credit'], fr: ['Crédit'], 'zh-Hans': ['署名'], 'zh-Hant': ['署名'] },
        value: { none: ['Ảnh: Lan'] },
      },
    });
    expect(manifest.summary).toEqual({
      ...{ vi: ['Chú thích (vi)'], en: ['Chú thích (en)'], 'zh-Hans': ['Chú thích (zh-Hans)'] },
    });
    const lines = manifest.metadata.map(({ label, value }: { label: { en: string[] }; value: object }) => [
      label.en[0],
      value,
    ]);
    expect(Object.fromEntries(lines)).toEqual({
      Creator: { none: ['Lan'] },
      Date: { none: ['2018-05'] },
      Places: { vi: ['cho (vi)'], en: ['cho (en)'], fr: ['cho (fr)'], 'zh-Hans': ['cho (zh-Hans)'] },
      Topics: { vi: ['chu-de (vi)'], en: ['chu-de (en)'] },
      Agency: { vi: ['so (vi)'] },
      Rights: expect.objectContaining({ en: ['CC BY 4.0 (Attribution)'] }),
    });
    expect(manifest.metadata[0].label).toEqual({
      vi: ['Tác giả'],
      en: ['Creator'],
      fr: ['Auteur'],
      'zh-Hans': ['作者'],
      'zh-Hant': ['作者'],
    });
  });

  it('names pictures and a service that are there', async () => {
    const manifest = await manifestOf(record);
    const [canvas] = manifest.items;
    expect([canvas.width, canvas.height, canvas.summary.fr]).toEqual([1800, 1200, ['Seen: anh (fr)']]);
    const [page] = canvas.items;
    const [annotation] = page.items;
    expect([annotation.motivation, annotation.target]).toEqual(['painting', canvas.id]);
    for (const image of [annotation.body, manifest.thumbnail[0]]) {
      const response = await house.node.get(new URL(image.id).pathname);
      const { width, height } = await sharp(await response.arrayBuffer()).metadata();
      expect([width, height, response.headers.get('content-type')]).toEqual([image.width, image.height, image.format]);
      const [service] = image.service;
      const info = await (await house.node.get(`${new URL(service.id).pathname}/info.json`)).json();
      expect([info.id, info.type, info.profile]).toEqual([service.id, service.type, service.profile]);
      expect(info.partOf[0].id).toBe(manifest.id);
    }
    for (const { id } of manifest.seeAlso) {
      const { data } = await (await house.node.get(new URL(id).pathname)).json();
      expect(data.iiif).toEqual({ service: base(), manifest: manifest.id });
    }
    expect(manifest.seeAlso).toHaveLength(4);
  });

  it('says nothing of what is not to be seen: planned languages, withdrawn topics', async () => {
    const hidden = topic('an', { locales: ['vi'] });
    await house.node.reach(await house.bench.append([put(hidden)]));
    const later = await house.release('mai-sau', await master(), {
      locales: ['vi', 'en'],
      over: (locale) => ({
        topics: [hidden.id],
        ...(locale === 'en' && { appearsAt: '2990-01-01T00:00:00.000Z', title: 'SECRET' }),
      }),
    });
    const seen = JSON.stringify(await manifestOf(later));
    expect(seen).toContain('an (vi)');
    expect(seen).not.toContain('SECRET');
    expect(JSON.stringify(await (await house.ask(later, 'info.json')).json())).not.toContain('SECRET');
    const cut = Buffer.from(await (await house.ask(later, 'full/100,/0/default.jpg')).arrayBuffer());
    expect(cut.includes('SECRET')).toBe(false);
    await house.node.reach(await house.bench.append([withdraw(hidden)]));
    expect(JSON.stringify(await manifestOf(later))).not.toContain('an (vi)');
  });

  it('of a picture without caption, creator, date or references leaves out what it has not', async () => {
    const bare = await house.release('tran', await master(), {
      over: { caption: '', creator: '', date: null, rights: 'http://rightsstatements.org/vocab/InC/1.0/' },
    });
    const manifest = await manifestOf(bare);
    expect(manifest.summary).toBeUndefined();
    expect(manifest.metadata).toHaveLength(1);
  });

  it('costs nothing when it is unchanged, and changes with what it shows', async () => {
    const first = await house.ask(record, 'manifest.json');
    const etag = first.headers.get('etag') ?? '';
    const again = () => house.ask(record, 'manifest.json', { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    expect((await house.ask(record, 'manifest.json', { method: 'HEAD' })).headers.get('etag')).toBe(etag);
    const renamed = place('cho', { id: spot.id, locales, over: { title: 'Chợ mới' } });
    await house.node.reach(await house.bench.append([put(renamed)]));
    const changed = await again();
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('Chợ mới');
  });

  it('comes packed for whoever unpacks it', async () => {
    const response = await house.ask(record, 'manifest.json', { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('content-encoding')).toBe('br');
    expect((await response.json()).type).toBe('Manifest');
  });
});
