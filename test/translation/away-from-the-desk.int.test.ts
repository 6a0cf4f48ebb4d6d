import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryOf } from '#editorial/translation/memory/studio-memory.ts';
import { schemasFound, tbx3, tmx14, xliff12, xliff21 } from '../exchange/support/schemas.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { bring, download, fileIn, kindsOf, look, packOf, take, translated, unpack, zipOf } from './support/packs.ts';
import {
  begin,
  draftOf,
  french,
  paragraphs,
  rewrite,
  type Told,
  textsOf,
  translateAll,
  wordsIn,
  workbenchOf,
} from './support/workbench.ts';

const stalls = 'Có 50 gian hàng.';

describe.each(databasesInTurn)('translating away from the desk, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let lan: Person;
  let mai: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor');
    lan = await studio.person('translator', { name: 'Lan', translates: ['fr'] });
    mai = await studio.person('translator', { name: 'Mai', translates: ['fr', 'zh'], reviews: ['fr'] });
  });
  afterAll(async () => {
    memoryOf(studio.payload)[Symbol.dispose]();
    await studio?.close();
  });

  const taken = async (id: string) => {
    const [name, xliff] = fileIn(await packOf(studio, lan, id, 'fr'), 'xliff');
    return { name: name.split('/').at(-1) ?? '', xliff };
  };

  it('takes along valid files, with what to know and what is in them', async () => {
    const id = await begin(editor);
    await workbenchOf(lan, 'articles', id, 'fr').confirm(
      await workbenchOf(lan, 'articles', id, 'fr').line('Chợ đêm'),
      'Marché de nuit',
    );
    const pack = await packOf(studio, lan, id, 'fr');
    expect(pack.get('README.txt')).toContain('Français');
    expect(JSON.parse(pack.get('contents.json') ?? '').documents).toMatchObject([
      { id, title: 'Chợ đêm', source: 'vi', target: 'fr', segments: 5, level: 'internal' },
    ]);
    expect(fileIn(pack, 'preview')[1]).toContain('Chợ đêm ở Quận 1.');
    if (!schemasFound) return;
    expect(await xliff21()(fileIn(pack, 'xliff')[1])).toEqual([]);
    expect(await xliff12('strict')(fileIn(pack, 'older-tools')[1])).toEqual([]);
    expect(await tmx14()(pack.get('memory.tmx') ?? '')).toEqual([]);
    expect(await tbx3()(pack.get('terms.tbx') ?? '')).toEqual([]);
  });

  it('brings everything back as one save in the translator’s name, and nothing the second time', async () => {
    const id = await begin(editor);
    const pack = await packOf(studio, lan, id, 'fr');
    const [name, xliff] = fileIn(pack, 'xliff');
    const packed = await zipOf(new Map([...pack, [name, translated(xliff, french)]]));
    const looked = await look(lan, 'pack.zip', packed);
    expect(looked.documents.map(kindsOf)).toEqual([{ change: 5 }]);
    expect(textsOf(await draftOf(editor, id, 'fr'))).toEqual([]);
    const before = await studio.payload.countVersions({ collection: 'articles', where: { parent: { equals: id } } });
    const done = await take(lan, 'pack.zip', packed, looked, ['change']);
    expect(done.body, JSON.stringify(done.body)).toMatchObject({
      applied: true,
      outcomes: [{ id, taken: 5, refusal: null }],
    });
    expect(textsOf(await draftOf(editor, id, 'fr'))).toEqual(
      paragraphs.map((text) => french[text as keyof typeof french]),
    );
    const after = await studio.payload.countVersions({ collection: 'articles', where: { parent: { equals: id } } });
    expect(after.totalDocs).toBe(before.totalDocs + 1);
    const { state, segments } = await workbenchOf(lan, 'articles', id, 'fr').open();
    expect([state, segments.every(({ isOwn }: Told) => isOwn)]).toEqual(['translated', true]);
    const { body: custody } = await lan.get(`/api/translation/articles/${id}/fr/custody`);
    expect(custody.acts.map(({ act, by }: Told) => [act, by])).toEqual(
      Array.from({ length: 5 }, () => ['imported', lan.id]),
    );
    const again = await look(lan, 'pack.zip', packed);
    expect(again.documents.map(kindsOf)).toEqual([{ same: 5 }]);
  });

  it('takes either of the two forms in which a pack has a document', async () => {
    const id = await begin(editor);
    const pack = await packOf(studio, lan, id, 'fr');
    const [name, xliff] = fileIn(pack, 'older-tools');
    const changed = xliff.replace(
      '<source>Chợ đêm</source>',
      '<source>Chợ đêm</source>\n<target state="translated">Marché de nuit</target>',
    );
    const looked = await look(lan, 'pack.zip', await zipOf(new Map([...pack, [name, changed]])));
    expect(looked.documents.map(kindsOf)).toEqual([{ change: 1, same: 4 }]);
  });

  it('shows ours, theirs and base where somebody was faster, and overwrites only what is chosen', async () => {
    const id = await begin(editor);
    const bench = workbenchOf(mai, 'articles', id, 'fr');
    await bench.confirm(await bench.line(stalls), 'Il y a 50 stands.');
    const { name, xliff } = await taken(id);
    const mine = translated(xliff, { [stalls]: 'Il compte 50 stands.', 'Chợ đêm': 'Marché de nuit' });
    await bench.confirm(await bench.line(stalls), 'Cinquante stands y sont.');
    const looked = await look(lan, name, mine);
    expect(looked.documents.map(kindsOf)).toEqual([{ change: 1, conflict: 1, same: 3 }]);
    const found = looked.documents[0].segments.find(({ kind }: Told) => kind === 'conflict');
    expect([found.ours, found.theirs, found.base].map(wordsIn)).toEqual([
      'Cinquante stands y sont.',
      'Il compte 50 stands.',
      'Il y a 50 stands.',
    ]);
    expect(found.theirsWords.filter(({ kind }: Told) => kind === 'added').map(({ text }: Told) => text.trim())).toEqual(
      ['compte'],
    );
    expect((await take(lan, name, mine, looked, ['change'])).body.outcomes).toMatchObject([{ taken: 1 }]);
    expect(textsOf(await draftOf(editor, id, 'fr'))).toEqual(['Cinquante stands y sont.']);
    const again = await look(lan, name, mine);
    expect(again.documents.map(kindsOf)).toEqual([{ conflict: 1, same: 4 }]);
    expect((await take(lan, name, mine, again, ['conflict'])).body.outcomes).toMatchObject([{ taken: 1 }]);
    expect(textsOf(await draftOf(editor, id, 'fr'))).toEqual(['Il compte 50 stands.']);
  });

  it('lets what the translator did not touch stay as it has become', async () => {
    const id = await begin(editor);
    const bench = workbenchOf(mai, 'articles', id, 'fr');
    await translateAll(bench);
    const { name, xliff } = await taken(id);
    await bench.confirm(await bench.line(stalls), 'Cinquante stands y sont.');
    const looked = await look(lan, name, xliff);
    expect(looked.documents.map(kindsOf)).toEqual([{ same: 5 }]);
  });

  it('says where the source says something else by now, and takes such a text as outdated', async () => {
    const id = await begin(editor);
    const bench = workbenchOf(lan, 'articles', id, 'fr');
    const { name, xliff } = await taken(id);
    const mine = translated(xliff, { [stalls]: 'Il compte 50 stands.' });
    const now = 'Có 80 gian hàng.';
    const { body } = (await draftOf(editor, id, 'vi')) as Told;
    body.root.children[1].children[0].text = now;
    await rewrite(editor, id, { body });
    const looked = await look(lan, name, mine);
    expect(looked.documents.map(kindsOf)).toEqual([{ same: 4, stale: 1 }]);
    const [found] = looked.documents[0].segments;
    expect([wordsIn(found.source), found.drift.gravity]).toEqual([now, 'fact']);
    expect((await take(lan, name, mine, looked, ['stale'])).body.outcomes).toMatchObject([{ taken: 1 }]);
    expect(textsOf(await draftOf(editor, id, 'fr'))).toEqual(['Il compte 50 stands.']);
    expect((await bench.line(now)).state).toBe('outdated');
    expect((await look(lan, name, mine)).documents.map(kindsOf)).toEqual([{ same: 5 }]);
  });

  it('confirms a text as it stands where the tool says that somebody looked at it', async () => {
    const id = await begin(editor);
    const bench = workbenchOf(lan, 'articles', id, 'fr');
    await bench.confirm(await bench.line(stalls), 'Il compte 50 stands.');
    const { body } = (await draftOf(editor, id, 'vi')) as Told;
    body.root.children[1].children[0].text = 'Có 50 gian hàng ăn.';
    await rewrite(editor, id, { body });
    const { name, xliff } = await taken(id);
    expect(xliff).toContain('<note>');
    const mine = xliff.replace('state="initial"><source>Có 50 gian', 'state="final"><source>Có 50 gian');
    const looked = await look(lan, name, mine);
    expect(looked.documents.map(kindsOf)).toEqual([{ confirm: 1, same: 4 }]);
    await take(lan, name, mine, looked, ['confirm']);
    expect((await bench.line('Có 50 gian hàng ăn.')).state).toBe('translated');
  });

  it('writes nothing at all once something has changed since it was looked at', async () => {
    const [one, other] = [await begin(editor), await begin(editor)];
    const files = [await taken(one), await taken(other)];
    const zip = await zipOf(files.map(({ name, xliff }) => [name, translated(xliff, french)] as const));
    const looked = await look(lan, 'two.zip', zip);
    const bench = workbenchOf(mai, 'articles', other, 'fr');
    await bench.confirm(await bench.line(stalls), 'Cinquante stands y sont.');
    const refused = await take(lan, 'two.zip', zip, looked, ['change']);
    expect([refused.status, refused.body.code]).toEqual([409, 'pack-changed']);
    expect(textsOf(await draftOf(editor, one, 'fr'))).toEqual([]);
    expect(textsOf(await draftOf(editor, other, 'fr'))).toEqual(['Cinquante stands y sont.']);
  });

  it('refuses a language that was taken from somebody meanwhile, and says which', async () => {
    const id = await begin(editor);
    const { name, xliff } = await taken(id);
    const binh = await studio.person('translator', { name: 'Bình', translates: ['fr'] });
    const mine = translated(xliff, french);
    const looked = await look(binh, name, mine);
    await studio.payload.update({ collection: 'users', id: binh.id, data: { translates: ['zh'] } });
    const refused = await take(binh, name, mine, looked, ['change']);
    expect(refused.body.outcomes).toMatchObject([{ taken: 0, refusal: { code: 'translate-language' } }]);
    expect(refused.body.outcomes[0].refusal.detail).toContain('Français');
    expect(textsOf(await draftOf(editor, id, 'fr'))).toEqual([]);
    const told = await look(binh, name, mine);
    expect(told.refused).toMatchObject([{ id, refusal: { code: 'translate-language' } }]);
    const out = await binh.get(`/api/translation/articles/${id}/fr/pack`);
    expect([out.status, out.body.code]).toEqual([403, 'translate-language']);
  });

  it('takes along what was said before, but never of what the asker may not open, and what the table shows', async () => {
    const words = { title: 'Phố đi bộ Nguyễn Huệ mở cửa cả đêm', summary: 'Phố đi bộ.', body: null };
    const [seen, hidden] = [
      await begin(editor, { ...words, body: undefined }),
      await begin(editor, { ...words, body: undefined }),
    ];
    for (const [id, text] of [
      [seen, 'La rue piétonne reste ouverte toute la nuit'],
      [hidden, 'La rue secrète reste ouverte toute la nuit'],
    ] as const) {
      const bench = workbenchOf(lan, 'articles', id, 'fr');
      await bench.confirm(await bench.line(words.title), text);
      const reviewing = workbenchOf(mai, 'articles', id, 'fr');
      const reviewed = await reviewing.act(await reviewing.line(words.title), 'review');
      expect(reviewed.status, JSON.stringify(reviewed.body)).toBe(200);
    }
    const officer = await studio.person('security-officer', { clearance: 'restricted' });
    const { body } = await officer.get(`/api/articles/${hidden}?depth=1`);
    await officer.post(`/api/markings/${body.marking.id}/raise`, { level: 'restricted', basis: 'x' });
    const id = await begin(editor, { ...words, body: undefined });
    const pack = await packOf(studio, lan, id, 'fr');
    for (const file of ['memory.tmx', fileIn(pack, 'xliff')[0]]) {
      expect(pack.get(file)).toContain('La rue piétonne');
      expect(pack.get(file)).not.toContain('secrète');
    }
    const several = await download(studio, lan, `/api/translation/pack?to=fr&q=${encodeURIComponent('Phố đi bộ')}`);
    const contents = JSON.parse((await unpack(several.bytes)).get('contents.json') ?? '');
    expect(contents.documents.map((one: Told) => one.id).toSorted()).toEqual([seen, id].toSorted());
    const chosen = await download(
      studio,
      lan,
      `/api/translation/pack?to=fr&documents=articles:${id},articles:${hidden}`,
    );
    const list = JSON.parse((await unpack(chosen.bytes)).get('contents.json') ?? '');
    expect(list.documents.map((one: Told) => one.id)).toEqual([id]);
    const wrong = await lan.get('/api/translation/pack?to=fr&documents=users:1');
    expect([wrong.status, wrong.body.code]).toEqual([400, 'parameter-invalid']);
    expect((await bring(lan, 'nothing.xlf', '')).status).toBe(400);
  });
});
