import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';

const head = 'concept,kind,definition,language,term,status,reason,stops';
const market = [
  head,
  'market,place,The market,vi,chợ Bến Thành,approved,,no',
  'market,place,,en,Bến Thành Market,approved,,yes',
  'market,place,,en,Ben Thanh Bazaar,forbidden,"No bazaar, a market",yes',
  'square,street,,vi,Công trường Quách Thị Trang,approved,,no',
].join('\r\n');

describe.each(databases)('files of names come and go on %s', (database) => {
  let studio: Studio;
  let keeper: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    keeper = await studio.person('terminologist');
  });
  afterAll(() => studio?.close());

  const asFile = { 'content-type': 'application/octet-stream' };
  const address = (name: string, seen?: string) =>
    `/api/concepts/import?${new URLSearchParams({ name, ...(seen !== undefined && { seen }) })}`;
  const bring = (content: string, seen?: string, name = 'names.csv') =>
    keeper.send(address(name, seen), { method: 'POST', headers: asFile, body: content });
  const take = async (format: string) => (await keeper.get(`/api/concepts/export/${format}`)).body as string;
  const count = async () => (await keeper.get('/api/concepts/count')).body.totalDocs as number;

  it('shows first what a file changes, and does it when that is confirmed', async () => {
    const shown = await bring(market);
    expect(shown.status, JSON.stringify(shown.body)).toBe(200);
    expect(shown.body).toMatchObject({ applied: false, new: 2, changed: 0, same: 0 });
    expect(shown.body.entries[0].forms).toHaveLength(3);
    expect(await count()).toBe(0);
    const done = await bring(market, shown.body.seen);
    expect(done.body).toMatchObject({ applied: true, new: 2 });
    expect((await keeper.get('/api/concepts/market')).body).toMatchObject({
      name: 'chợ Bến Thành · Bến Thành Market',
      definition: 'The market',
      revision: 1,
    });
    expect((await bring(market)).body).toMatchObject({ new: 0, changed: 0, same: 2, entries: [] });
  });

  it('changes what a file says otherwise, keeps what it does not speak of, and keeps both in the history', async () => {
    const file = `${head}\nmarket,place,,en,Ben Thanh Bazaar,obsolete,,no\n`;
    const shown = await bring(file);
    expect(shown.body).toMatchObject({ new: 0, changed: 1, same: 0 });
    expect((await bring(file, shown.body.seen)).status).toBe(200);
    const { body } = await keeper.get('/api/concepts/market');
    expect(body.forms.map(({ term, status }: { term: string; status: string }) => `${term} ${status}`)).toEqual([
      'chợ Bến Thành approved',
      'Bến Thành Market approved',
      'Ben Thanh Bazaar obsolete',
    ]);
    expect([body.revision, body.definition]).toEqual([2, 'The market']);
  });

  it('does not apply what nobody has seen', async () => {
    const file = `${head}\ntower,place,,vi,Tháp Bitexco,approved,,no\n`;
    const { seen } = (await bring(file)).body;
    const other = await bring(`${file}tower,place,,en,Bitexco Tower,approved,,no\n`, seen);
    expect([other.status, other.body.code]).toEqual([409, 'names-changed']);
    expect(await count()).toBe(2);
  });

  it('comes back from TBX and from CSV as it went out', async () => {
    await keeper.post('/api/concepts', {
      kind: 'office',
      definition: 'Cơ quan <hành chính> & "khác"',
      forms: [
        {
          locale: 'vi',
          term: '=Sở Du lịch',
          status: 'approved',
          source: '12/QĐ',
          validFrom: '2020-01-01',
          stops: true,
        },
        { locale: 'zh', term: '旅游厅', status: 'approved', traditional: '旅遊廳', note: '-x\nzwei' },
        { locale: 'fr', term: 'Office du tourisme', status: 'obsolete', reason: 'Ancien.', validUntil: '2030-01-01' },
      ],
    });
    for (const format of ['tbx', 'csv']) {
      const file = await take(format);
      const shown = await bring(file, undefined, `names.${format}`);
      expect(shown.body, format).toMatchObject({ new: 0, changed: 0, same: 3 });
    }
  });

  it.each([
    ['names.txt', 'x', { code: 'names-file-kind' }],
    [
      'names.csv',
      `${head}\na,place,,vi,x,wrong,,no`,
      { code: 'names-cell-invalid', values: { row: 2, column: 'status' } },
    ],
    ['names.csv', `${head}\nmarket,place,,vi,Khác hẳn,approved,,no`, { code: 'names-concept-other' }],
    ['names.csv', `${head}\nb,place,,vi,A1,approved,,no\nb,place,,vi,A2,approved,,no`, { code: 'name-approved-twice' }],
    ['names.csv', `${head}\nb,place,,vi,chợ Bến Thành,forbidden,,no`, { code: 'name-contradicted' }],
    ['names.tbx', '<tbx><text></tbx>', { code: 'exchange-malformed', values: { line: 1 } }],
    ['names.tbx', '<!DOCTYPE x [<!ENTITY a "b">]><tbx/>', { status: 400 }],
    ['names.tbx', '<html/>', { code: 'exchange-format' }],
  ])('refuses %s with %j whole and says where', async (name, content, answer) => {
    const before = await count();
    const good = `${head}\nnew,place,,vi,Một chỗ,approved,,no`;
    expect((await bring(good)).status).toBe(200);
    const refused = await bring(content, undefined, name);
    expect(refused.status, JSON.stringify(refused.body)).toBeGreaterThanOrEqual(400);
    expect(refused.status).toBeLessThan(500);
    if ('code' in answer) expect(refused.body).toMatchObject(answer);
    expect(await count()).toBe(before);
  });

  it('applies the whole file or nothing where one entry of many is refused', async () => {
    const many = Array.from({ length: 20 }, (_, n) => `c${n},term,,vi,Từ ${n},approved,,no`);
    const refused = await bring([head, ...many, 'c20,term,,vi,Từ 0,forbidden,,no'].join('\n'));
    expect(refused.body.code).toBe('name-contradicted');
    expect((await keeper.get('/api/concepts?where[kind][equals]=term')).body.totalDocs).toBe(0);
  });

  it('takes a small file within JSON too', async () => {
    const shown = await keeper.post('/api/concepts/import', { name: 'names.csv', content: market });
    expect(shown.body).toMatchObject({ applied: false, new: 0 });
  });

  /** A file that never ends, and how many bytes of it were asked for. */
  const endless = (row: string) => {
    const piece = new TextEncoder().encode(row.repeat(1000));
    const told = { bytes: 0 };
    const body = new ReadableStream({
      pull: (controller) => {
        told.bytes += piece.byteLength;
        controller.enqueue(piece);
      },
    });
    return { told, body };
  };
  const sendEndless = async (who: Person, name: string, row: string) => {
    const { told, body } = endless(row);
    const headers = { ...asFile, authorization: `JWT ${who.token}` };
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    const answer = await studio.ask(new Request(`${studio.url}${address(name)}`, init));
    return { bytes: told.bytes, code: ((await answer.json()) as { code: string }).code };
  };

  it('reads nothing of a file for somebody who keeps no names, and of one that never ends no more than a registry has', async () => {
    const editor = await studio.person('editor');
    const row = 'market,place,,vi,chợ Bến Thành,approved,,no\n';
    const refused = await sendEndless(editor, 'names.csv', row);
    expect([refused.code, refused.bytes < 2 ** 20]).toEqual(['forbidden', true]);
    const cut = await sendEndless(keeper, 'names.csv', row);
    expect([cut.code, cut.bytes < 30 * 2 ** 20]).toEqual(['request-too-large', true]);
    // A file that is wrong from its first byte is not read to its end
    const wrong = await sendEndless(keeper, 'names.tbx', row);
    expect([wrong.code, wrong.bytes < 2 ** 20]).toEqual(['exchange-malformed', true]);
  });

  it('takes files from those who keep names, and gives them to everybody who is signed in', async () => {
    const editor = await studio.person('editor');
    expect((await editor.post('/api/concepts/import', { name: 'a.csv', content: market })).body.code).toBe('forbidden');
    expect((await editor.get('/api/concepts/export/csv')).headers.get('content-disposition')).toContain('names.csv');
    expect((await studio.anonymous.get('/api/concepts/export/tbx')).status).toBe(401);
  });
});
