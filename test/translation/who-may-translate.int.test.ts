import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { auditOf, begin, draftOf, says, type Told, translateAll, workbenchOf } from './support/workbench.ts';

describe.each(databasesInTurn)('who may translate, look over and know, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let translator: Person;
  let reviewer: Person;
  let publisher: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor');
    translator = await studio.person('translator', { name: 'Lan', translates: ['fr'] });
    reviewer = await studio.person('translator', { name: 'Mai', translates: [], reviews: ['fr'] });
    publisher = await studio.person('publisher', { publishes: ['fr'] });
  });
  afterAll(() => studio?.close());

  const rowsOf = async (id: string) =>
    (
      await studio.payload.find({
        collection: 'translations',
        where: { documentId: { equals: id } },
        overrideAccess: true,
      })
    ).docs;
  const give = (id: string, data: object) =>
    studio.payload.update({ collection: 'users', id, data: data as never, overrideAccess: true });

  it('is told by language, and just what is told is not refused', async () => {
    const id = await begin(editor);
    const may = async (who: Person) =>
      Object.fromEntries(
        (await who.get(`/api/translation/articles/${id}`)).body.languages.map((one: Told) => [
          one.locale,
          Object.entries(one.may).flatMap(([name, yes]) => (yes ? [name] : [])),
        ]),
      );
    expect(await may(editor)).toEqual({ vi: [], en: ['translate'], fr: ['translate'], zh: ['translate'] });
    expect(await may(translator)).toEqual({ vi: [], en: [], fr: ['translate'], zh: [] });
    expect(await may(reviewer)).toEqual({ vi: [], en: [], fr: ['review'], zh: [] });
    expect(await may(publisher)).toEqual({ vi: [], en: [], fr: ['review', 'publish'], zh: [] });
    for (const who of [editor, translator, reviewer, publisher])
      for (const locale of ['en', 'fr', 'zh']) {
        const bench = workbenchOf(who, 'articles', id, locale);
        const { may: told } = await bench.open();
        const answer = await bench.confirm(await bench.line('Chợ đêm'), `${who.id} ${locale}`);
        expect(answer.status, JSON.stringify([told, answer.body])).toBe(told.translate ? 200 : 403);
      }
  });

  it('leaves no trace of what it refuses but a line of the audit', async () => {
    const id = await begin(editor);
    const bench = workbenchOf(translator, 'articles', id, 'zh');
    const before = [await draftOf(editor, id, 'zh'), await rowsOf(id)];
    const line = await bench.line('Chợ đêm');
    const refused = await bench.confirm(line, '夜市');
    expect([refused.status, refused.body.code]).toEqual([403, 'translate-language']);
    const review = await workbenchOf(translator, 'articles', id, 'fr').act(line, 'review');
    expect([review.status, review.body.code]).toEqual([403, 'translate-language']);
    expect([await draftOf(editor, id, 'zh'), await rowsOf(id)]).toEqual(before);
    const lines = (await auditOf(studio, id)).filter(({ outcome }) => outcome === 'refused');
    expect(lines.map(({ action, code }) => [action, code]).sort()).toEqual([
      ['review-translation', 'translate-language'],
      ['translate', 'translate-language'],
    ]);
  });

  it('refuses from then on whoever loses a language in the middle of the work', async () => {
    const id = await begin(editor);
    const person = await studio.person('translator', { translates: ['fr'] });
    const bench = workbenchOf(person, 'articles', id, 'fr');
    expect((await bench.confirm(await bench.line('Chợ đêm'), 'Marché de nuit')).status).toBe(200);
    await give(person.id, { translates: ['en'] });
    const line = await bench.line('Có 50 gian hàng.');
    const refused = await bench.confirm(line, 'Il compte 50 stands.');
    expect([refused.status, refused.body.code]).toEqual([403, 'translate-language']);
    expect((await bench.open()).may.translate).toBe(false);
    const draft = await draftOf(editor, id, 'fr');
    expect([draft.title, draft.body ?? null]).toEqual(['Marché de nuit', null]);
  });

  it('lets nobody look over what they have translated, and everybody else who may', async () => {
    const id = await begin(editor);
    const both = await studio.person('translator', { name: 'Hoa', translates: ['fr'], reviews: ['fr'] });
    const [ofHoa, ofMai] = [both, reviewer].map((who) => workbenchOf(who, 'articles', id, 'fr'));
    if (!ofHoa || !ofMai) throw new Error('no workbench');
    await translateAll(ofHoa);
    const own = await ofHoa.act(await ofHoa.line('Chợ đêm'), 'review');
    expect([own.status, own.body.code]).toEqual([403, 'review-own-translation']);
    const done = await ofMai.act(await ofMai.line('Chợ đêm'), 'review');
    expect([done.status, done.body.segment.state, done.body.segment.review.by]).toEqual([200, 'reviewed', 'Mai']);
    const all = await ofMai.post('/review', { seen: (await ofMai.open()).seen });
    expect([all.status, all.body]).toEqual([200, { reviewed: 4, own: 0, waiting: 0 }]);
    expect((await ofMai.open()).state).toBe('reviewed');
    expect((await ofHoa.confirm(await ofHoa.line('Chợ đêm'), 'Le marché de nuit')).body.segment.state).toBe(
      'translated',
    );
    const late = await ofMai.post('/review', { seen: 'x' });
    expect([late.status, late.body.code]).toEqual([409, 'segment-conflict']);
  });

  it('does not answer about what somebody may not know of, nor about what is not there', async () => {
    const officer = await studio.person('security-officer', { clearance: 'restricted' });
    const id = await begin(editor);
    const made = (await editor.get(`/api/articles/${id}?locale=vi&draft=true&depth=0`)).body;
    const raised = await officer.post(`/api/markings/${made.marking}/raise`, { level: 'restricted', basis: 'x' });
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
    const nowhere = '3f0e0000-0000-4000-8000-000000000000';
    for (const path of ['', '/fr', '/fr/custody', '/fr/custody/csv']) {
      const hidden = await translator.get(`/api/translation/articles/${id}${path}`);
      const missing = await translator.get(`/api/translation/articles/${nowhere}${path}`);
      expect([hidden.status, hidden.body.code]).toEqual([404, 'not-found']);
      expect(hidden.body).toEqual(missing.body);
    }
    const body = { target: says('x'), base: { source: '', target: '' } };
    const refused = await translator.post(`/api/translation/articles/${id}/fr/segments/x`, body);
    expect([refused.status, refused.body.code]).toEqual([404, 'not-found']);
    expect((await studio.anonymous.get(`/api/translation/articles/${id}/fr`)).status).toBe(401);
    expect((await translator.get(`/api/translation/users/${translator.id}/fr`)).status).toBe(404);
    expect((await translator.get(`/api/translation/articles/${id}/xx`)).status).toBe(404);
  });

  it('is not a way to read the ledger: nobody reads or writes its rows', async () => {
    for (const who of [editor, translator, publisher, studio.anonymous]) {
      expect((await who.get('/api/translations')).status).not.toBe(200);
      expect((await who.post('/api/translations', { collection: 'articles' })).status).toBeGreaterThanOrEqual(400);
    }
  });
});
