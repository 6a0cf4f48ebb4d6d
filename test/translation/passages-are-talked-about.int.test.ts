import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../support/lexical.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Answer } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';
import { give, inboxOf, raise } from './support/given.ts';
import { auditOf, begin, rewrite, source, type Told, wordsIn, workbenchOf } from './support/workbench.ts';

const nobody = '3f0e0000-0000-4000-8000-000000000000';
const price = 'Có 50 gian hàng.';

describe.each(databasesInTurn)('what people say about passages, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let lan: Person;
  let mai: Person;
  let publisher: Person;
  let officer: Person;
  let id: string;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor', { name: 'Thư' });
    lan = await studio.person('translator', { name: 'Lan', translates: ['fr'] });
    mai = await studio.person('translator', { name: 'Mai', translates: [], reviews: ['fr'] });
    publisher = await studio.person('publisher', { name: 'Việt', clearance: 'restricted' });
    officer = await studio.person('security-officer', { clearance: 'restricted' });
    id = await begin(editor);
  }, 120_000);
  afterAll(() => studio?.close());

  const pathOf = (document: string) => `/api/translation/articles/${document}/fr/comments`;
  const told = async (who: Person, document = id): Promise<Told> => (await who.get(pathOf(document))).body;
  const threadOf = async (who: Person, thread: string, document = id): Promise<Told> =>
    (await told(who, document)).threads.find((one: Told) => one.id === thread);
  const say = (who: Person, to: string, json: object, document = id): Promise<Answer> =>
    who.post(`${pathOf(document)}${to}`, json);
  /** Begins a conversation about the line with these words, and returns its name. */
  const about = async (who: Person, words: string, text: string, mentions: string[] = [], document = id) => {
    const { segment } = await workbenchOf(who, 'articles', document, 'fr').line(words);
    const answer = await say(who, '', { segment, text, mentions }, document);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body.threads.at(-1).id as string;
  };
  const unread = async (who: Person) => (await inboxOf(who)).talk.map(({ thread }: Told) => thread);

  it('reaches those it names and those who have the work, until they have read it', async () => {
    await give(editor, id, { translator: lan.id, reviewer: mai.id });
    const thread = await about(editor, price, 'Năm mươi hay năm mươi lăm?\n@Việt biết không?', [publisher.id]);
    expect([await unread(lan), await unread(mai), await unread(publisher), await unread(editor)]).toEqual([
      [thread],
      [thread],
      [thread],
      [],
    ]);
    expect((await inboxOf(publisher)).talk[0]).toMatchObject({ by: 'Thư', isMentioned: true, title: 'Chợ đêm' });
    expect((await inboxOf(lan)).talk[0]).toMatchObject({ isMentioned: false });
    const { comments, unread: isNew, segment } = await threadOf(lan, thread);
    expect([isNew, comments.map(({ text }: Told) => text)]).toEqual([
      true,
      ['Năm mươi hay năm mươi lăm?\n@Việt biết không?'],
    ]);
    expect(segment).toBe((await workbenchOf(lan, 'articles', id, 'fr').line(price)).segment);
    expect((await say(lan, `/${thread}/read`, { seen: comments[0].at })).status).toBe(200);
    expect([await unread(lan), (await threadOf(lan, thread)).unread]).toEqual([[], false]);
    expect((await say(publisher, `/${thread}`, { text: 'Năm mươi.' })).status).toBe(200);
    expect([await unread(lan), await unread(editor)]).toEqual([[thread], [thread]]);
    await say(lan, `/${thread}/read`, { seen: comments[0].at });
    expect(await unread(lan)).toEqual([thread]);
  });

  it('stays with its passage through work on both sides, and is kept when the passage is gone', async () => {
    const document = await begin(editor, { ...source, title: 'Theo đoạn' });
    const bench = workbenchOf(lan, 'articles', document, 'fr');
    const thread = await about(editor, price, 'Xem lại con số.', [], document);
    const standsOn = async () => {
      const { segment } = await threadOf(lan, thread, document);
      const line = (await bench.open()).segments.find((one: Told) => one.segment === segment);
      return line ? wordsIn(line.source?.content) : null;
    };
    expect(await standsOn()).toBe(price);
    expect((await bench.confirm(await bench.line(price), 'Il compte 50 stands.')).status).toBe(200);
    expect(await standsOn()).toBe(price);
    const rest = ['Chợ mở lúc 18 giờ.', 'Vào cửa tự do.'];
    await rewrite(editor, document, { body: bodyOf([...rest, 'Có 55 gian hàng.']) });
    expect(await standsOn()).toBe('Có 55 gian hàng.');
    await rewrite(editor, document, { body: bodyOf([...rest, 'Có 55 quầy, đủ thứ trên đời.']) });
    expect(await standsOn()).toBe('Có 55 quầy, đủ thứ trên đời.');
    await rewrite(editor, document, { body: bodyOf(rest) });
    await rewrite(editor, document, { body: null }, 'fr');
    expect(await threadOf(lan, thread, document)).toMatchObject({ segment: null, quote: price });
    expect((await say(lan, `/${thread}/settle`, { settled: true }, document)).status).toBe(200);
  });

  it('is settled, opened again, and open again when somebody answers', async () => {
    const thread = await about(lan, 'Chợ đêm', 'Tên riêng?');
    const resolved = async () => (await threadOf(lan, thread)).resolved?.by.name ?? null;
    await say(mai, `/${thread}/settle`, { settled: true });
    expect(await resolved()).toBe('Mai');
    await say(mai, `/${thread}/settle`, { settled: false });
    expect(await resolved()).toBeNull();
    await say(mai, `/${thread}/settle`, { settled: true });
    await say(lan, `/${thread}`, { text: 'Vẫn chưa rõ.' });
    expect(await resolved()).toBeNull();
  });

  it('is plain text of a certain length, said to a few, about a line and in a conversation that are there', async () => {
    const { segment } = await workbenchOf(lan, 'articles', id, 'fr').line(price);
    const refused = async (json: object, to = '') => (await say(lan, to, json)).body.code;
    expect(await refused({ segment, text: ' \n ' })).toBe('field-invalid');
    expect(await refused({ segment, text: 'x'.repeat(2001) })).toBe('field-invalid');
    expect(await refused({ segment, text: 'x', mentions: Array(11).fill(mai.id) })).toBe('field-invalid');
    expect(await refused({ segment, text: 'x', html: '<b>' })).toBe('field-unknown');
    expect(await refused({ segment: 'nowhere', text: 'x' })).toBe('segment-gone');
    expect(await refused({ text: 'x' }, `/${nobody}`)).toBe('not-found');
    const other = await begin(editor, { ...source, title: 'Bài khác' });
    const thread = await about(lan, price, '<script>alert(1)</script> =1+1');
    expect((await threadOf(lan, thread)).comments[0].text).toBe('<script>alert(1)</script> =1+1');
    expect((await say(lan, `/${thread}`, { text: 'x' }, other)).body.code).toBe('not-found');
  });

  it('turns to nobody who may not open the document, and does not say why', async () => {
    const document = await begin(editor, { ...source, title: 'MẬT-CANARY-4410' });
    const before = await about(publisher, price, 'CANARY-4410 @Lan', [lan.id], document);
    expect(await unread(lan)).toContain(before);
    await raise(officer, editor, document);
    expect(JSON.stringify(await inboxOf(lan))).not.toMatch(/CANARY/);
    const { segment } = await workbenchOf(publisher, 'articles', document, 'fr').line(price);
    const to = (person: string) => say(publisher, '', { segment, text: 'x', mentions: [person] }, document);
    const [uncleared, unknown] = [await to(lan.id), await to(nobody)];
    expect([uncleared.status, uncleared.body.code, uncleared.body]).toEqual([422, 'comment-mention', unknown.body]);
    expect((await told(publisher, document)).listeners.map(({ name }: Told) => name)).toEqual(['security-officer']);
    expect((await say(publisher, `/${before}`, { text: 'Ai còn đọc được?' }, document)).status).toBe(200);
    const hidden = await lan.get(pathOf(document));
    expect([hidden.status, hidden.body]).toEqual([404, (await lan.get(pathOf(nobody))).body]);
    const refused = await say(lan, `/${before}`, { text: 'x' }, document);
    expect([refused.status, refused.body.code]).toEqual([404, 'not-found']);
    expect((await auditOf(studio, document)).filter(({ action }) => action === 'comment')).toEqual([
      { action: 'comment', outcome: 'refused', code: 'not-found' },
    ]);
  });
});
