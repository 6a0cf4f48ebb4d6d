import type { FlattenedField } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../support/lexical.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { stateOf } from '../support/studio-state.ts';

const operators = [
  ...['equals', 'not_equals', 'in', 'not_in', 'exists', 'greater_than', 'greater_than_equal', 'less_than'],
  ...['less_than_equal', 'like', 'not_like', 'contains', 'all'],
];
/** Kinds of fields whose whole content names documents, or is the machinery’s own. */
const whole = new Set(['json', 'richText', 'code', 'blocks', 'join']);
const asked = [
  'articles',
  'events',
  'images',
  'albums',
  'topics',
  'places',
  'agencies',
  'markings',
  'reviews',
  'users',
];

describe.each(databasesInTurn)('questions tell nothing, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let officer: Person;
  let own: string;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person(['editor', 'publisher', 'curator', 'translator']);
    officer = await studio.person(['security-officer', 'editor'], { clearance: 'restricted' });
    const text = { title: 'Chợ', summary: 'C.', body: bodyOf(['C']) };
    own = (await editor.post('/api/articles?locale=vi&depth=0', text)).body.doc.id;
  });
  afterAll(() => studio?.close());

  /** Fields of which nobody, or not this person, may ask. */
  const closedFields = (slug: string): string[] => {
    const fields: readonly FlattenedField[] = studio.payload.config.collections.find((one) => one.slug === slug)
      ?.flattenedFields as never;
    const isClosed = (field: FlattenedField) =>
      whole.has(field.type) || field.custom?.untold === true || ('hidden' in field && field.hidden === true);
    const names = fields.filter(isClosed).map(({ name }) => name);
    const ofPeople = ['email', 'clearance', 'compartments', 'roles', 'disabled', 'agencies', 'mustChangePassword'];
    return [...names, 'hash', 'salt', 'nothing-of-the-kind', ...(slug === 'users' ? ofPeople : [])];
  };
  const refused = async (answer: Promise<{ status: number; body: unknown }>, what: string) => {
    const { status, body } = await answer;
    expect(status, `${what} ${JSON.stringify(body).slice(0, 300)}`).toBeGreaterThanOrEqual(400);
    expect(status, `${what} ${JSON.stringify(body).slice(0, 300)}`).toBeLessThan(500);
  };

  it.each(asked)(
    'R1 R2 R11 R39: no condition and no order of %s goes by a field that is not to be asked of',
    async (slug) => {
      const closed = closedFields(slug);
      expect(closed.length).toBeGreaterThan(2);
      for (const [index, field] of closed.entries()) {
        const operator = operators[index % operators.length];
        const where = (path: string, by = operator) => `where[${path}][${by}]=${by === 'exists' ? 'true' : 'a'}`;
        const ways = [
          `/api/${slug}?${where(field)}`,
          `/api/${slug}?where[or][0][and][0][${field}][${operator}]=a`,
          `/api/${slug}/count?${where(field)}`,
          `/api/${slug}/versions?${where(`version.${field}`)}`,
          `/api/${slug}/versions?where[version__${field}][${operator}]=a`,
          `/api/${slug}?sort=${field}`,
          `/api/${slug}?sort=-${field}`,
          `/api/${slug}?sort=id,-${field}`,
        ];
        for (const path of ways) await refused(editor.get(path), path);
      }
      for (const operator of operators)
        await refused(editor.get(`/api/${slug}?where[hash][${operator}]=a`), `${slug} ${operator}`);
    },
  );

  it('R1 R43: no question decides what is changed or deleted', async () => {
    const before = await stateOf(studio);
    for (const slug of ['articles', 'images', 'users', 'markings']) {
      for (const field of closedFields(slug)) {
        await refused(editor.patch(`/api/${slug}?locale=vi&where[${field}][exists]=true`, { title: 'X' }), field);
        await refused(editor.delete(`/api/${slug}?where[${field}][exists]=true`), field);
      }
    }
    expect({ ...(await stateOf(studio)), audit: '' }).toEqual({ ...before, audit: '' });
  });

  it('R4: no join is asked, counted or put in order, for there is none', async () => {
    const fields = studio.payload.config.collections.flatMap(({ slug, joins, polymorphicJoins }) => [
      ...Object.keys(joins).map((name) => `${slug}.${name}`),
      ...polymorphicJoins.map(({ joinPath }) => `${slug}.${joinPath}`),
    ]);
    expect(fields).toEqual([]);
    const plain = (await editor.get(`/api/articles/${own}?depth=1`)).body;
    for (const joins of [
      '[createdBy][where][hash][like]=a',
      '[createdBy][sort]=hash',
      '[createdBy][count]=true',
      '=x',
    ]) {
      const answer = await editor.get(`/api/articles/${own}?depth=1&joins${joins}`);
      if (answer.status === 200) expect(answer.body, joins).toEqual(plain);
      else expect(answer.status, joins).toBe(400);
    }
  });

  it('R65: an operator within a value never changes what is found', async () => {
    const found = async (query: string, who = editor) => {
      const { status, body } = await who.get(`/api/articles?draft=true&depth=0&${query}`);
      return status === 200 ? body.totalDocs : `${status} ${body.code}`;
    };
    expect(await found('where[title][equals]=Chợ')).toBe(1);
    const values = ['[$ne]=x', '[$gt]=', '[$regex]=.*', '[$where]=1', '[$in][0]=Chợ', '[equals]=Chợ', '[$exists]=true'];
    for (const operator of ['equals', 'not_equals', 'like', 'contains', 'exists', 'greater_than', 'in'])
      for (const value of values)
        expect(await found(`where[title][${operator}]${value}`), operator + value).toBe('400 parameter-invalid');
    for (const text of ['.*', '^C', 'Ch.', "' or 1=1 --", '$ne', '{"$ne":1}', "\\'; drop table articles; --"])
      for (const operator of ['equals', 'like', 'contains', 'in'])
        expect(await found(`where[title][${operator}]=${encodeURIComponent(text)}`), operator + text).toBe(0);
    // Where texts are compared by likeness such signs stand for any letter; what is found may be read all the same
    for (const text of ['%', '_h_']) expect(await found(`where[title][equals]=${encodeURIComponent(text)}`)).toBe(0);
    for (const where of ['{"title":{"equals":{"$ne":1}}}', '{"$where":"1"}', '{"title":{"$regex":".*"}}', '{"$or":[]}'])
      expect(await found(`where=${encodeURIComponent(where)}`), where).toBe('400 parameter-invalid');
  });

  it('R10: a marking is changed by no way of writing it', async () => {
    const read = async () => {
      const article = await studio.payload.db.findOne({ collection: 'articles', where: { id: { equals: own } } });
      const { docs } = await studio.payload.db.find({ collection: 'markings', pagination: false });
      return JSON.stringify([(article as { marking?: unknown } | null)?.marking, docs]);
    };
    const before = await read();
    const { body: mine } = await editor.get(`/api/articles/${own}?depth=0&draft=true`);
    const ways: object[] = [
      { 'marking.level': 'public' },
      { marking: { level: 'public' } },
      { marking: { id: mine.marking, level: 'public' } },
      { marking: { $set: { level: 'public' } } },
      { marking: [{ level: 'public' }] },
      { $set: { 'marking.level': 'public' } },
      { 'marking.seal': 'public|' },
      { title: 'Chợ', 'marking.level.vi': 'public' },
      { level: 'public', seal: 'public|' },
    ];
    for (const who of [editor, officer])
      for (const locale of ['vi', 'en', 'fr', 'zh'])
        for (const way of ways) {
          const { revision } = (await editor.get(`/api/articles/${own}?depth=0&draft=true`)).body;
          await who.patch(`/api/articles/${own}?locale=${locale}&draft=true`, { ...way, revision });
          await who.patch(`/api/markings/${mine.marking}?locale=${locale}`, {
            level: 'public',
            seal: 'public|',
            ...way,
          });
          expect(await read(), JSON.stringify(way)).toBe(before);
        }
  });
});
