import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../support/lexical.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import type { Answer } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';
import { stateOf, withRefusals } from '../support/studio-state.ts';
import { type Language, languages, readWords } from '../support/words.ts';
import type { Asker, Case } from './cases/case.ts';
import { fields } from './cases/fields.ts';
import { images } from './cases/images.ts';
import { markings } from './cases/markings.ts';
import { parameters } from './cases/parameters.ts';
import { people } from './cases/people.ts';
import { publications } from './cases/publications.ts';

const cases = [...publications, ...fields, ...parameters, ...markings, ...images, ...people];

const bodies: [what: string, body: BodyInit, status: number, code: string][] = [
  ['wrong JSON', '{"title": "A",}', 400, 'body-malformed'],
  ['half a JSON', '{"title": "A', 400, 'body-malformed'],
  ['a list', '[{"title":"A"}]', 400, 'body-malformed'],
  ['broken UTF-8', new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xc3, 0x28, 0x22, 0x7d]), 400, 'text-malformed'],
  ['UTF-16', new Uint8Array(Buffer.from('\ufeff{"title":"A"}', 'utf16le')), 400, 'text-malformed'],
  ['three megabytes', JSON.stringify({ title: 'x'.repeat(3 * 1024 * 1024) }), 413, 'request-too-large'],
];

const addresses: [who: Asker, ask: string][] = [
  ['editor', 'POST /api/articles?locale=vi'],
  ['editor', 'PATCH /api/articles/{article}?locale=vi'],
  ['publisher', 'POST /api/articles/{article}/publish'],
  ['publisher', 'POST /api/articles/{article}/unpublish'],
  ['editor', 'POST /api/articles/{article}/review'],
  ['officer', 'POST /api/markings/{marking}/raise'],
  ['curator', 'POST /api/images/release'],
  ['editor', 'POST /api/users/login'],
];

describe.each(exhaustiveDatabases)('bad input at the door of the studio, on %s', (database) => {
  let studio: Studio;
  let askers: Record<Asker, Person>;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    studio = await startStudio({ database });
    askers = {
      editor: await studio.person('editor'),
      publisher: await studio.person('publisher'),
      curator: await studio.person('curator'),
      administrator: await studio.person('administrator'),
      officer: await studio.person('security-officer', { clearance: 'restricted' }),
    };
    const { editor, curator, publisher } = askers;
    const made = async (answer: Promise<Answer>) => {
      const { status, body } = await answer;
      expect(status, JSON.stringify(body)).toBe(201);
      return body.doc as { id: string; marking: string };
    };
    const text = { title: 'Chợ đêm', summary: 'Chợ.', body: bodyOf(['Chợ']) };
    const article = await made(editor.post('/api/articles?locale=vi&depth=0', text));
    Object.assign(ids, { article: article.id, marking: article.marking });
    const times = { startsAt: '2026-11-30T10:00:00Z', endsAt: '2026-11-30T12:00:00Z' };
    ids.event = (await made(editor.post('/api/events?locale=vi&depth=0', { ...text, ...times }))).id;
    ids.topic = (await made(editor.post('/api/topics?locale=vi', { name: 'Chợ' }))).id;
    const form = pictureForm(await pictureBytes(), { title: 'Ảnh' });
    ids.image = (await made(curator.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body: form }))).id;
    expect((await publisher.post(`/api/articles/${ids.article}/publish`, { locale: 'vi' })).status).toBe(200);
  });
  afterAll(() => studio?.close());

  const filled = (text: string) => text.replaceAll(/\{(\w+)\}/g, (whole, name) => ids[name] ?? whole);

  const send = (who: Asker, ask: string, language: Language, body?: BodyInit): Promise<Answer> => {
    const [method = '', path = ''] = filled(ask).split(' ');
    const headers = { 'accept-language': language, ...(body && { 'content-type': 'application/json' }) };
    return askers[who].send(path, { method, headers, ...(body && { body }) });
  };

  /** Every refusal has one form, in the person's language. */
  const expectProblem = ({ status, headers, body }: Answer, language: Language, gives: string) => {
    expect(`${status} ${body.code}`, JSON.stringify(body)).toBe(gives);
    expect(body.status).toBe(status);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(body.title).toBe(readWords(language, 'problems')[body.code]);
    expect(body.detail.length).toBeGreaterThan(5);
    expect(JSON.stringify(body)).not.toMatch(/\{\{|node_modules|SQLITE|Mongo|select |undefined/);
  };

  it.each(cases)('R39: refuses $what, in every language, and leaves nothing but its audit line', async (one: Case) => {
    const before = await stateOf(studio);
    const details = new Set<string>();
    for (const language of languages) {
      const body = one.body === undefined ? undefined : filled(JSON.stringify(one.body));
      const answer = await send(one.who, one.ask, language, body);
      expectProblem(answer, language, one.gives);
      details.add(answer.body.detail);
    }
    expect(details.size).toBe(languages.length);
    const [, code] = one.gives.split(' ');
    const line = one.leaves && `${askers[one.who].id} ${filled(one.leaves)} refused ${code}`;
    expect(await stateOf(studio)).toEqual(line ? withRefusals(before, line, languages.length) : before);
  });

  it.each(bodies)('refuses a body that is %s at every address that takes one', async (_what, body, status, code) => {
    const before = await stateOf(studio);
    for (const [who, ask] of addresses) expectProblem(await send(who, ask, 'fr', body), 'fr', `${status} ${code}`);
    expect(await stateOf(studio)).toEqual(before);
  });

  it.each([
    ['a parameter that nobody knows', 'application/x-www-form-urlencoded', 'colour=red', '400 parameter-unknown'],
    ['an unknown language', 'application/x-www-form-urlencoded', 'locale=de', '400 parameter-invalid'],
    ['JSON', 'application/json', '{"locale":"vi&where[body][like]=x"}', '400 body-malformed'],
    ['JSON that is not there', 'application/json', '', '400 body-malformed'],
  ])('refuses a question that comes as a body with %s', async (_what, type, body, gives) => {
    const headers = { 'content-type': type, 'x-payload-http-method-override': 'GET', 'accept-language': 'zh' };
    const answer = await askers.editor.send('/api/articles', { method: 'POST', headers, body });
    expectProblem(answer, 'zh', gives);
  });

  it('leaves no trace of all that in what the public gets', async () => {
    const read = await askers.publisher.get(`/api/articles/${ids.article}?locale=all&depth=0`);
    expect(read.body.title).toEqual({ vi: 'Chợ đêm' });
    expect(read.body._status).toMatchObject({ vi: 'published' });
  });
});
