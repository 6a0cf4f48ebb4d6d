import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../support/lexical.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Answer } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';
import { stateOf } from '../support/studio-state.ts';
import { type Language, languages, readWords } from '../support/words.ts';

type Role = 'editor' | 'publisher' | 'curator' | 'officer' | 'administrator';
/** `{article}`, `{event}`, `{image}`, `{marking}` and `{topic}` stand for ids of documents that are there. */
type Case = readonly [
  what: string,
  who: Role,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body: unknown,
  status: number,
  code: string,
];

const nowhere = '3f0e0000-0000-4000-8000-000000000000';
const title = 'x'.repeat(10_000);

const publications: Case[] = [
  [
    'a publication on 30 February',
    'publisher',
    'POST',
    '/api/articles/{article}/publish',
    { locale: 'vi', appearsAt: '2026-02-30T00:00:00Z' },
    400,
    'field-invalid',
  ],
  [
    'a publication in words',
    'publisher',
    'POST',
    '/api/articles/{article}/publish',
    { locale: 'vi', appearsAt: 'tomorrow' },
    400,
    'field-invalid',
  ],
  [
    'a publication at an operator',
    'publisher',
    'POST',
    '/api/articles/{article}/publish',
    { locale: 'vi', appearsAt: { $gt: '' } },
    400,
    'field-unknown',
  ],
  [
    'a publication in the year 99999',
    'publisher',
    'POST',
    '/api/articles/{article}/publish',
    { locale: 'vi', appearsAt: '99999-01-01T00:00:00Z' },
    400,
    'field-invalid',
  ],
  [
    'an end before the beginning',
    'publisher',
    'POST',
    '/api/articles/{article}/publish',
    { locale: 'vi', appearsAt: '2031-01-02T00:00:00Z', vanishesAt: '2031-01-01T00:00:00Z' },
    422,
    'time-invalid',
  ],
  [
    'an end that is past',
    'publisher',
    'POST',
    '/api/articles/{article}/publish',
    { locale: 'vi', vanishesAt: '2020-01-01T00:00:00Z' },
    422,
    'time-invalid',
  ],
  [
    'an unknown language',
    'publisher',
    'POST',
    '/api/articles/{article}/publish',
    { locale: 'de' },
    400,
    'field-invalid',
  ],
  ['all languages', 'publisher', 'POST', '/api/articles/{article}/publish', { locale: 'all' }, 400, 'field-invalid'],
  ['no language', 'publisher', 'POST', '/api/articles/{article}/publish', {}, 400, 'field-invalid'],
  [
    'an unknown field beside',
    'publisher',
    'POST',
    '/api/articles/{article}/publish',
    { locale: 'vi', level: 'public' },
    400,
    'field-unknown',
  ],
  [
    'a revision that is none',
    'publisher',
    'POST',
    '/api/articles/{article}/publish',
    { locale: 'vi', revision: -1 },
    400,
    'field-invalid',
  ],
  [
    'a revision of long ago',
    'publisher',
    'POST',
    '/api/articles/{article}/publish',
    { locale: 'vi', revision: 0 },
    409,
    'revision-conflict',
  ],
  [
    'a document that is not there',
    'publisher',
    'POST',
    `/api/articles/${nowhere}/publish`,
    { locale: 'vi' },
    404,
    'not-found',
  ],
  ['an event as an article', 'publisher', 'POST', '/api/articles/{event}/publish', { locale: 'vi' }, 404, 'not-found'],
  [
    'an id that is an operator',
    'publisher',
    'POST',
    '/api/articles/%7B%22$ne%22:null%7D/publish',
    { locale: 'vi' },
    404,
    'not-found',
  ],
  [
    'a language without a text',
    'publisher',
    'POST',
    '/api/articles/{article}/publish',
    { locale: 'fr' },
    422,
    'publish-incomplete',
  ],
  ['somebody who may not', 'editor', 'POST', '/api/articles/{article}/publish', { locale: 'vi' }, 403, 'forbidden'],
  [
    'a withdrawal in an unknown language',
    'publisher',
    'POST',
    '/api/articles/{article}/unpublish',
    { locale: 'de' },
    400,
    'field-invalid',
  ],
  [
    'a withdrawal with a path for a name',
    'publisher',
    'POST',
    '/api/articles/{article}/unpublish',
    { 'locale.vi': 1 },
    400,
    'field-unknown',
  ],
  [
    'a withdrawal of what is not there',
    'publisher',
    'POST',
    `/api/articles/${nowhere}/unpublish`,
    { locale: 'vi' },
    404,
    'not-found',
  ],
  [
    'an unknown step of a review',
    'editor',
    'POST',
    '/api/articles/{article}/review',
    { locale: 'vi', action: 'burn' },
    400,
    'field-invalid',
  ],
  [
    'a note without an end',
    'editor',
    'POST',
    '/api/articles/{article}/review',
    { locale: 'vi', action: 'request', note: title },
    400,
    'field-invalid',
  ],
  [
    'a note with half a character',
    'editor',
    'POST',
    '/api/articles/{article}/review',
    { locale: 'vi', action: 'request', note: '\ud83c' },
    400,
    'text-malformed',
  ],
];

const others: Case[] = [
  ['a language twice', 'editor', 'GET', '/api/articles?locale=vi&locale=en', undefined, 400, 'parameter-repeated'],
  [
    'a choice that does not exist',
    'editor',
    'PATCH',
    '/api/events/{event}?locale=vi',
    { kind: 'war' },
    400,
    'field-invalid',
  ],
  [
    'a source language that is not ours',
    'editor',
    'PATCH',
    '/api/articles/{article}?locale=vi',
    { source: 'de' },
    400,
    'field-invalid',
  ],
  [
    'rights of somebody\u2019s own invention',
    'curator',
    'PATCH',
    '/api/images/{image}?locale=vi',
    { rights: 'mine' },
    400,
    'field-invalid',
  ],
  [
    'a title of 10,000 characters',
    'editor',
    'PATCH',
    '/api/articles/{article}?locale=vi',
    { title },
    400,
    'text-too-long',
  ],
  [
    'a language that is not ours',
    'editor',
    'PATCH',
    '/api/articles/{article}?locale=de',
    { title: 'A' },
    400,
    'parameter-invalid',
  ],
  [
    'all languages in one save',
    'editor',
    'PATCH',
    '/api/articles/{article}?locale=all',
    { title: 'A' },
    400,
    'parameter-invalid',
  ],
  [
    'many documents in one save, found by an operator',
    'editor',
    'PATCH',
    '/api/articles?locale=vi&where[title][$ne]=x',
    { title: 'A' },
    403,
    'forbidden',
  ],
  [
    'many documents found by a condition of code',
    'editor',
    'DELETE',
    '/api/articles?where[$where]=1',
    undefined,
    400,
    'parameter-invalid',
  ],
  ['a parameter that nobody knows', 'editor', 'GET', '/api/articles?colour=red', undefined, 400, 'parameter-unknown'],
  [
    'a parameter that nobody knows, at an address of ours',
    'editor',
    'GET',
    '/api/desk?colour=red',
    undefined,
    400,
    'parameter-unknown',
  ],
  [
    'a parameter with an operator for a name',
    'editor',
    'GET',
    '/api/articles?$where=1',
    undefined,
    400,
    'parameter-unknown',
  ],
  [
    'an end of an event on 31 November',
    'editor',
    'PATCH',
    '/api/events/{event}?locale=vi',
    { endsAt: '2026-11-31T10:00:00Z' },
    400,
    'field-invalid',
  ],
  [
    'a topic under itself',
    'editor',
    'PATCH',
    '/api/topics/{topic}?locale=vi',
    { parent: '{topic}' },
    400,
    'field-invalid',
  ],
  [
    'a place off the globe',
    'editor',
    'POST',
    '/api/places?locale=vi',
    { name: 'Xa', latitude: 91, longitude: 0 },
    400,
    'field-invalid',
  ],
  [
    'a position that is no number',
    'editor',
    'POST',
    '/api/places?locale=vi',
    { name: 'Xa', latitude: 'NaN', longitude: 0 },
    400,
    'field-invalid',
  ],
  [
    'a focus outside the picture',
    'curator',
    'PATCH',
    '/api/images/{image}?locale=vi',
    { focusX: 1.5 },
    400,
    'field-invalid',
  ],
  [
    'another master for a picture',
    'curator',
    'PATCH',
    '/api/images/{image}?locale=vi',
    { master: { sha256: { $ne: '' } } },
    400,
    'field-unknown',
  ],
  [
    'an unknown level',
    'officer',
    'POST',
    '/api/markings/{marking}/raise',
    { level: 'cosmic', basis: 'x' },
    400,
    'field-invalid',
  ],
  [
    'a level without a basis',
    'officer',
    'POST',
    '/api/markings/{marking}/raise',
    { level: 'restricted', basis: ' ' },
    400,
    'field-invalid',
  ],
  [
    'a compartment that does not exist',
    'officer',
    'POST',
    '/api/markings/{marking}/raise',
    { level: 'restricted', basis: 'x', compartments: ['mars'] },
    400,
    'field-invalid',
  ],
  [
    'a state secret on a connected machine',
    'officer',
    'POST',
    '/api/markings/{marking}/raise',
    { level: 'toi_mat', basis: 'x' },
    422,
    'level-not-allowed',
  ],
  [
    'a marking that is not there',
    'officer',
    'POST',
    `/api/markings/${nowhere}/raise`,
    { level: 'restricted', basis: 'x' },
    404,
    'not-found',
  ],
  ['a release of nothing', 'curator', 'POST', '/api/images/release', { ids: [] }, 400, 'field-invalid'],
  ['a release by operator', 'curator', 'POST', '/api/images/release', { ids: [{ $ne: null }] }, 400, 'field-unknown'],
  ['a release of what is not there', 'curator', 'POST', '/api/images/release', { ids: [nowhere] }, 404, 'not-found'],
  ['a width in words', 'curator', 'GET', '/api/images/{image}/file?width=large', undefined, 400, 'parameter-invalid'],
  ['a width below nothing', 'curator', 'GET', '/api/images/{image}/file?width=-1', undefined, 400, 'parameter-invalid'],
  [
    'a width beyond all',
    'curator',
    'GET',
    '/api/images/{image}/file?width=99999999',
    undefined,
    400,
    'parameter-invalid',
  ],
  [
    'a preview in an unknown language',
    'editor',
    'GET',
    '/api/preview/articles/{article}?locale=de',
    undefined,
    400,
    'parameter-invalid',
  ],
  ['a preview of people', 'administrator', 'GET', '/api/preview/users/x?locale=vi', undefined, 404, 'not-found'],
  [
    'a version that is not there',
    'editor',
    'POST',
    `/api/articles/versions/${nowhere}?locale=vi`,
    {},
    404,
    'not-found',
  ],
  [
    'a copy of what is not there',
    'editor',
    'POST',
    `/api/articles/${nowhere}/duplicate?locale=vi`,
    {},
    403,
    'forbidden',
  ],
  [
    'a person with an address that is none',
    'administrator',
    'POST',
    '/api/users',
    { email: 'x', name: 'X', password: 'long-enough-word' },
    400,
    'field-invalid',
  ],
  [
    'a person with an unknown role',
    'administrator',
    'POST',
    '/api/users',
    { email: 'r@studio.test', name: 'X', password: 'long-enough-word', roles: ['king'] },
    400,
    'field-invalid',
  ],
  [
    'a password that is an operator',
    'administrator',
    'POST',
    '/api/users',
    { email: 'r@studio.test', name: 'X', password: { $gt: '' } },
    400,
    'field-unknown',
  ],
];

describe.each(databases)('bad input at the door of the studio, on %s', (database) => {
  let studio: Studio;
  let people: Record<Role, Person>;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    studio = await startStudio({ database });
    const [editor, publisher, curator, administrator] = [
      await studio.person('editor'),
      await studio.person('publisher'),
      await studio.person('curator'),
      await studio.person('administrator'),
    ];
    people = {
      editor,
      publisher,
      curator,
      administrator,
      officer: await studio.person('security-officer', { clearance: 'restricted' }),
    };
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

  const ask = ([, who, method, path, body]: Case, language: Language): Promise<Answer> =>
    people[who].send(filled(path), {
      method,
      headers: { 'accept-language': language, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: filled(JSON.stringify(body)) }),
    });

  /** Every refusal has one form, in the person's language. */
  const expectProblem = ({ status, headers, body }: Answer, language: Language, code: string) => {
    expect([status, body.code], JSON.stringify(body)).toEqual([body.status, code]);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(body.title).toBe(readWords(language, 'problems')[code]);
    expect(body.detail.length).toBeGreaterThan(5);
    expect(JSON.stringify(body)).not.toMatch(/\{\{|node_modules|SQLITE|Mongo|select |undefined/);
  };

  it.each([...publications, ...others])('refuses %s, in every language, and leaves nothing behind', async (...one) => {
    const before = await stateOf(studio);
    const details = new Set<string>();
    for (const language of languages) {
      const answer = await ask(one, language);
      expect(answer.status, JSON.stringify(answer.body)).toBe(one[5]);
      expectProblem(answer, language, one[6]);
      details.add(answer.body.detail);
    }
    expect(details.size).toBe(languages.length);
    expect(await stateOf(studio)).toEqual(before);
  });

  it.each([
    ['wrong JSON', '{"title": "A",}', 400, 'body-malformed'],
    ['half a JSON', '{"title": "A', 400, 'body-malformed'],
    ['a list', '[{"title":"A"}]', 400, 'body-malformed'],
    [
      'UTF-8 that is broken',
      new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xc3, 0x28, 0x22, 0x7d]),
      400,
      'text-malformed',
    ],
    ['UTF-16', new Uint8Array(Buffer.from('\ufeff{"title":"A"}', 'utf16le')), 400, 'text-malformed'],
    ['three megabytes', JSON.stringify({ title: 'x'.repeat(3 * 1024 * 1024) }), 413, 'request-too-large'],
  ] as const)('refuses a body that is %s at every address that takes one', async (_what, body, status, code) => {
    const before = await stateOf(studio);
    const headers = { 'content-type': 'application/json', 'accept-language': 'fr' };
    const addresses: [Role, 'POST' | 'PATCH', string][] = [
      ['editor', 'POST', '/api/articles?locale=vi'],
      ['editor', 'PATCH', '/api/articles/{article}?locale=vi'],
      ['publisher', 'POST', '/api/articles/{article}/publish'],
      ['publisher', 'POST', '/api/articles/{article}/unpublish'],
      ['editor', 'POST', '/api/articles/{article}/review'],
      ['officer', 'POST', '/api/markings/{marking}/raise'],
      ['curator', 'POST', '/api/images/release'],
      ['editor', 'POST', '/api/users/login'],
    ];
    for (const [who, method, path] of addresses) {
      const answer = await people[who].send(filled(path), { method, headers, body: body as BodyInit });
      expect([path, answer.status], JSON.stringify(answer.body)).toEqual([path, status]);
      expectProblem(answer, 'fr', code);
    }
    expect(await stateOf(studio)).toEqual(before);
  });

  it('leaves no trace of all that in what the public gets', async () => {
    const read = await people.publisher.get(`/api/articles/${ids.article}?locale=all&depth=0`);
    expect(read.body.title).toEqual({ vi: 'Chợ đêm' });
    expect(read.body._status).toMatchObject({ vi: 'published' });
  });
});
