import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raws, vector } from '../media/support/formats.ts';
import { completeText } from '../support/lexical.ts';
import { pictureForm } from '../support/pictures.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { languages, readWords } from '../support/words.ts';

const whole = {
  title: 'Chợ',
  alt: 'Tháp đồng hồ',
  credit: 'Lan',
  rights: 'http://creativecommons.org/licenses/by/4.0/',
};

describe.each(databases)('a master that can be kept and not shown, on %s', (database) => {
  let studio: Studio;
  let curator: Person;
  let editor: Person;
  let publisher: Person;
  let kept: string;
  beforeAll(async () => {
    studio = await startStudio({ database });
    curator = await studio.person('curator');
    editor = await studio.person('editor');
    publisher = await studio.person('publisher');
    const taken = await bring(vector('flag.jp2'), 'scan.jp2');
    kept = taken.id;
    expect(taken.master).toMatchObject({
      type: 'image/jp2',
      display: 'none',
      width: 96,
      height: 64,
      filename: 'scan.jp2',
    });
  });
  afterAll(() => studio?.close());

  const bring = async (bytes: Uint8Array, name: string) => {
    const form = pictureForm(new Uint8Array(bytes), whole, name);
    const sent = await curator.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body: form });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    return sent.body.doc as { id: string; master: Record<string, unknown> };
  };
  const lack = (language: (typeof languages)[number]) =>
    (readWords(language, 'fields').shown ?? '').toLocaleLowerCase(language);

  it('is handed out as it came, and in no other size', async () => {
    const headers = { authorization: `JWT ${curator.token}` };
    const master = await fetch(`${studio.url}/api/images/${kept}/file`, { headers });
    expect(Buffer.compare(Buffer.from(await master.arrayBuffer()), vector('flag.jp2'))).toBe(0);
    const small = await curator.get(`/api/images/${kept}/file?width=320`);
    expect([small.status, small.body.code]).toEqual([422, 'image-not-shown']);
  });

  it.each(languages)(
    'is not released, by itself or with an article, and the refusal says why (%s)',
    async (language) => {
      const headers = { 'accept-language': language };
      const alone = await publisher.post('/api/images/release', { ids: [kept] }, headers);
      expect([alone.status, alone.body.code]).toEqual([422, 'image-release-incomplete']);
      expect(alone.body.values.images).toContain(lack(language));
      const text = await editor.post('/api/articles?locale=vi&depth=0', {
        ...completeText(`Có ảnh ${language}`),
        cover: kept,
      });
      const refused = await publisher.post(`/api/articles/${text.body.doc.id}/publish`, { locale: 'vi' }, headers);
      expect([refused.status, refused.body.code]).toEqual([422, 'publish-image-unlicensed']);
      expect(refused.body.values.images).toContain(lack(language));
      expect((await curator.get(`/api/images/${kept}?depth=1`)).body.marking.level).toBe('internal');
    },
  );

  it('no save makes it one that is shown', async () => {
    const { body } = await curator.get(`/api/images/${kept}?depth=0&locale=vi`);
    const data = { revision: body.revision, credit: 'Lan Anh', master: { ...body.master, display: 'whole' } };
    await curator.patch(`/api/images/${kept}?locale=vi`, data);
    expect((await curator.get(`/api/images/${kept}?depth=0&locale=vi`)).body.master.display).toBe('none');
  });

  it('is not like a raw file, which is shown by the picture that it carries, and released', async () => {
    const nef = (await raws())['image/x-nikon-nef'] ?? Buffer.alloc(0);
    const raw = await bring(nef, 'DSC_0001.NEF');
    expect(raw.master).toMatchObject({ type: 'image/x-nikon-nef', display: 'preview', width: 600, height: 400 });
    const released = await publisher.post('/api/images/release', { ids: [raw.id] });
    expect([released.status, released.body.released]).toEqual([200, [raw.id]]);
    const small = await curator.get(`/api/images/${raw.id}/file?width=320`);
    expect([small.status, small.headers.get('content-type')]).toEqual([200, 'image/webp']);
  });
});
