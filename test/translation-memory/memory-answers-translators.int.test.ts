import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportTmx } from '#editorial/translation/memory/export-tmx.ts';
import { importTmx } from '#editorial/translation/memory/import-tmx.ts';
import { memoryOf, openStudioMemory } from '#editorial/translation/memory/studio-memory.ts';
import { bodyOf } from '../support/lexical.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into by tests
type Told = any;

const wordsIn = (content: readonly { text?: string }[]): string => content.map((piece) => piece.text ?? '').join('');
const tmx = (units: string) =>
  `<?xml version="1.0"?><tmx version="1.4"><header srclang="vi" creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" datatype="plaintext"/><body>${units}</body></tmx>`;
const tu = (vi: string, fr: string) =>
  `<tu><tuv xml:lang="vi"><seg>${vi}</seg></tuv><tuv xml:lang="fr"><seg>${fr}</seg></tuv></tu>`;

describe.each(databasesInTurn)('translation memory on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let lan: Person;
  let reviewer: Person;
  let officer: Person;
  let folder: string;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor');
    lan = await studio.person('translator', { translates: ['fr'], publishes: [] });
    reviewer = await studio.person('publisher', { clearance: 'restricted', publishes: ['fr', 'zh'] });
    officer = await studio.person('security-officer', { clearance: 'restricted' });
    folder = await mkdtemp(join(tmpdir(), 'memory-'));
  });
  afterAll(async () => {
    memoryOf(studio.payload)[Symbol.dispose]();
    await studio?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const begin = async (title: string, paragraphs: string[]): Promise<string> => {
    const data = { title, summary: `${title}.`, body: bodyOf(paragraphs) };
    const made = await editor.post('/api/articles?locale=vi&depth=0', data);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.doc.id;
  };
  const lineOf = async (who: Person, id: string, source: string): Promise<Told> => {
    const { body } = await who.get(`/api/translation/articles/${id}/fr`);
    return body.segments.find((one: Told) => one.source && wordsIn(one.source.content) === source);
  };
  const act = async (who: Person, id: string, source: string, act: string, more: object = {}) => {
    const line = await lineOf(who, id, source);
    const path = `/api/translation/articles/${id}/fr/segments/${encodeURIComponent(line.segment)}${act}`;
    const done = await who.post(path, { base: line.base, ...more });
    expect(done.status, JSON.stringify(done.body)).toBe(200);
  };
  const translate = (id: string, source: string, text: string) => act(lan, id, source, '', { target: [{ text }] });
  const review = (id: string, source: string) => act(reviewer, id, source, '/review');
  const ask = async (who: Person, text: string, more = '', from = 'vi', to = 'fr') => {
    const query = `text=${encodeURIComponent(text)}&from=${from}&to=${to}${more}`;
    const { status, body } = await who.get(`/api/translation/memory?${query}`);
    expect(status, JSON.stringify(body)).toBe(200);
    return body.matches.map((one: Told) => `${one.percent} ${wordsIn(one.target)}`);
  };
  const raise = async (id: string, level: string) => {
    const { docs } = await studio.payload.find({
      collection: 'markings',
      where: { subjectId: { equals: id } },
      overrideAccess: true,
    });
    const done = await officer.post(`/api/markings/${docs[0]?.id}/raise`, { level, basis: 'x' });
    expect(done.status, JSON.stringify(done.body)).toBe(200);
  };

  it('knows what was reviewed, both ways, and nothing that was not', async () => {
    const id = await begin('Chợ đêm', ['Chợ Bến Thành mở lúc sáu giờ sáng.', 'Vào cửa tự do.']);
    await translate(id, 'Chợ Bến Thành mở lúc sáu giờ sáng.', 'Le marché Bến Thành ouvre à six heures.');
    await translate(id, 'Vào cửa tự do.', 'L’entrée est libre.');
    expect(await ask(lan, 'Vào cửa tự do.')).toEqual([]);
    await review(id, 'Vào cửa tự do.');
    await review(id, 'Chợ Bến Thành mở lúc sáu giờ sáng.');
    expect(await ask(lan, 'Vào cửa tự do.')).toEqual(['100 L’entrée est libre.']);
    expect(await ask(lan, 'Vào cửa tự do.', `&collection=articles&id=${id}&path=body/1`)).toEqual([
      '101 L’entrée est libre.',
    ]);
    expect(await ask(lan, 'Chợ Bến Thành mở lúc bảy giờ sáng.')).toEqual([
      '87 Le marché Bến Thành ouvre à six heures.',
    ]);
    expect(await ask(editor, 'L’entrée est libre !', '', 'fr', 'vi')).toEqual(['99 Vào cửa tự do.']);
  });

  it('marks the words that differ, and says where a phrase was translated before', async () => {
    const asked = { content: [{ text: 'Chợ Bến Thành mở lúc bảy giờ sáng.' }], from: 'vi', to: 'fr' };
    const { body } = await lan.post('/api/translation/memory', asked);
    expect(body.matches[0].words.filter(({ kind }: Told) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'sáu' },
      { kind: 'added', text: 'bảy' },
    ]);
    const found = await lan.get(`/api/translation/concordance?q=${encodeURIComponent('cho ben thanh')}&from=vi&to=fr`);
    expect(found.body.found).toMatchObject([
      { exact: false, places: [{ start: 0, end: 13 }], document: { collection: 'articles', path: 'body/0' } },
    ]);
  });

  it('R49: tells nothing of what was marked above a clearance: neither the text nor that there is one', async () => {
    const text = 'Cuộc họp kín diễn ra vào tối nay tại nhà khách.';
    const [open, closed] = [await begin('Một', [text]), await begin('Hai', [text, 'Đoạn thứ hai hoàn toàn khác.'])];
    for (const [id, said] of [
      [open, 'La réunion a lieu ce soir.'],
      [closed, 'La réunion secrète a lieu ce soir.'],
    ] as const) {
      await translate(id, text, said);
      await review(id, text);
    }
    expect(await ask(lan, text)).toHaveLength(2);
    await raise(closed, 'restricted');
    expect(await ask(lan, text)).toEqual(['100 La réunion a lieu ce soir.']);
    expect(await ask(lan, text, `&collection=articles&id=${closed}&path=body/0`)).toEqual([
      '100 La réunion a lieu ce soir.',
    ]);
    const phrase = await lan.get(`/api/translation/concordance?q=${encodeURIComponent('cuộc họp kín')}&from=vi&to=fr`);
    expect(phrase.body.found.map(({ document }: Told) => document.id)).toEqual([open]);
    expect(await ask(reviewer, text)).toHaveLength(2);
  });

  it('forgets what was deleted', async () => {
    const text = 'Trận chung kết bóng đá sẽ được chiếu trên màn hình lớn.';
    const id = await begin('Chung kết', [text]);
    await translate(id, text, 'La finale sera projetée sur grand écran.');
    await review(id, text);
    expect(await ask(lan, text)).toHaveLength(1);
    expect((await editor.delete(`/api/articles/${id}`)).status).toBe(200);
    expect(await ask(lan, text)).toEqual([]);
  });

  it('is the same when its file is lost, and goes on from a file that is there', async () => {
    const path = join(folder, 'memory.db');
    const question = {
      content: [{ text: 'Vào cửa tự do.' }],
      ...{ from: 'vi' as const, to: 'fr' as const, sees: () => true },
    } as const;
    const asked = async () => {
      using memory = openStudioMemory(studio.payload, path);
      await memory.ready();
      return memory.index.suggest(question).map(({ percent, target }) => `${percent} ${wordsIn(target as Told)}`);
    };
    const fresh = await asked();
    expect(fresh).toEqual(['100 L’entrée est libre.']);
    expect(await asked()).toEqual(fresh);
    await writeFile(path, 'no database at all'.repeat(200));
    expect(await asked()).toEqual(fresh);
  });

  it('takes in a memory of another tool, once, and nothing of one that breaks off', async () => {
    const file = join(folder, 'theirs.tmx');
    await writeFile(file, tmx(`${tu('Công viên mở cửa cả ngày', 'Le parc est ouvert toute la journée')}<tu/>`));
    expect(await importTmx(studio.payload, file)).toMatchObject({ taken: 1, known: 0, leftOut: 1, problems: 1 });
    expect(await ask(lan, 'Công viên mở cửa cả ngày')).toEqual(['100 Le parc est ouvert toute la journée']);
    expect(await importTmx(studio.payload, file)).toMatchObject({ taken: 0, known: 1 });
    const broken = join(folder, 'broken.tmx');
    await writeFile(broken, tmx(tu('Đoạn này không được lấy', 'Ceci n’est pas pris')).slice(0, -20));
    await expect(importTmx(studio.payload, broken)).rejects.toMatchObject({ code: 'exchange-cut-off' });
    expect(await ask(lan, 'Đoạn này không được lấy')).toEqual([]);
    await expect(importTmx(studio.payload, join(folder, 'none.tmx'))).rejects.toMatchObject({ code: 'source-missing' });
  });

  it('goes out up to a marking that is named, and comes in again', async () => {
    const curator = await studio.person('curator');
    const { body: made } = await curator.post('/api/rights?locale=vi', { name: 'Hợp đồng với hãng phim' });
    const path = `/api/translation/rights/${made.doc.id}/fr`;
    for (const [who, deed, more] of [
      [lan, '', { target: [{ text: 'Contrat avec le studio' }] }],
      [reviewer, '/review', {}],
    ] as const) {
      const [{ segment, base }] = (await who.get(path)).body.segments;
      const done = await who.post(`${path}/segments/${encodeURIComponent(segment)}${deed}`, { base, ...more });
      expect(done.status, JSON.stringify(done.body)).toBe(200);
    }
    const [out, more] = [join(folder, 'out.tmx'), join(folder, 'more.tmx')];
    expect(await exportTmx(studio.payload, { out, to: 'fr', upTo: 'public' })).toBe(1);
    expect(await readFile(out, 'utf8')).not.toMatch(/Vào cửa tự do\.|Hợp đồng/);
    expect(await exportTmx(studio.payload, { out: more, to: 'fr', upTo: 'internal' })).toBe(5);
    expect(await readFile(more, 'utf8')).not.toContain('secrète');
    await expect(exportTmx(studio.payload, { out, to: null, upTo: 'public' })).rejects.toMatchObject({
      code: 'export-exists',
    });
    expect(await importTmx(studio.payload, more)).toMatchObject({ taken: 5, leftOut: 0 });
  });

  it('answers those who work on the language, and nobody else', async () => {
    const path = '/api/translation/memory?text=a&from=vi&to=zh';
    const officerOnly = await studio.person('security-officer');
    expect((await studio.anonymous.get(path)).status).toBe(401);
    expect(await lan.get(path)).toMatchObject({ status: 403, body: { code: 'translate-language' } });
    expect(await officerOnly.get(path)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await reviewer.get(path)).status).toBe(200);
  });

  it('refuses questions that are none', async () => {
    const get = async (query: string) => {
      const { status, body } = await lan.get(`/api/translation/${query}`);
      return [status, body.code];
    };
    expect(await get('memory?text=a&from=vi&to=de')).toEqual([400, 'parameter-invalid']);
    expect(await get('memory?text=a&from=vi&to=fr&to=fr')).toEqual([400, 'parameter-repeated']);
    expect(await get('memory?text=a&from=vi&to=fr&x=1')).toEqual([400, 'parameter-unknown']);
    expect(await get(`concordance?q=${'a'.repeat(201)}&from=vi&to=fr`)).toEqual([400, 'parameter-invalid']);
    const crossed = [
      { code: 'open', id: '1', kind: 'bold' },
      { code: 'close', id: '2' },
    ];
    const { status } = await lan.post('/api/translation/memory', { content: crossed, from: 'vi', to: 'fr' });
    expect(status).toBe(400);
  });
});
