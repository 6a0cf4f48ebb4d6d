import { randomUUID } from 'node:crypto';
import type { Where } from 'payload';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMasterStore } from '#media/intake/master-store.ts';
import { rightsXmp } from '#media/metadata/rights-xmp.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { type Gatehouse, openGatehouse } from './support/gatehouse.ts';
import { bodyOf, linkTo, paragraph, words } from './support/lexical.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';

interface Told {
  readonly id: string;
  readonly document: string;
  readonly field: string;
  readonly state: string;
  readonly pieces: { text: string; certainty: string | null }[];
}

describe.each(databasesInTurn)('what carries words of secrecy waits for an officer, on %s', (database) => {
  let studio: Studio;
  let room: Newsroom;
  let house: Gatehouse;
  let officer: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    room = await openNewsroom(studio);
    house = await openGatehouse(studio);
    officer = await studio.person('security-officer', { name: 'Lan' });
  }, 120_000);
  afterAll(() => studio?.close());

  const edition = async (slug: string, locale: 'vi' | 'en' = 'vi') =>
    (await house.live()).get(`article/vi/${slug}`)?.editions[locale]?.at(-1);
  const cases = async (document: string, who = officer): Promise<Told[]> => {
    const { status, body } = await who.get('/api/secrecy/cases');
    expect(status).toBe(200);
    return body.cases.filter((one: Told) => one.document === document);
  };
  const decide = async (one: Told | undefined, act: 'let-go' | 'keep-in', who = officer) =>
    who.post(`/api/secrecy/cases/${one?.id}/${act}`, { reason: 'Công văn 12/2026', seen: one?.state ?? 'waiting' });
  /** An article that is published, told to gate and officer. */
  const publish = async (title: string, text: string, more: Record<string, unknown> = {}): Promise<string> => {
    const id = await room.article({ titles: { vi: title }, body: { vi: bodyOf(paragraph(words(text))) }, ...more });
    await room.hint('articles', id);
    await house.pass();
    return id;
  };

  it('holds a stamp in whatever writing, tells the officer where it stands, and logs no word of it', async () => {
    for (const [slug, text] of Object.entries({
      composed: 'Văn bản TUYỆT MẬT của sở',
      decomposed: 'Văn bản TUYỆT MẬT của sở'.normalize('NFD'),
      spaced: 'Bản đồ T Ố I  M Ậ T khu cảng',
      abc: 'Tµi liÖu TUYÖT MËT',
      utf8: 'TUYá»†T Máº¬T',
    })) {
      const id = await publish(slug, text);
      expect(await edition(slug), slug).toBeUndefined();
      const [found] = await cases(id);
      expect(found, slug).toMatchObject({ field: 'body', state: 'waiting' });
      expect(
        found?.pieces.find(({ certainty }) => certainty === 'sure'),
        slug,
      ).toBeDefined();
    }
    expect(house.log.join('')).toContain('secrecy-held');
    expect(house.log.join('')).not.toMatch(/tuyệt mật/iu);
    expect((await house.bytes()).includes('kho-4417')).toBe(false);
  });

  it('lets a story about honey, density and secrets go', async () => {
    await publish('honey', 'Mật ong U Minh, mật độ dân số và bí mật của hồ sơ tuyệt mật trong truyện.');
    expect(await edition('honey')).toBeDefined();
  });

  it('holds one language and keeps what was public of it, while the others go', async () => {
    const id = await room.article({ titles: { vi: 'Two', en: 'Two' } });
    await house.pass();
    const body = { vi: bodyOf(paragraph(words('Thêm'))), en: bodyOf(paragraph(words('TOP SECRET'))) };
    await room.write('articles', id, { title: { vi: 'Two tongues', en: 'Two tongues' }, body });
    await room.hint('articles', id);
    await house.pass();
    expect((await edition('two'))?.title).toBe('Two tongues');
    expect((await edition('two', 'en'))?.title).toBe('Two');
    expect(await cases(id)).toHaveLength(1);
  });

  it('reads words together that a link or a mark parts', async () => {
    const target = await room.article({ titles: { vi: 'Linked' } });
    const body = { vi: bodyOf(paragraph(words('Bản TUYỆT '), linkTo('articles', target, 'MẬT'), words(' của sở'))) };
    const id = await publish('parted', '', { body });
    expect(await edition('parted')).toBeUndefined();
    const [found] = await cases(id);
    expect((await decide(found, 'let-go')).status).toBe(200);
    await house.pass();
    expect(await edition('parted')).toBeDefined();
  });

  it('holds a picture for the name of its file, and the text that shows it with it', async () => {
    const image = await room.image('Harbour', { master: undefined });
    const { master } = await room.read('images', await room.image('Harbour map'));
    await room.write('images', image, { master: { ...(master as object), filename: 'so-do_TUYỆT-MẬT.jpg' } });
    await room.hint('images', image);
    const id = await publish('shows', 'Cảng', { cover: image });
    expect([...(await house.live()).keys()]).not.toContain('image/vi/harbour');
    expect(await edition('shows')).toBeUndefined();
    const [found] = await cases(image);
    expect(found).toMatchObject({ field: 'filename' });
    expect(await cases(id)).toEqual([]);
    await decide(found, 'let-go');
    await house.pass();
    expect(await edition('shows')).toBeDefined();
  });

  it.each([
    [
      'XMP',
      (made: Sharp) =>
        made.withXmp(rightsXmp({ credit: 'Kho ảnh', creator: 'Bản đồ kho-4417 TUYỆT MẬT', rights: 'x:' })),
    ],
    ['EXIF', (made: Sharp) => made.withExif({ IFD0: { ImageDescription: 'Bản đồ kho-4417 TUYỆT MẬT' } })],
  ])(
    'holds a picture for what its file says of itself in %s, and the text that shows it with it',
    async (block, said) => {
      const title = `Spoken ${block}`;
      const drawn = sharp({
        create: { width: 400, height: 300, channels: 3, background: { r: block.length, g: 7, b: 9 } },
      });
      const store = await openMasterStore(studio.values.mastersDir);
      const { sha256 } = await store.put(await said(drawn.jpeg()).toBuffer());
      const image = await room.image(title);
      const { master } = await room.read('images', image);
      await room.write('images', image, { master: { ...(master as object), sha256 } });
      await room.hint('images', image);
      await publish(`shows ${block}`, 'Cảng', { cover: image });
      const address = `image/vi/spoken-${block.toLowerCase()}`;
      expect([...(await house.live()).keys()]).not.toContain(address);
      expect(await edition(`shows-${block.toLowerCase()}`)).toBeUndefined();
      const [found, ...more] = await cases(image);
      expect([found, more]).toMatchObject([{ field: 'file', locale: null, state: 'waiting' }, []]);
      expect(found?.pieces.some(({ certainty }) => certainty !== null)).toBe(true);
      const curator = await studio.person('curator');
      expect((await curator.get(`/api/images/${image}/kept-in`)).body.places).toMatchObject([{ field: 'file' }]);
      expect(house.log.join('')).not.toMatch(/tuyệt mật/iu);
      expect((await decide(found, 'let-go')).status).toBe(200);
      await house.pass();
      expect([...(await house.live()).keys()]).toContain(address);
      expect(await edition(`shows-${block.toLowerCase()}`)).toBeDefined();
      expect((await house.bytes()).includes('kho-4417')).toBe(false);
    },
  );

  it('asks an officer alone, never whoever made it public, and keeps every answer', async () => {
    const own = await studio.person('security-officer', { name: 'Minh' });
    const id = await publish('asked', 'Bản MẬT của sở', {
      publishedBy: { vi: own.id },
      standing: { vi: { by: own.id, authors: ['writer'] } },
    });
    const [found] = await cases(id);
    const editor = await studio.person('editor');
    expect((await editor.get('/api/secrecy/cases')).status).toBe(403);
    expect((await decide(found, 'let-go', editor)).body.code).toBe('forbidden');
    expect((await decide(found, 'let-go', own)).body.code).toBe('secrecy-own-release');
    expect(
      (await officer.post(`/api/secrecy/cases/${found?.id}/let-go`, { reason: ' ', seen: 'waiting' })).status,
    ).toBe(400);
    expect((await decide(found, 'keep-in', own)).status).toBe(200);
    expect((await decide(found, 'let-go')).body.code).toBe('secrecy-decided');
    await house.pass();
    expect(await edition('asked')).toBeUndefined();
    const [kept] = await cases(id);
    expect(kept?.state).toBe('stays');
    expect((await decide(kept, 'let-go')).status).toBe(200);
    await house.pass();
    expect(await edition('asked')).toBeDefined();
    expect(await cases(id)).toEqual([]);
    const where: Where = { and: [{ documentId: { equals: id } }, { outcome: { equals: 'done' } }] };
    const { docs } = await studio.payload.db.find({ collection: 'audit', where, sort: 'at', pagination: false });
    expect(
      (docs as unknown as { action: string; actor: string }[]).map(({ action, actor }) => [action, actor]),
    ).toEqual([
      ['keep-in', own.id],
      ['let-go', officer.id],
    ]);
  });

  it('asks again once the very words change, and not for a change elsewhere', async () => {
    const text = (last: string) => ({ vi: bodyOf(paragraph(words('Bản MẬT của sở')), paragraph(words(last))) });
    const id = await publish('again', '', { body: text('Một') });
    await decide((await cases(id))[0], 'let-go');
    const change = async (body: unknown) => {
      await room.write('articles', id, { body });
      await room.hint('articles', id);
      await house.pass();
    };
    await change(text('Hai'));
    expect(JSON.stringify(await edition('again'))).toContain('Hai');
    await change({ vi: bodyOf(paragraph(words('Bản MẬT của sở khác'))) });
    expect(JSON.stringify(await edition('again'))).toContain('Hai');
    expect(await cases(id)).toHaveLength(1);
    await change(text('Ba'));
    expect(JSON.stringify(await edition('again'))).toContain('Ba');
    expect(await cases(id)).toEqual([]);
  });

  it('is not forgotten where the database fails in the middle of a look', async () => {
    const { db } = studio.payload;
    const find = db.find;
    const id = await publish('interrupted', 'Văn bản TUYỆT MẬT của sở');
    // What pictures stand upon has changed as well
    await room.hint('rights', randomUUID());
    let failed = 0;
    db.find = async (args) => {
      if (args.collection !== 'images') return (await find.call(db, args)) as never;
      failed += 1;
      throw new Error('the database is gone');
    };
    try {
      expect((await officer.get('/api/secrecy/cases')).status).toBeGreaterThanOrEqual(500);
    } finally {
      db.find = find;
    }
    expect(failed).toBeGreaterThan(0);
    expect(await cases(id)).toMatchObject([{ field: 'body', state: 'waiting' }]);
  });

  it('stands on the desk of officers, and on nobody else’s', async () => {
    const sectionOf = async (who: Person) =>
      (await who.get('/api/desk')).body.sections.find(({ key }: { key: string }) => key === 'secrecy');
    expect((await sectionOf(officer)).count).toBeGreaterThan(4);
    expect(await sectionOf(await studio.person('publisher'))).toBeUndefined();
  });
});
