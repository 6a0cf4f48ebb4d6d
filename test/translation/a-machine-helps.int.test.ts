import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { change } from '../support/change.ts';
import { bodyOf } from '../support/lexical.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { type MachineServer, type Manner, startMachine, tell } from './support/machine-server.ts';
import { statesOf as cellsOf, csvFor, tableFor } from './support/table.ts';
import {
  auditOf,
  begin,
  draftOf,
  french,
  paragraphs,
  publish,
  rewrite,
  source,
  type Told,
  textsOf,
  workbenchOf,
} from './support/workbench.ts';

/** A machine that knows these sentences, and answers each of the others with its number. */
const knowing =
  (known: Readonly<Record<string, string>>): Manner =>
  (body, answer) => {
    const { messages } = body as { messages: { content: string }[] };
    const { segments } = JSON.parse(messages[1]?.content ?? '') as { segments: string[] };
    const said = segments.map((text, at) => known[text] ?? `Texte numéro ${at}`);
    tell(answer, 200, { choices: [{ message: { content: JSON.stringify({ segments: said }) } }] });
  };

describe.each(databasesInTurn)('a machine that helps, on %s', (database) => {
  let studio: Studio;
  let machine: MachineServer;
  let editor: Person;
  let publisher: Person;
  let officer: Person;
  let lan: Person;
  let manner: Manner;
  beforeAll(async () => {
    machine = await startMachine((...asked) => manner(...asked));
    const values = { protocol: 'chat', url: machine.url, key: 'k', model: 'city-1', languages: ['fr'] } as const;
    studio = await startStudio({ database, values: { machine: values } });
    editor = await studio.person('editor');
    publisher = await studio.person('publisher');
    officer = await studio.person('security-officer', { clearance: 'restricted' });
    lan = await studio.person('translator', { name: 'Lan', translates: ['fr', 'zh'] });
  });
  afterAll(async () => {
    await studio?.close();
    await machine?.[Symbol.asyncDispose]();
  });
  beforeEach(() => {
    manner = knowing(french);
    machine.asked.length = 0;
  });

  const publicArticle = async () => {
    const id = await begin(editor);
    await publish(publisher, id, 'vi');
    return { id, bench: workbenchOf(lan, 'articles', id, 'fr') };
  };
  const statesOf = (told: Told): string[] => told.segments.map(({ state }: Told) => state);

  it('fills what is empty, as a machine’s, and leaves alone what a person wrote', async () => {
    const { id, bench } = await publicArticle();
    await bench.confirm(await bench.line('Có 50 gian hàng.'), 'Cinquante stands.');
    const done = await bench.post('/machine', {});
    expect([done.status, done.body]).toEqual([200, { filled: 4, unusable: [], left: 0, held: 0 }]);
    const told = await bench.open();
    expect(statesOf(told)).toEqual(['machine', 'machine', 'machine', 'translated', 'machine']);
    expect(told.state).toBe('machine');
    const sent = JSON.stringify(machine.asked.map(({ body }) => body));
    expect(sent).not.toContain('50 gian');
    expect(sent).not.toContain('Cinquante');
    expect(textsOf(await draftOf(editor, id, 'fr'))).toEqual([
      french[paragraphs[0] as keyof typeof french],
      'Cinquante stands.',
      french['Vào cửa tự do.'],
    ]);
    expect((await bench.post('/machine', {})).body).toEqual({ filled: 0, unusable: [], left: 0, held: 0 });
    expect(machine.asked).toHaveLength(1);
  });

  it('shows in the table of everything as a machine’s, then as translated, and as reviewed by a second person', async () => {
    const { id, bench } = await publicArticle();
    await bench.post('/machine', {});
    const found = async (state: string) => {
      const { rows, states } = await tableFor(editor, { state, language: 'fr' });
      expect(states.fr[state] ?? 0).toBeGreaterThanOrEqual(rows.length);
      return rows.some((row) => row.id === id);
    };
    expect(await cellsOf(editor, id)).toBe('source missing machine missing');
    expect([await found('machine'), await found('translated'), await found('reviewed')]).toEqual([true, false, false]);
    for (const { source } of (await bench.open()).segments)
      await bench.act(await bench.line(source.content[0].text), 'keep');
    expect(await cellsOf(editor, id)).toBe('source missing translated missing');
    expect([await found('machine'), await found('translated')]).toEqual([false, true]);
    const minh = workbenchOf(await studio.person('translator', { reviews: ['fr'] }), 'articles', id, 'fr');
    expect((await minh.post('/review', { seen: (await minh.open()).seen })).status).toBe(200);
    expect(await cellsOf(editor, id)).toBe('source missing reviewed missing');
    expect([await found('translated'), await found('reviewed')]).toEqual([false, true]);
    const csv = (await csvFor(editor, { state: 'reviewed', language: 'fr' })).body as string;
    expect(csv).toContain(id);
  });

  it('is no machine’s any more once a person confirms it, with or without a change', async () => {
    const { bench } = await publicArticle();
    await bench.post('/machine', {});
    const kept = await bench.line('Chợ đêm');
    expect((await bench.act(kept, 'keep')).status).toBe(200);
    expect((await bench.confirm(await bench.line('Vào cửa tự do.'), 'Entrée gratuite.')).status).toBe(200);
    expect(statesOf(await bench.open())).toEqual(['translated', 'machine', 'machine', 'machine', 'translated']);
  });

  it('R58: is asked for what is public by its marking alone, and nothing of the rest leaves the house', async () => {
    const id = await begin(editor);
    const bench = workbenchOf(lan, 'articles', id, 'fr');
    const refused = await bench.post('/machine', {});
    expect([refused.status, refused.body.code]).toEqual([422, 'machine-not-public']);
    expect(machine.asked).toEqual([]);
    expect(statesOf(await bench.open()).every((state) => state === 'missing')).toBe(true);
  });

  it('R58: is not asked for what bears no marking and is not public by nature, but for what is', async () => {
    const curator = await studio.person('curator');
    const rights = await curator.post('/api/rights?locale=vi', { name: 'Hợp đồng ảnh', terms: 'Chỉ dùng trên mạng.' });
    expect(rights.status, JSON.stringify(rights.body)).toBe(201);
    const refused = await workbenchOf(lan, 'rights', rights.body.doc.id, 'fr').post('/machine', {});
    expect([refused.status, refused.body.code]).toEqual([422, 'machine-not-public']);
    expect(machine.asked).toEqual([]);
    const topic = await editor.post('/api/topics?locale=vi', { name: 'Chợ đêm' });
    const done = await workbenchOf(lan, 'topics', topic.body.doc.id, 'fr').post('/machine', {});
    expect([done.status, done.body]).toEqual([200, { filled: 1, unusable: [], left: 0, held: 0 }]);
  });

  it('is sent of a draft that goes on only what the public reads already, and the rest once it is published', async () => {
    const { id, bench } = await publicArticle();
    await rewrite(editor, id, { body: bodyOf([...paragraphs, 'Chưa ai được biết.']), summary: 'Chưa công bố.' });
    const done = await bench.post('/machine', {});
    expect([done.status, done.body]).toEqual([200, { filled: 4, unusable: [], left: 0, held: 2 }]);
    expect(JSON.stringify(machine.asked)).not.toMatch(/Chưa/);
    expect(statesOf(await bench.open()).filter((state) => state === 'missing')).toHaveLength(2);
    expect((await bench.post('/machine', {})).body).toEqual({ filled: 0, unusable: [], left: 0, held: 2 });
    await publish(publisher, id, 'vi');
    expect((await bench.post('/machine', {})).body).toEqual({ filled: 2, unusable: [], left: 0, held: 0 });
  });

  it('is sent nothing of what waits for its time, is over, or was taken back', async () => {
    const refusedFor = async (id: string) => {
      const { status, body } = await workbenchOf(lan, 'articles', id, 'fr').post('/machine', {});
      return [status, body.code];
    };
    const id = await begin(editor);
    await publish(publisher, id, 'vi', { appearsAt: new Date(Date.now() + 3_600_000).toISOString() });
    expect(await refusedFor(id)).toEqual([422, 'machine-embargo']);
    const gone = await publicArticle();
    const taken = await publisher.post(`/api/articles/${gone.id}/unpublish`, { locale: 'vi' });
    expect(taken.status, JSON.stringify(taken.body)).toBe(200);
    expect(await refusedFor(gone.id)).toEqual([422, 'machine-embargo']);
    expect(machine.asked).toEqual([]);
  });

  it('is sent nothing of a press kit under embargo', async () => {
    const curator = await studio.person('curator');
    const second = await studio.person('curator', { name: 'Second' });
    const made = await curator.post('/api/albums?locale=vi', { title: 'Chợ đêm', pressKit: true });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const { id } = made.body.doc;
    const released = await second.post(`/api/albums/${id}/release`, {});
    expect(released.status, JSON.stringify(released.body)).toBe(200);
    const embargo = async (pressEmbargo: string | null) => {
      const saved = await change(curator, `/api/albums/${id}?locale=vi`, { pressEmbargo });
      expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    };
    const bench = workbenchOf(lan, 'albums', id, 'fr');
    await embargo(new Date(Date.now() + 3_600_000).toISOString());
    expect((await bench.post('/machine', {})).body.code).toBe('machine-embargo');
    expect(machine.asked).toEqual([]);
    await embargo(null);
    expect((await bench.post('/machine', {})).body).toMatchObject({ filled: 1, held: 0 });
  });

  it('is sent nothing of a picture before the embargo of its rights is over', async () => {
    const curator = await studio.person('curator');
    const form = pictureForm(await pictureBytes(), { title: 'Chợ đêm', alt: 'Chợ', credit: 'Lan' });
    const sent = await curator.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body: form });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    const { id } = sent.body.doc;
    const terms = { name: 'Ảnh chợ', rights: 'http://creativecommons.org/licenses/by/4.0/', credit: 'Lan' };
    const embargo = new Date(Date.now() + 3_600_000).toISOString();
    const record = await curator.post('/api/rights?locale=vi', { ...terms, embargo });
    expect(record.status, JSON.stringify(record.body)).toBe(201);
    const rightsRecord = record.body.doc.id;
    expect((await change(curator, `/api/images/${id}?locale=vi`, { rightsRecord })).status).toBe(200);
    await publish(publisher, await begin(editor, { ...source, cover: id }), 'vi');
    const bench = workbenchOf(lan, 'images', id, 'fr');
    expect((await bench.post('/machine', {})).body.code).toBe('machine-embargo');
    expect(machine.asked).toEqual([]);
    expect((await change(curator, `/api/rights/${rightsRecord}?locale=vi`, { embargo: null })).status).toBe(200);
    expect((await bench.post('/machine', {})).body).toMatchObject({ held: 0 });
    expect(JSON.stringify(machine.asked)).toContain('Chợ đêm');
  });

  it('is not heard when the document was raised while it worked', async () => {
    const { id, bench } = await publicArticle();
    const usual = knowing(french);
    manner = (...asked) => {
      void studio.payload
        .findByID({ collection: 'articles', id, depth: 0, overrideAccess: true })
        .then(({ marking }) =>
          officer.post(`/api/markings/${String(marking)}/raise`, { level: 'restricted', basis: 'x' }),
        )
        .then(() => usual(...asked));
    };
    const refused = await bench.post('/machine', {});
    // Whoever may not know of it any more is told nothing else of it
    expect([refused.status, refused.body.code]).toEqual([404, 'not-found']);
    expect(machine.asked).toHaveLength(1);
    expect(
      textsOf(
        (await studio.payload.findByID({
          collection: 'articles',
          id,
          locale: 'fr',
          fallbackLocale: false,
          draft: true,
          overrideAccess: true,
        })) as Told,
      ),
    ).toEqual([]);
  });

  it('is there only for the languages that it may, and for people who may translate them', async () => {
    const { id } = await publicArticle();
    const zh = await workbenchOf(lan, 'articles', id, 'zh').post('/machine', {});
    expect([zh.status, zh.body.code]).toEqual([422, 'machine-off']);
    const other = await studio.person('translator', { translates: ['en'] });
    const foreign = await workbenchOf(other, 'articles', id, 'fr').post('/machine', {});
    expect([foreign.status, foreign.body.code]).toEqual([403, 'translate-language']);
    expect((await lan.get('/api/translation/machine')).body).toEqual({ name: 'city-1', languages: ['fr'] });
    expect(machine.asked).toEqual([]);
  });

  it('that says nothing of use leaves the segment empty and says why; the others are kept', async () => {
    const { bench } = await publicArticle();
    manner = knowing({ ...french, 'Có 50 gian hàng.': '<b>Il compte</b> 50 stands.', 'Chợ đêm': '夜市夜市' });
    const { body } = await bench.post('/machine', {});
    expect([body.filled, body.unusable.map(({ why }: Told) => why).sort()]).toEqual([3, ['markup', 'script']]);
    expect(statesOf(await bench.open())).toEqual(['missing', 'machine', 'machine', 'missing', 'machine']);
    const without = body.unusable.map(({ segment }: Told) => segment);
    expect((await bench.post('/machine', { without })).body).toEqual({ filled: 0, unusable: [], left: 0, held: 0 });
  });

  it('that fails leaves nothing behind but the words of others', async () => {
    const { id, bench } = await publicArticle();
    manner = (_, answer) => tell(answer, 500, {});
    const refused = await bench.post('/machine', {});
    expect([refused.status, refused.body.code]).toEqual([502, 'machine-refused']);
    expect(textsOf(await draftOf(editor, id, 'fr'))).toEqual([]);
    expect(
      (await auditOf(studio, id)).filter(({ outcome }) => outcome === 'done').map(({ action }) => action),
    ).not.toContain('translate');
  });

  it('does not write over what a person wrote while it worked', async () => {
    const { bench } = await publicArticle();
    const usual = knowing(french);
    manner = (...asked) => {
      void bench
        .line('Vào cửa tự do.')
        .then((line) => bench.confirm(line, 'Entrée gratuite.'))
        .then(() => usual(...asked));
    };
    expect((await bench.post('/machine', {})).body.filled).toBe(4);
    const line = await bench.line('Vào cửa tự do.');
    expect([line.state, line.target.content]).toEqual(['translated', [{ text: 'Entrée gratuite.' }]]);
  });
});
