import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../support/lexical.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';

/** A title that a hidden document bears, and one of the same form that nobody bears. */
const taken = 'Kế hoạch cảng A';
const free = 'Kế hoạch cảng B';
const slugs: Record<string, string> = { [taken]: 'ke-hoach-cang-a', [free]: 'ke-hoach-cang-b' };

describe.each(databases)('R32: an address tells nothing of what is hidden, on %s', (database) => {
  let studio: Studio;
  let officer: Person;
  let editor: Person;
  let curator: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    const roles = ['security-officer', 'editor', 'curator'] as const;
    officer = await studio.person([...roles], { clearance: 'restricted' });
    editor = await studio.person('editor');
    curator = await studio.person('curator');
  });
  afterAll(() => studio?.close());

  const text = (title: string, slug?: string) => ({
    ...{ title, summary: 'S.', body: bodyOf(['B']) },
    ...(slug && { slug }),
    ...{ startsAt: '2026-11-30T10:00:00Z', endsAt: '2026-11-30T12:00:00Z' },
  });
  const hide = async (marking: string) => {
    const raised = await officer.post(`/api/markings/${marking}/raise`, { level: 'restricted', basis: 'x' });
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
  };

  it('of an event, whether it is typed or made from the title', async () => {
    const made = await officer.post('/api/events?locale=vi&depth=0', text(taken));
    expect(made.body.doc.slug).toBe(slugs[taken]);
    await hide(made.body.doc.marking);
    for (const title of [free, taken]) {
      const typed = await editor.post('/api/events?locale=vi&depth=0', text('Khác', slugs[title]));
      expect([title, typed.status, typed.body.doc?.slug]).toEqual([title, 201, slugs[title]]);
      expect((await editor.delete(`/api/events/${typed.body.doc.id}`)).status).toBe(200);
      const told = await editor.post('/api/events?locale=vi&depth=0', text(title));
      expect([title, told.status, told.body.doc?.slug]).toEqual([title, 201, slugs[title]]);
      const again = await editor.post('/api/events?locale=vi&depth=0', text('Khác', slugs[title]));
      expect([title, again.status, again.body.code]).toEqual([title, 409, 'slug-taken']);
    }
  });

  it('of a picture', async () => {
    const send = async (who: Person, words: object) => {
      const form = pictureForm(await pictureBytes(), words);
      return who.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body: form });
    };
    const made = await send(officer, { title: taken });
    expect(made.body.doc.slug).toBe(slugs[taken]);
    await hide(made.body.doc.marking);
    for (const title of [free, taken]) {
      const told = await send(curator, { title });
      expect([title, told.status, told.body.doc?.slug]).toEqual([title, 201, slugs[title]]);
    }
  });

  it('and whoever knows of the hidden one is told that its address is taken', async () => {
    const { doc } = (await officer.post('/api/events?locale=vi&depth=0', text('Bến tàu'))).body;
    await hide(doc.marking);
    const typed = await officer.post('/api/events?locale=vi', text('Khác', 'ben-tau'));
    expect([typed.status, typed.body.code]).toEqual([409, 'slug-taken']);
    expect((await officer.post('/api/events?locale=vi', text('Bến tàu'))).body.doc.slug).toBe('ben-tau-2');
  });

  it('and no two documents go out under one address, though their writers did not know of each other', async () => {
    const publisher = await studio.person('publisher');
    const stranger = await studio.person('editor', { clearance: 'public' });
    const first = (await editor.post('/api/events?locale=vi&depth=0', text('Phà Cần Giờ'))).body.doc;
    const second = (await stranger.post('/api/events?locale=vi&depth=0', text('Phà Cần Giờ'))).body.doc;
    expect([first.slug, second.slug]).toEqual(['pha-can-gio', 'pha-can-gio']);
    for (const { id } of [first, second]) {
      const out = await publisher.post(`/api/events/${id}/publish`, { locale: 'vi' });
      expect(out.status, JSON.stringify(out.body)).toBe(200);
    }
    const read = async (id: string) => (await publisher.get(`/api/events/${id}?locale=vi`)).body.slug;
    expect([await read(first.id), await read(second.id)]).toEqual(['pha-can-gio', 'pha-can-gio-2']);
  });
});
