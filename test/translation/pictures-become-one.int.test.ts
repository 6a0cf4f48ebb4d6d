import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOffered } from '#editorial/admin/shell/offered-functions.ts';
import { openComparer } from '#editorial/archive/look-alikes/comparer.ts';
import { translatedCollections } from '#editorial/translation/translated-collections.ts';
import { jpegOf, pictureForm, texturedPicture } from '../support/pictures.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { rowOf, tableFor } from './support/table.ts';
import { type Told, workbenchOf } from './support/workbench.ts';

const words = { alt: 'Phà qua sông', credit: 'Lan', rights: 'http://creativecommons.org/licenses/by/4.0/' };

describe.each(databases)(
  'what is remembered of the translations of two pictures that become one, on %s',
  (database) => {
    let studio: Studio;
    let curator: Person;
    let lan: Person;
    let minh: Person;
    let [large, small] = ['', ''];
    beforeAll(async () => {
      studio = await startStudio({ database });
      curator = await studio.person('curator');
      lan = await studio.person('translator', { translates: ['fr'] });
      minh = await studio.person('translator', { reviews: ['fr'] });
      large = await bring(await jpegOf(texturedPicture(1, 900, 600)), 'Phà lớn');
      small = await bring(await jpegOf(texturedPicture(1, 600, 400).greyscale(), 60), 'Phà nhỏ');
    });
    afterAll(() => studio?.close());

    const bring = async (bytes: Uint8Array<ArrayBuffer>, title: string): Promise<string> => {
      const body = pictureForm(bytes, { title, ...words });
      const sent = await curator.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body });
      expect(sent.status, JSON.stringify(sent.body)).toBe(201);
      return sent.body.doc.id;
    };
    const translate = async (id: string, texts: Readonly<Record<string, string>>): Promise<void> => {
      const bench = workbenchOf(lan, 'images', id, 'fr');
      for (const [from, to] of Object.entries(texts)) {
        const done = await bench.confirm(await bench.line(from), to);
        expect(done.status, JSON.stringify(done.body)).toBe(200);
      }
    };
    const review = async (id: string): Promise<void> => {
      const bench = workbenchOf(minh, 'images', id, 'fr');
      const { seen } = await bench.open();
      expect((await bench.post('/review', { seen })).status).toBe(200);
    };
    /** Everything that the ledger holds of a picture’s French. */
    const ledgerOf = async (id: string): Promise<Told> => {
      const where = { documentId: { equals: id }, locale: { equals: 'fr' } };
      const { docs } = await studio.payload.find({ collection: 'translations', where, overrideAccess: true, depth: 0 });
      return docs[0] ?? null;
    };
    const custodyOf = async (id: string): Promise<Told[]> =>
      (await workbenchOf(lan, 'images', id, 'fr').get('/custody')).body.acts;

    it('stays with each record: nobody is said to have looked over what they have not seen', async () => {
      await translate(small, { 'Phà nhỏ': 'Petit bac', [words.alt]: 'Un bac traverse le fleuve' });
      await review(small);
      await translate(large, { 'Phà lớn': 'Grand bac' });
      const [kept, other] = [await ledgerOf(large), await ledgerOf(small)];
      expect([kept.state, other.state]).toEqual(['in-translation', 'reviewed']);

      await openComparer(studio.payload).round();
      const { pairs } = (await curator.get('/api/images/look-alikes')).body;
      const { revision } = (await curator.get(`/api/images/${large}?depth=0&locale=vi`)).body;
      const path = `/api/images/look-alikes/${pairs[0].id}`;
      const merged = await curator.post(`${path}/merge`, { keep: large, revision, fromOther: [] });
      expect(merged.status, JSON.stringify(merged.body)).toBe(200);

      // What the kept one lacked has come from the other; who translated it, and who looked it over, is told there
      const bench = workbenchOf(lan, 'images', large, 'fr');
      const line = await bench.line(words.alt);
      expect(line.target.content).toEqual([{ text: 'Un bac traverse le fleuve' }]);
      expect([line.review, (await bench.line('Phà lớn')).state]).toEqual([null, 'translated']);
      expect((await ledgerOf(large)).state).not.toBe('reviewed');
      expect((await custodyOf(large)).map(({ act }) => act)).not.toContain('reviewed');
      const { updatedAt: _then, ...before } = other;
      expect(await ledgerOf(small)).toMatchObject(before);
      expect((await tableFor(curator)).rows.map(({ id }) => id)).not.toContain(small);

      const undone = await curator.post(`${path}/undo`, {});
      expect(undone.status, JSON.stringify(undone.body)).toBe(200);
      expect((await rowOf(curator, small)).cells.fr.state).toBe('reviewed');
      expect((await rowOf(curator, large)).cells.fr.state).toBe('in-translation');
      expect(await ledgerOf(small)).toMatchObject(before);
      // Where a save is a publication, whoever merges and parts vouches for what the public reads then, and translates nothing
      const acts = (await custodyOf(large)).map(({ act }) => act);
      expect([acts[0], new Set(acts.slice(1))]).toEqual(['translated', new Set(['published'])]);
    });

    it('is not made by copying one language over another, which Payload would offer', () => {
      const { collections } = studio.payload.config;
      const offered = collections.filter(({ admin }) => !admin.disableCopyToLocale).map(({ slug }) => slug);
      expect(translatedCollections.filter((slug) => offered.includes(slug))).toEqual([]);
      expect(isOffered({ name: 'copy-data-from-locale', args: {} })).toBe(false);
    });
  },
);
