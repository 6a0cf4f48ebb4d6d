import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../support/lexical.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';

describe.each(databases)('a text with links, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let publisher: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor');
    publisher = await studio.person('publisher');
  });
  afterAll(() => studio?.close());

  const linkTo = (relationTo: string, value: string) => {
    const body = bodyOf(['Xem']);
    const paragraph = body.root.children[0] as { children: object[] };
    const fields = { linkType: 'internal', newTab: false, url: '', doc: { relationTo, value } };
    const link = { type: 'link', version: 3, direction: 'ltr', format: '', indent: 0, id: '65f0000000000000000000aa' };
    paragraph.children = [{ ...link, fields, children: paragraph.children }];
    return body;
  };

  const write = async (title: string, body: object = bodyOf([title])) => {
    const made = await editor.post('/api/articles?locale=vi&depth=0', { title, summary: `${title}.`, body });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.doc as { id: string; marking: string };
  };
  const publish = (id: string) => publisher.post(`/api/articles/${id}/publish`, { locale: 'vi' });

  it('goes out when they lead to documents of ours, whatever those are', async () => {
    const article = await write('Đích');
    const topic = await studio.payload.create({ collection: 'topics', data: { name: 'Chợ' }, locale: 'vi' });
    for (const [kind, id] of [
      ['articles', article.id],
      ['topics', String(topic.id)],
    ] as const) {
      const out = await publish((await write(`Đến ${kind}`, linkTo(kind, id))).id);
      expect(out.status, JSON.stringify(out.body)).toBe(200);
    }
  });

  it('stays in when what one leads to is gone, or has been hidden from who publishes', async () => {
    const [gone, hidden] = [await write('Đi'), await write('Giấu')];
    const [toGone, toHidden] = [
      await write('Đến đi', linkTo('articles', gone.id)),
      await write('Đến giấu', linkTo('articles', hidden.id)),
    ];
    await studio.payload.delete({ collection: 'articles', id: gone.id, overrideAccess: true });
    const officer = await studio.person('security-officer', { clearance: 'restricted' });
    const raised = await officer.post(`/api/markings/${hidden.marking}/raise`, { level: 'restricted', basis: 'x' });
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
    for (const id of [toGone.id, toHidden.id]) {
      const refused = await publish(id);
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ code: 'field-invalid', values: { field: 'body.doc' } });
    }
  });

  it('is not even saved when one names a document of another kind', async () => {
    const article = await write('Khác loại');
    const body = linkTo('topics', article.id);
    const refused = await editor.post('/api/articles?locale=vi', { title: 'Lạc', summary: 'Lạc.', body });
    expect(refused.status).toBe(400);
  });
});
