import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pictureForm } from '../support/pictures.ts';
import { databasesInTurn } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { beginBatch, sendWhole } from '../uploads/support/tus.ts';
import { unbagging } from './support/bagging.ts';
import { makeBag } from './support/bags.ts';
import { describedFile, saidForAll, saidIn } from './support/described-file.ts';
import { hashOf, type Ingesting, startIngesting, told } from './support/ingesting.ts';

type Locale = 'vi' | 'en' | 'fr' | 'zh';
const all: readonly Locale[] = ['vi', 'en', 'fr', 'zh'];

/** The fields of four languages as one record has them, with the headline in the language of the intake. */
const inFour = (usual: Locale) => {
  const said = all.map((locale) => [locale, saidIn(locale)] as const);
  const fields = ['title', 'extendedDescription', 'event', 'usageTerms'];
  const local = fields.map((field) => [field, Object.fromEntries(said.map(([locale, of]) => [locale, of[field]]))]);
  return { ...Object.fromEntries(local), headline: { [usual]: 'Mai nở sớm' } };
};

describe.each(databasesInTurn)('what a file says of itself becomes fields, on %s', (database) => {
  let at: Ingesting;
  let curator: Person;
  beforeAll(async () => {
    at = await startIngesting({ database });
    curator = await at.studio.person('curator');
  });
  afterAll(() => at?.[Symbol.asyncDispose]());

  const upload = async (bytes: Uint8Array<ArrayBuffer>, words: object, locale = 'vi') => {
    const body = pictureForm(bytes, { title: 'Hội hoa', ...words });
    return curator.send(`/api/images/upload?locale=${locale}&depth=0`, { method: 'POST', body });
  };
  const recordOf = async (bytes: Uint8Array) => (await at.imagesOf(hashOf(bytes)))[0];
  const folderOf = async (files: Readonly<Record<string, Uint8Array | string>>): Promise<string> => {
    const folder = await mkdtemp(join(at.studio.folder, 'delivery-'));
    await mkdir(folder, { recursive: true });
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
    return folder;
  };

  test('at the upload form, in the language in which the record begins', async () => {
    const bytes = await describedFile(1);
    expect((await upload(bytes, {}, 'fr')).status).toBe(201);
    const { title: _, ...french } = saidIn('fr');
    const local = Object.fromEntries(Object.entries(french).map(([field, text]) => [field, { fr: text }]));
    expect(await recordOf(bytes)).toMatchObject({ ...local, ...saidForAll, headline: { fr: 'Mai nở sớm' } });
  });

  test('not where the curator says something', async () => {
    const own = { headline: 'Chợ hoa', keywords: ['chợ'], copyright: '© Lan', sourceType: 'print' };
    const { status, body } = await upload(await describedFile(2), own);
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body.doc).toMatchObject({ ...saidForAll, ...own, event: saidIn('vi').event });
  });

  test('in pieces, language by language', async () => {
    const bytes = await describedFile(3);
    const batch = await beginBatch(curator, { locale: 'zh' });
    expect(await sendWhole(curator, batch, 'hoa.jpg', bytes)).toMatchObject({ state: 'done' });
    expect(await recordOf(bytes)).toMatchObject({ ...inFour('zh'), ...saidForAll });
  });

  test('from a folder, with a manifest that comes before the file', async () => {
    const [plain, said, wrong] = [await describedFile(4), await describedFile(5), await describedFile(6)];
    const many = Array.from({ length: 101 }, (_, index) => `từ ${index}`).join('|');
    const columns = 'file,headline.en,event.vi,keywords,placesShown,sourceType,digitised';
    const manifest = `${columns}\nb.jpg,Blossom,Tết,mai|đào,,negativeFilm,1998-05\nc.jpg,,,,,drawn,\nd.jpg,,,${many},,,\n`;
    const folder = await folderOf({
      'a.jpg': plain,
      'b.jpg': said,
      'c.jpg': wrong,
      'd.jpg': await describedFile(10),
      'manifest.csv': manifest,
    });
    const answer = told(await at.ingest(folder, '--json'));
    for (const name of ['c.jpg', 'd.jpg'])
      expect(answer.files.find(({ file }) => file === name)).toMatchObject({ code: 'field-invalid' });
    expect(await recordOf(plain)).toMatchObject({ ...inFour('vi'), ...saidForAll });
    expect(await recordOf(said)).toMatchObject({
      ...saidForAll,
      headline: { vi: 'Mai nở sớm', en: 'Blossom' },
      event: { ...inFour('vi').event, vi: 'Tết' },
      ...{ keywords: ['mai', 'đào'], sourceType: 'negativeFilm', digitised: '1998-05' },
    });
  });

  test('from a bag of another author', async () => {
    const bytes = await describedFile(7);
    const { told: unbag } = unbagging(() => at.studio);
    await unbag(await makeBag({ payload: { 'hoa.jpg': bytes } }));
    expect(await recordOf(bytes)).toMatchObject({ ...inFour('vi'), ...saidForAll });
  });

  test('which can be changed, emptied and brought back, and hold only what they are for', async () => {
    const bytes = await describedFile(8);
    const { id, revision } = (await upload(bytes, {})).body.doc;
    const change = (data: object, now: number) =>
      curator.patch(`/api/images/${id}?locale=vi`, { ...data, revision: now });
    const wrong: [object, string][] = [
      [{ sourceType: 'photograph' }, 'field-invalid'],
      [{ modelRelease: 'MR-LPR' }, 'field-invalid'],
      [{ digitised: '2018-02-30' }, 'field-invalid'],
      [{ keywords: Array.from({ length: 101 }, (_, index) => `từ ${index}`) }, 'field-invalid'],
      [{ keywords: ['hoa', ' '] }, 'field-invalid'],
      [{ placesShown: ['x'.repeat(501)] }, 'text-too-long'],
      [{ headline: 'x'.repeat(301) }, 'text-too-long'],
    ];
    for (const [data, code] of wrong) expect((await change(data, revision)).body.code, JSON.stringify(data)).toBe(code);
    const emptied = { keywords: [], placesShown: [], headline: '', sourceType: null, copyright: '' };
    expect((await change(emptied, revision)).status).toBe(200);
    const now = await recordOf(bytes);
    expect([now?.keywords ?? [], now?.placesShown ?? [], now?.sourceType ?? null]).toEqual([[], [], null]);
    const versions = (await curator.get(`/api/images/versions?where[parent][equals]=${id}&locale=vi&sort=createdAt`))
      .body;
    const restored = await curator.post(`/api/images/versions/${versions.docs[0].id}?locale=vi`, {});
    expect(restored.status, JSON.stringify(restored.body)).toBe(200);
    expect(await recordOf(bytes)).toMatchObject({ ...saidForAll, headline: { vi: 'Mai nở sớm' } });
  });

  test('of which a translator writes the words of a language, and nothing else', async () => {
    const bytes = await describedFile(9);
    await upload(bytes, {});
    const { id, revision } = (await recordOf(bytes)) as { id: string; revision: number };
    const translator = await at.studio.person('translator', { translates: ['en'] });
    const change = (data: object) =>
      translator.patch(`/api/images/${id}?locale=en`, { title: 'Flower fair', revision, ...data });
    expect((await change({ keywords: ['fair'] })).status).toBe(403);
    expect((await change({ headline: 'Early blossom', event: 'Fair' })).status).toBe(200);
    expect(await recordOf(bytes)).toMatchObject({ headline: { en: 'Early blossom' }, ...saidForAll });
  });
});
