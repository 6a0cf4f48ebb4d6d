import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import {
  begin,
  draftOf,
  french,
  paragraphs,
  says,
  type Told,
  textsOf,
  translateAll,
  type Workbench,
  wordsIn,
  workbenchOf,
} from './support/workbench.ts';

describe.each(databases)('a translation, confirmed segment by segment, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let lan: Person;
  let mai: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor');
    lan = await studio.person('translator', { name: 'Lan', translates: ['fr'] });
    mai = await studio.person('translator', { name: 'Mai', translates: ['fr', 'zh'] });
  });
  afterAll(() => studio?.close());

  const both = async (): Promise<[string, Workbench, Workbench]> => {
    const id = await begin(editor);
    return [id, workbenchOf(lan, 'articles', id, 'fr'), workbenchOf(mai, 'articles', id, 'fr')];
  };
  const versions = async (id: string) =>
    (await studio.payload.countVersions({ collection: 'articles', where: { parent: { equals: id } } })).totalDocs;

  it('shows every segment of the source, with nothing against it yet', async () => {
    const [, bench] = await both();
    const told = await bench.open();
    expect(told.segments.map((one: Told) => [one.role, wordsIn(one.source.content), one.state])).toEqual([
      ['title', 'Chợ đêm', 'missing'],
      ['summary', 'Chợ đêm ở Quận 1.', 'missing'],
      ...paragraphs.map((text) => ['paragraph', text, 'missing']),
    ]);
    expect(told).toMatchObject({
      state: 'missing',
      source: 'vi',
      may: { translate: true, review: false, publish: false },
    });
  });

  it('is written into the draft in the order of the source, with a slug for its title', async () => {
    const [id, bench] = await both();
    for (const from of ['Vào cửa tự do.', 'Chợ đêm', 'Chợ mở lúc 18 giờ.'] as const)
      expect((await bench.confirm(await bench.line(from), french[from])).status).toBe(200);
    const draft = await draftOf(editor, id, 'fr');
    expect(textsOf(draft)).toEqual([french['Chợ mở lúc 18 giờ.'], french['Vào cửa tự do.']]);
    expect(draft).toMatchObject({ title: 'Marché de nuit', slug: 'marche-de-nuit' });
    const { state, counts } = await bench.open();
    expect([state, counts.translated, counts.missing]).toEqual(['in-translation', 3, 2]);
    expect(await draftOf(editor, id, 'vi')).toMatchObject({ title: 'Chợ đêm' });
  });

  it('tells the second of two people on one segment, gives both texts, and overwrites nothing', async () => {
    const [id, ofLan, ofMai] = await both();
    const seen = await ofMai.line('Có 50 gian hàng.');
    expect((await ofLan.confirm(seen, 'Il compte 50 stands.')).status).toBe(200);
    const before = await draftOf(editor, id, 'fr');
    const refused = await ofMai.confirm(seen, 'Cinquante stands vous attendent.');
    expect([refused.status, refused.body.code]).toEqual([409, 'segment-conflict']);
    expect(refused.body.detail).toContain('Lan');
    const { conflict } = refused.body;
    expect([conflict.theirs, conflict.mine].map(wordsIn)).toEqual([
      'Il compte 50 stands.',
      'Cinquante stands vous attendent.',
    ]);
    expect(await draftOf(editor, id, 'fr')).toEqual(before);
    const chosen = await ofMai.confirm({ ...seen, base: conflict.seen }, 'Cinquante stands vous attendent.');
    expect(chosen.status, JSON.stringify(chosen.body)).toBe(200);
    expect(textsOf(await draftOf(editor, id, 'fr'))).toEqual(['Cinquante stands vous attendent.']);
  });

  it('is not refused to whoever sends the same again', async () => {
    const [id, bench] = await both();
    const seen = await bench.line('Có 50 gian hàng.');
    for (const _ of [1, 2]) expect((await bench.confirm(seen, 'Il compte 50 stands.')).status).toBe(200);
    expect(textsOf(await draftOf(editor, id, 'fr'))).toEqual(['Il compte 50 stands.']);
  });

  it('lets two people on different segments both succeed, at the same moment', async () => {
    const [id, ofLan, ofMai] = await both();
    const [first, second, third] = await Promise.all(paragraphs.map((text) => ofLan.line(text)));
    const answers = await Promise.all([
      ofLan.confirm(first, 'Le marché ouvre à 18 heures.'),
      ofMai.confirm(second, 'Il compte 50 stands.'),
      ofLan.confirm(third, 'L’entrée est libre.'),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([1, 2, 3].map(() => [200, undefined]));
    expect(textsOf(await draftOf(editor, id, 'fr'))).toEqual(
      paragraphs.map((text) => french[text as keyof typeof french]),
    );
    expect((await ofLan.open()).counts).toMatchObject({ translated: 3, missing: 2 });
  });

  it('is one version for one sitting of one person, and another one for whoever joins', async () => {
    const [id, ofLan, ofMai] = await both();
    const before = await versions(id);
    await translateAll(ofLan);
    expect(await versions(id)).toBe(before + 1);
    await ofMai.confirm(await ofMai.line('Có 50 gian hàng.'), 'Cinquante stands.');
    expect(await versions(id)).toBe(before + 2);
    await ofLan.confirm(await ofLan.line('Vào cửa tự do.'), 'Entrée libre.');
    await ofMai.confirm(await ofMai.line('Chợ đêm'), 'Le marché de nuit');
    expect(await versions(id)).toBe(before + 2);
    expect(await draftOf(editor, id, 'fr')).toMatchObject({ title: 'Le marché de nuit' });
  });

  it('does not join a draft that somebody has saved by the form in between', async () => {
    const [id, bench] = await both();
    await bench.confirm(await bench.line('Chợ đêm'), 'Marché de nuit');
    const { body } = await editor.get(`/api/articles/${id}?locale=vi&draft=true&depth=0`);
    await editor.patch(`/api/articles/${id}?locale=vi`, { summary: 'Tóm tắt mới.', revision: body.revision });
    const before = await versions(id);
    await bench.confirm(await bench.line('Có 50 gian hàng.'), 'Il compte 50 stands.');
    expect(await versions(id)).toBe(before + 1);
    expect(await draftOf(editor, id, 'vi')).toMatchObject({ summary: 'Tóm tắt mới.' });
  });

  it('can be taken out again', async () => {
    const [id, bench] = await both();
    await translateAll(bench);
    const line = await bench.line('Có 50 gian hàng.');
    const { status } = await lan.post(`/api/translation/articles/${id}/fr/segments/${line.segment}`, {
      target: [],
      base: line.base,
    });
    expect(status).toBe(200);
    expect(textsOf(await draftOf(editor, id, 'fr'))).toEqual([french['Chợ mở lúc 18 giờ.'], french['Vào cửa tự do.']]);
    expect((await bench.line('Có 50 gian hàng.')).state).toBe('missing');
  });

  it('refuses what is no content, and writes nothing', async () => {
    const [id, bench] = await both();
    const line = await bench.line('Chợ đêm');
    const before = await draftOf(editor, id, 'fr');
    const crossed = [
      { code: 'open', id: '1', kind: 'bold' },
      { code: 'open', id: '2', kind: 'italic' },
      { text: 'x' },
      { code: 'close', id: '1' },
      { code: 'close', id: '2' },
    ];
    for (const target of [crossed, 'text', [{ text: 5 }], [{ text: 'x', more: 1 }], null]) {
      const refused = await lan.post(`/api/translation/articles/${id}/fr/segments/${line.segment}`, {
        target,
        base: line.base,
      });
      expect([refused.status, refused.body.code], JSON.stringify(target)).toEqual([
        400,
        expect.stringMatching(/^field-(invalid|unknown)$/),
      ]);
    }
    const gone = await lan.post(`/api/translation/articles/${id}/fr/segments/nobody`, {
      target: says('x'),
      base: line.base,
    });
    expect([gone.status, gone.body.code]).toEqual([409, 'segment-gone']);
    expect(await draftOf(editor, id, 'fr')).toEqual(before);
  });
});
