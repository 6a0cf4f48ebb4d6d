import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pictureForm } from '../support/pictures.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { flag } from './support/pictures.ts';
import { withRawIim } from './support/raw-iim.ts';

const packet = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
  xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  photoshop:Credit="Bảo tàng Thành phố" photoshop:DateCreated="1968-02"><dc:title><rdf:Alt>
  <rdf:li xml:lang="vi">Chợ Bến Thành</rdf:li><rdf:li xml:lang="fr-FR">Le marché Bến Thành</rdf:li>
  </rdf:Alt></dc:title></rdf:Description></rdf:RDF>`;

/** TCVN3: Nguyễn Văn Bảy; Cảng Nhà Rồng nhìn từ sông Sài Gòn. */
const creator = Buffer.from('NguyÔn V¨n B¶y', 'latin1');
const caption = Buffer.from('C¶ng Nhµ Rång nh×n tõ s«ng Sµi Gßn', 'latin1');

const picture = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const jpeg = await flag(80, 60).withXmp(packet).jpeg().toBuffer();
  return withRawIim(jpeg, { 80: creator, 110: Buffer.from('Kho anh cu'), 120: caption });
};

describe.each(databases)('what a file says of itself, on %s', (database) => {
  let studio: Studio;
  let curator: Person;
  let brought = 0;
  beforeAll(async () => {
    studio = await startStudio({ database });
    curator = await studio.person('curator');
  });
  afterAll(() => studio?.close());

  const look = (who: Pick<Person, 'send'>, bytes: Uint8Array<ArrayBuffer>) =>
    who.send('/api/images/look', { method: 'POST', body: pictureForm(bytes, {}) });
  const upload = async (bytes: Uint8Array<ArrayBuffer>, words: object = {}) => {
    brought += 1;
    // Behind the end of the picture, so that no two are the same file
    const own = new Uint8Array([...bytes, brought]);
    const body = pictureForm(own, { title: 'Cảng', ...words });
    const { status, body: made } = await curator.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body });
    expect(status, JSON.stringify(made)).toBe(201);
    return made.doc;
  };
  const filesKept = async () =>
    (await readdir(studio.values.mastersDir, { recursive: true, withFileTypes: true }).catch(() => []))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));

  it('is offered before the file is brought in, and nothing is kept of that', async () => {
    const { status, body } = await look(curator, await picture());
    expect(status).toBe(200);
    expect(body.embedded.unreadable).toEqual([]);
    expect(body.embedded.values.title.said).toEqual([
      { source: 'xmp', lang: 'vi', text: 'Chợ Bến Thành' },
      { source: 'xmp', lang: 'fr', text: 'Le marché Bến Thành' },
    ]);
    expect(body.embedded.values.created.said).toEqual([
      { source: 'xmp', lang: '', text: '1968-02', precision: 'month' },
    ]);
    expect((await curator.get('/api/images?limit=1')).body.totalDocs).toBe(0);
    expect(await filesKept()).toEqual([]);
  });

  it('is offered in the archive with older encodings read beside the original, and contradictions named', async () => {
    const { id } = await upload(await picture());
    const { status, headers, body } = await curator.get(`/api/images/${id}/embedded`);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('private, no-store');
    const { values } = body.embedded;
    expect(values.caption.said).toMatchObject([
      {
        source: 'iim',
        text: caption.toString('latin1'),
        legacy: { form: 'tcvn3', text: 'Cảng Nhà Rồng nhìn từ sông Sài Gòn' },
      },
    ]);
    expect(values.caption.said[0].legacy.certainty).toBeGreaterThan(0.9);
    expect(values.creator.said[0].legacy.text).toBe('Nguyễn Văn Bảy');
    expect(values.credit).toMatchObject({
      said: [{ source: 'xmp', text: 'Bảo tàng Thành phố' }],
      differing: [{ source: 'iim', text: 'Kho anh cu' }],
    });
    expect((await look(curator, await picture())).body).toEqual(body);
  });

  it('fills what the curator leaves empty, but not with words that wait for a confirmation', async () => {
    const filled = await upload(await picture());
    expect(filled).toMatchObject({ credit: 'Bảo tàng Thành phố', takenOn: '1968-02' });
    expect(filled.creator ?? null).toBeNull();
    const own = { credit: 'Sở Du lịch', creator: 'Lan', takenOn: '1970' };
    expect(await upload(await picture(), own)).toMatchObject(own);
    // The corner is as good a point as any
    const corner = { focusX: 0, focusY: 0 };
    expect(await upload(await picture(), corner)).toMatchObject(corner);
  });

  it('is told to those who may see the picture, and asked of a file by those who may bring one in', async () => {
    const { id, marking } = await upload(await picture());
    const address = `/api/images/${id}/embedded`;
    expect((await studio.anonymous.get(address)).status).toBe(401);
    expect((await look(studio.anonymous, await picture())).status).toBe(401);
    const editor = await studio.person('editor');
    expect((await editor.get(address)).status).toBe(200);
    expect((await look(await studio.person('translator'), await picture())).status).toBe(403);
    await studio.payload.update({ collection: 'markings', id: marking, data: { level: 'restricted' } as never });
    const [hidden, missing] = [await editor.get(address), await editor.get('/api/images/nothing/embedded')];
    expect([hidden.status, hidden.body]).toEqual([404, missing.body]);
  });

  it('is refused of what is no picture, as at its intake', async () => {
    const { status, body } = await look(curator, new Uint8Array(Buffer.from('<svg/>')));
    expect([status, body.code]).toEqual([415, 'image-unsupported']);
    const none = new FormData();
    none.set('_payload', '{}');
    const refused = await curator.send('/api/images/look', { method: 'POST', body: none });
    expect([refused.status, refused.body.code]).toEqual([400, 'field-invalid']);
  });

  it('may come in a file larger than any text', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const large = sharp({ create: { width: 1400, height: 1400, channels: 3, background: 'red', noise } }).png();
    const bytes = new Uint8Array(await large.withXmp(packet).toBuffer());
    expect(bytes.length).toBeGreaterThan(3 * 1024 * 1024);
    expect((await look(curator, bytes)).body.embedded.values.credit.said[0].text).toBe('Bảo tàng Thành phố');
  });
});
