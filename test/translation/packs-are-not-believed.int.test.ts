import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryOf } from '#editorial/translation/memory/studio-memory.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { stateOf as readState } from '../support/studio-state.ts';
import { bring, fileIn, kindsOf, look, packOf, take, translated, zipOf } from './support/packs.ts';
import { begin, draftOf, french, type Told, textsOf } from './support/workbench.ts';

const bomb = (count: number): string =>
  `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l0 "lol">${Array.from(
    { length: count },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  ).join('')}]><xliff version="2.1">&l${count};</xliff>`;

describe.each(databasesInTurn)('what comes back from a translator is not believed, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let lan: Person;
  let id: string;
  let file: string;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor');
    lan = await studio.person('translator', { name: 'Lan', translates: ['fr'] });
    id = await begin(editor);
    file = fileIn(await packOf(studio, lan, id, 'fr'), 'xliff')[1];
  });
  afterAll(async () => {
    memoryOf(studio.payload)[Symbol.dispose]();
    await studio?.close();
  });

  const refusing = async (name: string, content: string | Buffer) => {
    const before = await readState(studio);
    const { status, body } = await bring(lan, name, content);
    const after = await readState(studio);
    expect({ ...after, audit: '' }).toEqual({ ...before, audit: '' });
    return { status, code: body.code, detail: body.detail as string, values: body.values };
  };

  it.each<[string, () => string | Buffer, number, string]>([
    ['a billion laughs', () => bomb(9), 422, 'exchange-doctype'],
    ['a file that is cut off', () => file.slice(0, Math.floor(file.length * 0.7)), 422, 'exchange-cut-off'],
    ['a file that is no XML', () => 'Xin chào', 422, 'exchange-malformed'],
    ['another kind of file', () => '<html xmlns="http://www.w3.org/1999/xhtml"></html>', 415, 'exchange-format'],
    [
      'an encoding of old',
      () => Buffer.from('<?xml version="1.0" encoding="windows-1258"?><xliff/>'),
      415,
      'exchange-encoding',
    ],
  ])('refuses %s, with its place, and nothing is changed', async (_, make, status, code) => {
    const refused = await refusing('file.xlf', make());
    expect([refused.status, refused.code], refused.detail).toEqual([status, code]);
    expect(refused.values).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
  });

  it('refuses what is too large before it is read', async () => {
    const refused = await refusing('file.xlf', Buffer.alloc(33 * 1024 * 1024, 0x20));
    expect([refused.status, refused.code]).toEqual([413, 'pack-too-large']);
    expect(refused.detail).toContain('32');
  });

  it('refuses a ZIP that breaks off, and one with nothing to read in it', async () => {
    const zip = await zipOf([['xliff/a.xlf', file]]);
    expect((await refusing('pack.zip', zip.subarray(0, zip.length - 30))).code).toBe('zip-damaged');
    expect((await refusing('pack.zip', await zipOf([['a.txt', 'x']]))).code).toBe('pack-empty');
  });

  it('refuses a small ZIP that would unpack to far more than anybody waits for, before any of it is read', async () => {
    const blank = ' '.repeat(1024 * 1024);
    const names = Array.from({ length: 257 }, (_, at): [string, string] => [`${at}.xlf`, blank]);
    const zip = await zipOf(names);
    expect(zip.byteLength).toBeLessThan(1024 * 1024);
    const refused = await refusing('pack.zip', zip);
    expect([refused.status, refused.code]).toEqual([413, 'pack-inflates']);
    expect(refused.detail).toContain('256');
  });

  it('takes UTF-16 as it takes UTF-8', async () => {
    const wide = Buffer.from(`\ufeff${translated(file, french).replace('UTF-8', 'UTF-16')}`, 'utf16le');
    expect((await look(lan, 'file.xlf', wide)).documents.map(kindsOf)).toEqual([{ change: 5 }]);
  });

  it('reads nothing of a file in a pack that breaks off behind a whole document, and tells of it beside the others', async () => {
    const cut = translated(file, french).replace(
      '</xliff>',
      '<file id="f2" original="articles/2?revision=1"><unit id="u">',
    );
    const looked = await look(
      lan,
      'pack.zip',
      await zipOf([
        ['a.xlf', cut],
        ['b.xlf', file],
      ]),
    );
    expect(looked.unread).toMatchObject([{ file: 'a.xlf', code: 'exchange-cut-off' }]);
    expect(looked.unread[0].detail).toMatch(/line \d+, column \d+/);
    expect(looked.documents.map(kindsOf)).toEqual([{ same: 5 }]);
  });

  it.each([
    ['of an article that is gone', (xml: string) => xml.replace(id, 'gone'), 'This document is no longer here.'],
    [
      'of no article of ours',
      (xml: string) => xml.replace(/original="[^"]*"/, 'original="a.docx"'),
      'This belongs to another document, or was not made here.',
    ],
    [
      'from another source',
      (xml: string) => xml.replace('srcLang="vi"', 'srcLang="en"'),
      'This is in another language than was asked for.',
    ],
    [
      'in a language that nobody writes here',
      (xml: string) => xml.replace('trgLang="fr"', 'trgLang="de"'),
      'Nobody translates into or from de here.',
    ],
    [
      'in the traditional script',
      (xml: string) => xml.replace('trgLang="fr"', 'trgLang="zh-Hant"'),
      'This is in another language than was asked for.',
    ],
  ])('tells of a file %s, with its place', async (_, change, words) => {
    const looked = await look(lan, 'file.xlf', change(translated(file, french)));
    expect(looked.documents).toEqual([]);
    const [{ problems }] = looked.refused;
    expect(problems.map(({ detail }: Told) => detail)).toContain(words);
    expect(problems[0]).toMatchObject({ line: expect.any(Number), column: expect.any(Number), file: 'file.xlf' });
  });

  it('refuses a language that the person does not translate into', async () => {
    const looked = await look(lan, 'file.xlf', translated(file, french).replace('trgLang="fr"', 'trgLang="zh-Hans"'));
    expect(looked.refused).toMatchObject([{ refusal: { code: 'translate-language' } }]);
  });

  it('tells what is doubled, missing, crossed and broken, each with its place, and takes the rest', async () => {
    const unit = (text: string) =>
      new RegExp(`<unit (?:(?!</unit>)[\\s\\S])*<source>${text}</source>[\\s\\S]*?</unit>\\n?`);
    const mine = translated(file, french);
    const [first = ''] = unit('Chợ đêm').exec(mine) ?? [];
    const worse = mine
      .replace(first, `${first}${first.replace('Marché de nuit', 'Marché nocturne')}`)
      .replace(unit('Vào cửa tự do\\.'), '')
      .replace(
        'Le marché ouvre',
        '<sc id="1" type="fmt" subType="xlf:b"/>Le marché<sc id="2" type="fmt" subType="xlf:i"/> ouvre<ec startRef="1"/>x<ec startRef="2"/>',
      )
      .replace('Il compte', '<ec startRef="7"/>Il compte');
    const looked = await look(lan, 'file.xlf', worse);
    expect(looked.documents.map(kindsOf)).toEqual([{ change: 1, codes: 2 }]);
    const [{ problems, segments, missing }] = looked.documents;
    expect(problems.map(({ code }: Told) => code)).toEqual(['unit-doubled']);
    expect(missing).toBe(2);
    const broken = segments.filter(({ kind }: Told) => kind === 'codes');
    expect(broken.flatMap((one: Told) => one.problems.map(({ code }: Told) => code))).toEqual([
      'code-crossed',
      'code-broken',
    ]);
    const places = broken.flatMap((one: Told) => one.problems.map(({ line, column }: Told) => [line > 1, column > 1]));
    expect(places).toEqual([
      [true, true],
      [true, true],
    ]);
    const clean = await take(lan, 'file.xlf', worse, looked, ['change']);
    expect(clean.body.outcomes).toMatchObject([{ taken: 1 }]);
    expect(textsOf(await draftOf(editor, id, 'fr'))).toEqual([]);
    expect(await draftOf(editor, id, 'fr')).toMatchObject({ summary: 'Un marché de nuit dans le 1er arrondissement.' });
  });

  it('takes no text that its field cannot hold, whatever is chosen', async () => {
    const long = translated(file, { 'Chợ đêm': 'Marché '.repeat(60) });
    const looked = await look(lan, 'file.xlf', long);
    expect(looked.documents.map(kindsOf)).toMatchObject([{ unfit: 1 }]);
    const done = await take(lan, 'file.xlf', long, looked, ['unfit']);
    expect(done.body.outcomes).toMatchObject([{ taken: 0, refusal: null }]);
    expect((await draftOf(editor, id, 'fr')).title ?? '').toBe('');
  });

  it('tells nothing of a document that the person may not open', async () => {
    const officer = await studio.person('security-officer', { clearance: 'restricted' });
    const { body } = await officer.get(`/api/articles/${id}?depth=1`);
    await officer.post(`/api/markings/${body.marking.id}/raise`, { level: 'restricted', basis: 'x' });
    const looked = await look(lan, 'file.xlf', translated(file, french));
    expect([looked.documents, looked.refused[0].problems.map(({ code }: Told) => code)]).toEqual([
      [],
      ['document-missing'],
    ]);
    expect((await lan.get(`/api/translation/articles/${id}/fr/pack`)).status).toBe(404);
    expect((await studio.anonymous.get(`/api/translation/articles/${id}/fr/pack`)).status).toBe(401);
  });

  it.each([
    [{ documents: [{ collection: 'users', id: 'x', locale: 'fr', seen: '', take: [] }] }, 'field-invalid'],
    [{ documents: 'all' }, 'field-invalid'],
    [{ more: 1 }, 'field-invalid'],
  ])('refuses choices that are none: %j', async (payload, code) => {
    const form = new FormData();
    form.set('file', new Blob([file]), 'file.xlf');
    form.set('_payload', JSON.stringify(payload));
    const { status, body } = await lan.send('/api/translation/import', { method: 'POST', body: form });
    expect([status, body.code]).toEqual([400, code]);
  });
});
