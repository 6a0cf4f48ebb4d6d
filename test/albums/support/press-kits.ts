import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { change } from '../../support/change.ts';
import { until } from '../../support/delivery-node.ts';
import { unzip } from '../../support/unzip.ts';
import type { Gallery } from './gallery.ts';

const by = 'http://creativecommons.org/licenses/by/4.0/';
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

/** An album as a press kit, from the studio to a page and a file of the public API. @param at the gallery, once it is open */
export const pressKitsTravel = (at: () => Gallery): void => {
  let kit = '';
  let zip = '';
  let consent = '';
  const set = async (path: string, data: object): Promise<void> => {
    const done = await change(at().curator, path, data);
    expect(done.status, JSON.stringify(done.body)).toBe(200);
  };
  const get = (headers: Record<string, string> = {}, method = 'GET') => at().node.get(zip, { headers, method });
  const bodyOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
  const page = () => at().node.get('/v1/vi/press-kits/bo-anh-le-hoi');

  it('an album becomes a press kit with texts and contacts by language, and leaves its page when it is none', async () => {
    const { album, curator, picture, put, release, room, settle } = at();
    const record = await curator.post('/api/rights?locale=vi&depth=0', {
      ...{ name: 'Báo chí', rights: by, credit: '=Ảnh: Kho', download: 'yes', terms: 'Ghi nguồn' },
    });
    const papers = await curator.post('/api/consents?locale=vi&depth=0', { person: 'A', document: '1', kind: 'adult' });
    consent = papers.body.doc.id;
    const bare = { rights: null, credit: null };
    const [first, second] = [await picture('Kit one'), await picture('Kit two')];
    await room.write('images', first, bare);
    await room.write('images', second, { ...bare, people: 'released', consents: [consent] });
    kit = await album('Bo anh le hoi', { rightsRecord: record.body.doc.id });
    await put(kit, second, first, await picture('Kit hidden', 'internal'));
    // Its own rights say nothing of a copy, and its album gives one
    await release(kit);
    await settle();
    expect([(await page()).status, (await at().data('/v1/vi/press-kits')).data]).toEqual([404, []]);
    const contacts = [{ name: 'Phòng Báo chí', role: 'Trực', phone: '+84 28 1', email: 'bao@chi.vn' }];
    const bad = await change(curator, `/api/albums/${kit}?locale=vi`, { pressContacts: [{ name: 'X', email: 'no' }] });
    expect([bad.status, bad.body.code]).toEqual([400, 'field-invalid']);
    await set(`/api/albums/${kit}?locale=vi`, { pressKit: true, pressText: 'Một\n\nHai', pressContacts: contacts });
    await set(`/api/albums/${kit}?locale=en`, {
      title: 'Festival',
      pressText: 'One',
      pressContacts: [{ name: 'Desk' }],
    });
    await set(`/api/albums/${kit}?locale=zh`, {
      title: '节庆的发展',
      pressText: '头发\n\n里面',
      pressContacts: [{ name: '陈发', role: '发言人', phone: '+84 28 1' }],
    });
    await settle();
    const { data } = await (await page()).json();
    expect(data.press).toMatchObject({ text: 'Một\n\nHai', contacts: [{ ...contacts[0], organisation: null }] });
    const list = await at().data('/v1/en/press-kits');
    expect(list.data).toMatchObject([{ title: 'Festival', press: { text: 'One', contacts: [{ name: 'Desk' }] } }]);
    expect((await at().node.get('/v1/vi/press-kits/cho-xua')).status).not.toBe(200);
    zip = new URL(data.press.zip).pathname;
    expect(zip).toBe(`/press-kits/${data.id}/bo-anh-le-hoi.zip`);
    const etag = (await page()).headers.get('etag') ?? '';
    const again = await at().node.get('/v1/vi/press-kits/bo-anh-le-hoi', { headers: { 'if-none-match': etag } });
    expect([again.status, etag.length > 9]).toEqual([304, true]);
  });

  it('its file has texts, captions and pictures in order, as they are delivered', async () => {
    const response = await get();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="bo-anh-le-hoi.zip"');
    expect(response.headers.get('last-modified')).toBeNull();
    const whole = await bodyOf(response);
    expect(response.headers.get('content-length')).toBe(String(whole.length));
    const files = await unzip(whole);
    const texts = (locale: string) => [
      ...[`press-kit-${locale}.txt`, `captions-${locale}.txt`, `captions-${locale}.csv`, `licence-${locale}.txt`],
    ];
    const pictures = ['pictures/001-kit-two.jpg', 'pictures/002-kit-one.jpg'];
    const languages = ['vi', 'en', 'zh-Hans', 'zh-Hant'];
    expect([...files.keys()]).toEqual([...languages.flatMap(texts), ...pictures]);
    const traditional = files.get('press-kit-zh-Hant.txt')?.toString();
    expect(traditional).toBe('節慶的發展\n\n頭髮\n\n裡面\n\n新聞聯繫人\n\n陳發\n發言人\n+84 28 1\n');
    expect(files.get('licence-zh-Hant.txt')?.toString()).toContain('權利：');
    expect(files.get('captions-zh-Hant.csv')?.toString()).toContain('圖片說明');
    const image = (await at().data('/v1/vi/images/kit-two')).data;
    const largest = image.sources.findLast(({ type }: { type: string }) => type === 'image/jpeg');
    const delivered = await bodyOf(await at().node.get(new URL(largest.href).pathname));
    expect(files.get(pictures[0] ?? '')?.equals(delivered)).toBe(true);
    const [, row] = parse(files.get('captions-vi.csv') ?? '', { bom: true });
    expect(row).toEqual(expect.arrayContaining(['pictures/001-kit-two.jpg', 'Kit two', "'=Ảnh: Kho", by, 'Ghi nguồn']));
    expect(files.get('press-kit-vi.txt')?.toString()).toContain('Một\n\nHai\n\nĐầu mối báo chí\n\nPhòng Báo chí\nTrực');
    expect(files.get('licence-en.txt')?.toString()).toContain('Rights: ');
    expect(whole.toString('latin1').includes('Kit hidden')).toBe(false);
    const head = await get({}, 'HEAD');
    expect([head.status, head.headers.get('content-length'), (await bodyOf(head)).length]).toEqual([
      ...[200, String(whole.length), 0],
    ]);
    const english = await at().node.get(zip.replace('bo-anh-le-hoi', 'festival'));
    expect(english.headers.get('content-disposition')).toContain('festival.zip');
    expect((await bodyOf(english)).equals(whole)).toBe(true);
    expect((await at().node.get(zip.replace('bo-anh-le-hoi', 'khac'))).status).toBe(404);
  });

  it('a broken download goes on anywhere, and gives the same bytes', async () => {
    const response = await get();
    const whole = await bodyOf(response);
    const etag = response.headers.get('etag') ?? '';
    for (let step = 0; step < 25; step++) {
      const first = Math.floor(Math.random() * whole.length);
      const last = step % 2 ? first + Math.floor(Math.random() * (whole.length - first)) : whole.length - 1;
      const part = await get({ range: `bytes=${first}-${step % 2 ? last : ''}`, 'if-range': etag });
      expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes ${first}-${last}/${whole.length}`]);
      expect((await bodyOf(part)).equals(whole.subarray(first, last + 1)), `${first}-${last}`).toBe(true);
    }
    expect((await bodyOf(await get({ range: 'bytes=-22' }))).equals(whole.subarray(-22))).toBe(true);
    const beyond = await get({ range: `bytes=${whole.length}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`]);
    expect((await get({ 'if-none-match': etag })).status).toBe(304);
    expect((await get({ range: 'bytes=0-9', 'if-range': 'Invalid Date' })).status).toBe(200);
  });

  it('a consent that is withdrawn takes the picture out at once, and no half of the old file goes with the new', async () => {
    const before = await get();
    const [whole, etag] = [await bodyOf(before), before.headers.get('etag') ?? ''];
    await set(`/api/consents/${consent}`, { withdrawnOn: inMs(0) });
    await at().settle();
    const resumed = await get({ range: `bytes=${whole.length - 100}-`, 'if-range': etag });
    expect(resumed.status).toBe(200);
    expect(resumed.headers.get('etag')).not.toBe(etag);
    const files = await unzip(await bodyOf(resumed));
    expect([...files.keys()].filter((name) => name.startsWith('pictures/'))).toEqual(['pictures/001-kit-one.jpg']);
    await set(`/api/consents/${consent}`, { withdrawnOn: null });
    await at().settle();
    expect((await bodyOf(await get())).equals(whole)).toBe(true);
  });

  it('holds what may be printed or posted, and says how each picture may be used', async () => {
    const { docs } = (await at().curator.get('/api/rights?where[name][equals]=Báo chí&depth=0')).body;
    const limit = (uses: string[], territories: string[]) =>
      set(`/api/rights/${docs[0].id}?locale=vi`, { uses, territories }).then(() => at().settle());
    await limit(['web', 'print'], ['VN']);
    const files = await unzip(await bodyOf(await get()));
    expect(files.has('pictures/001-kit-two.jpg')).toBe(true);
    const [head, row] = parse(files.get('captions-vi.csv') ?? '', { bom: true });
    expect(head?.slice(-2)).toEqual(['Phạm vi sử dụng', 'Lãnh thổ']);
    const said = 'Được dùng cho: trang web và in ấn. Không được dùng cho: mạng xã hội và mục đích thương mại.';
    expect(row?.slice(-2)).toEqual([said, 'Việt Nam']);
    const licence = files.get('licence-en.txt')?.toString();
    expect(licence).toContain('Uses: Allowed: web and print. Not allowed: social media and commercial use.');
    expect(licence).toContain('Territories: Vietnam');
    await limit(['web', 'commercial'], []);
    const none = await unzip(await bodyOf(await get()));
    expect([...none.keys()].filter((name) => name.startsWith('pictures/'))).toEqual([]);
    expect((await at().data('/v1/vi/images/kit-two')).data).toMatchObject({ uses: ['web', 'commercial'] });
    expect((await at().data('/v1/vi/images/kit-two')).data.download).not.toBeNull();
    await limit([], []);
  });

  it('an embargo hides page, album and file until its time, by the clock of delivery', async () => {
    await set(`/api/albums/${kit}?locale=vi`, { pressEmbargo: inMs(3_600_000) });
    await at().settle();
    const paths = ['/v1/vi/press-kits/bo-anh-le-hoi', '/v1/vi/albums/bo-anh-le-hoi', zip];
    const statuses = () => Promise.all(paths.map(async (path) => (await at().node.get(path)).status));
    const hidden = await statuses();
    expect(hidden).not.toContain(200);
    expect((await at().data('/v1/vi/press-kits')).data).toEqual([]);
    await set(`/api/albums/${kit}?locale=vi`, { pressEmbargo: inMs(3000) });
    await at().settle();
    await until(statuses, (all) => all.every((status) => status === 200));
    await set(`/api/albums/${kit}?locale=vi`, { pressKit: false, pressEmbargo: null });
    await at().settle();
    expect((await statuses()).map((status) => status === 200)).toEqual([false, true, false]);
  });
};
