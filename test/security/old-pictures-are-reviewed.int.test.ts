import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealStoreOf } from '#editorial/database/seals/seal-store-of.ts';
import { databasesInTurn } from '../support/studio.ts';
import type { Caller } from '../support/studio-caller.ts';
import { type Marked, type Office, openOffice } from './support/lowering.ts';

interface Listed {
  readonly id: string;
  readonly marking: string;
  readonly hints: { readonly in: string; readonly field: string; readonly words: string }[];
  readonly request: { readonly id: string; readonly level: string } | null;
}
interface Line {
  readonly marking: string;
  readonly code: string | null;
  readonly detail: string | null;
}

const queue = '/api/images/review-queue';
const nowhere = '3f0e0000-0000-4000-8000-000000000000';
const reason = 'Kế hoạch rà soát ảnh cũ 2026';

describe.each(databasesInTurn)('old pictures are reviewed, on %s', (database) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(database);
  });
  afterAll(() => office?.studio.close());

  /** Pictures as an import leaves them: nobody has said what they are. */
  const old = async (titles: readonly string[], compartments: string[] = []): Promise<Marked[]> => {
    const made: Marked[] = [];
    for (const title of titles) {
      const one = await office.photograph(title);
      await office.raise(one, { level: 'restricted', compartments });
      const { payload } = office.studio;
      const seal = `unreviewed|${compartments.join('+')}`;
      await payload.db.updateOne({ collection: 'markings', id: one.marking, data: { level: 'unreviewed', seal } });
      await sealStoreOf(payload.db).write({}, 'images', { id: one.marking, subjectId: one.id }, seal);
      made.push(one);
    }
    return made;
  };
  const list = async (who: Caller, name: 'pictures' | 'proposals', query = ''): Promise<Listed[]> => {
    const { status, body } = await who.get(`${queue}/${name}${query}`);
    expect(status, JSON.stringify(body)).toBe(200);
    return body.pictures;
  };
  const counts = async (who: Caller) => (await who.get(`${queue}/pictures?limit=1`)).body.counts;
  const among = async (who: Caller, name: 'pictures' | 'proposals', ones: readonly Marked[]): Promise<Listed[]> =>
    (await list(who, name)).filter(({ id }) => ones.some((one) => one.id === id));
  const openings = async (who: Caller, ones: readonly Marked[]) =>
    (await who.get(`${queue}/openings?markings=${ones.map(({ marking }) => marking).join(',')}`)).body.openings;
  const decide = async (who: Caller, act: string, sent: object): Promise<Line[]> => {
    const body = JSON.stringify(sent);
    const headers = { 'content-type': 'application/json' };
    const answer = await who.send(`${queue}/${act}`, { method: 'POST', body, headers });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body
      .trim()
      .split('\n')
      .map((line: string) => JSON.parse(line));
  };
  const codes = (lines: readonly Line[]) => lines.map(({ code }) => code);
  const items = (ones: readonly Marked[]) => ones.map(({ marking }) => ({ marking }));
  const seals = (ones: readonly Marked[]) => Promise.all(ones.map(office.sealOf));
  const proposeAll = async (ones: readonly Marked[], who: Caller = office.people.officer): Promise<Line[]> => {
    const open = await openings(who, ones);
    const seen = ones.map(({ marking }) => ({ marking, fingerprint: open[marking].fingerprint }));
    return decide(who, 'propose', { items: seen, level: 'internal', reason });
  };

  it('lists them in the order in which they came, page by page, with the words of secrecy at each', async () => {
    const { officer } = office.people;
    const ones = await old(['Cầu cảng', 'Bản đồ TỐI MẬT', 'Chợ nổi']);
    const first = await officer.get(`${queue}/pictures?limit=2`);
    const second = await officer.get(`${queue}/pictures?limit=2&after=${encodeURIComponent(first.body.next)}`);
    const all: Listed[] = [...first.body.pictures, ...second.body.pictures];
    expect(all.map(({ id }) => id)).toEqual(ones.map(({ id }) => id));
    expect(all[1]?.hints).toMatchObject([{ in: 'text', field: 'title', words: 'TỐI MẬT' }, { field: 'alt' }]);
    expect([all[0]?.hints, second.body.next]).toEqual([[], null]);
    expect(first.body).toMatchObject({ counts: { pictures: 3, proposals: 0 }, levels: ['internal', 'restricted'] });
    const { body } = await officer.get(`${queue}/metadata?pictures=${ones.map(({ id }) => id).join(',')}`);
    expect(Object.values(body.hints)).toEqual([[], [], []]);
    expect(codes(await decide(officer, 'raise', { items: items(ones), level: 'restricted', reason }))).toEqual([
      null,
      null,
      null,
    ]);
    expect(await counts(officer)).toEqual({ pictures: 0, proposals: 0 });
  });

  it('raises many at once by one person, keeps compartments, and leaves whole what it refuses', async () => {
    const { officer } = office.people;
    const ones = await old(['Một', 'Hai'], ['harbour']);
    const [one, two] = ones as [Marked, Marked];
    await decide(officer, 'raise', { items: items([one]), level: 'restricted', compartments: ['metro'], reason });
    const sent = { items: [...items(ones), { marking: nowhere }], level: 'restricted', reason };
    const lines = await decide(officer, 'raise', sent);
    expect(codes(lines)).toEqual(['review-decided', null, 'not-found']);
    expect(lines[0]?.detail).not.toBe('');
    expect(await seals([one, two])).toEqual(['restricted|harbour+metro', 'restricted|harbour']);
    const lineOf = (await office.linesOf(two)).filter(([action]) => action === 'raise');
    expect(lineOf).toHaveLength(2);
  });

  it('R52: lowers by two people: one proposes, another one was shown what opens and agrees', async () => {
    const { officer, publisher, second } = office.people;
    const ones = await old(['Ba', 'Bốn', 'Năm']);
    const [three, four, five] = ones as [Marked, Marked, Marked];
    expect(codes(await proposeAll(ones))).toEqual([null, null, null]);
    expect(await seals(ones)).toEqual(['unreviewed|', 'unreviewed|', 'unreviewed|']);
    expect(await among(officer, 'pictures', ones)).toEqual([]);
    expect(await among(officer, 'proposals', ones)).toEqual([]);
    const waiting = await among(publisher, 'proposals', ones);
    expect(waiting.map(({ id, request }) => [id, request?.level])).toEqual(ones.map(({ id }) => [id, 'internal']));
    await office.edit(four, 'Bốn khác', 'vi', office.people.curator);
    const open = await openings(publisher, ones);
    const stale = (await office.requests(four))[0]?.fingerprint;
    const requests = new Map(waiting.map(({ marking, request }) => [marking, request?.id]));
    const answer = ones.map(({ marking }) => ({
      marking,
      request: requests.get(marking),
      fingerprint: open[marking].fingerprint,
    }));
    expect(open[four.marking].fingerprint).not.toBe(stale);
    expect(codes(await decide(officer, 'agree', { items: answer }))).toEqual(Array(3).fill('lowering-own-request'));
    const agreed = await decide(publisher, 'agree', { items: answer.slice(0, 2) });
    expect(codes(agreed)).toEqual([null, 'lowering-changed']);
    const no = { items: [{ marking: five.marking, request: requests.get(five.marking) }], reason: 'Chưa được' };
    expect(codes(await decide(second, 'refuse', no))).toEqual([null]);
    expect(await seals(ones)).toEqual(['internal|', 'unreviewed|', 'unreviewed|']);
    expect((await among(officer, 'pictures', ones)).map(({ id }) => id)).toEqual([five.id]);
    expect((await office.linesOf(three)).filter(([action]) => action.includes('lower'))).toEqual([
      ['ask-lowering', officer.id],
      ['lower', publisher.id],
    ]);
    await decide(officer, 'raise', { items: items([four, five]), level: 'restricted', reason });
  });

  it('R52: asks once more who sits there before anything is marked lower, and changes nothing until then', async () => {
    const { officer } = office.people;
    const ones = await old(['Tám']);
    const { sessions } = (await officer.get('/api/account/sessions')).body;
    const { id } = sessions.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent);
    const prove = (minutesAgo: number) => {
      const data = { provenAt: new Date(Date.now() - minutesAgo * 60_000).toISOString() };
      return office.studio.payload.db.updateOne({ collection: 'sessions', id, data, returning: false });
    };
    await prove(10);
    const open = await openings(officer, ones);
    const [{ marking }] = ones as [Marked];
    const item = { marking, request: 'x', fingerprint: open[marking].fingerprint };
    for (const [act, sent] of [
      ['propose', { items: [{ marking, fingerprint: item.fingerprint }], level: 'internal', reason }],
      ['agree', { items: [item] }],
    ] as const)
      expect((await officer.post(`${queue}/${act}`, sent)).body.code, act).toBe('step-up-required');
    expect([await office.requests(ones[0] as Marked), await seals(ones)]).toEqual([[], ['unreviewed|']]);
    await prove(0);
    await decide(officer, 'raise', { items: items(ones), level: 'restricted', reason });
  });

  it('R46: neither lists nor counts what is above somebody, nor acts above their clearance', async () => {
    const { curator, uncleared } = office.people;
    const ones = await old(['Sáu'], ['harbour']);
    const [six] = ones as [Marked];
    await proposeAll(ones);
    const other = await office.studio.person(['security-officer', 'publisher'], {
      clearance: 'restricted',
      compartments: ['metro'],
    });
    for (const who of [other, uncleared]) expect(await list(who, 'proposals')).toEqual([]);
    expect(await counts(other)).toEqual({ pictures: 0, proposals: 0 });
    expect(await openings(other, ones)).toEqual({});
    expect((await other.get(`${queue}/metadata?pictures=${six.id}`)).body.hints).toEqual({});
    const lines = await decide(other, 'raise', { items: items(ones), level: 'restricted', reason });
    const [missing] = await decide(other, 'raise', { items: [{ marking: nowhere }], level: 'restricted', reason });
    expect(lines).toEqual([{ ...missing, marking: six.marking }]);
    for (const name of ['pictures', 'proposals', `openings?markings=${nowhere}`, `metadata?pictures=${six.id}`])
      expect((await curator.get(`${queue}/${name}`)).body.code, name).toBe('forbidden');
    expect((await uncleared.get(`${queue}/pictures`)).body.code).toBe('forbidden');
    expect(await seals(ones)).toEqual(['unreviewed|harbour']);
  });

  it('R13: decides about no more pictures of an act once its person is less cleared', async () => {
    const leaving = await office.studio.person('security-officer', { clearance: 'restricted', compartments: [] });
    const ones = await old(Array.from({ length: 12 }, (_, at) => `Ảnh ${at}`));
    const act = decide(leaving, 'raise', { items: items(ones), level: 'restricted', reason });
    await expect.poll(() => office.sealOf(ones[0] as Marked), { interval: 2 }).toBe('restricted|');
    await office.studio.payload.update({ collection: 'users', id: leaving.id, data: { clearance: 'internal' } });
    const last = (await act).at(-1);
    expect([last?.code, (await seals(ones)).at(-1)]).toEqual(['sign-in-required', 'unreviewed|']);
    await decide(office.people.officer, 'raise', { items: items(ones), level: 'restricted', reason });
  });

  it('however many wait for a second person, the database is asked about a bounded number at once, and seldom', async () => {
    const { officer, second } = office.people;
    const { db } = office.studio.payload;
    const before = await counts(second);
    const make = (collection: 'markings' | 'lowerings', data: object) =>
      db.create({ collection, customID: (data as { id: string }).id, data, returning: false } as never);
    const [open, judged] = [60, 450].map((count) => Array.from({ length: count }, () => randomUUID()));
    for (const id of open ?? [])
      await make('markings', { id, level: 'unreviewed', seal: 'unreviewed|', subjectType: 'images', subjectId: id });
    const times = { askedAt: new Date().toISOString(), lapsesAt: new Date(Date.now() + 60_000).toISOString() };
    const words = { fingerprint: 'x', reason, askedBy: officer.id, state: 'asked', subjectType: 'images' };
    for (const marking of [...(open ?? []), ...(judged ?? [])]) {
      const about = { marking, markings: [marking], subjectId: marking, from: 'unreviewed|', to: 'internal|' };
      await make('lowerings', { id: randomUUID(), ...about, ...words, ...times });
    }
    const questions: { collection: string; most: number }[] = [];
    const find = db.find;
    const listening = (args: Parameters<typeof find>[0]) => {
      const lists = [...JSON.stringify(args.where ?? {}).matchAll(/"in":(\[[^\]]*\])/g)];
      const most = Math.max(0, ...lists.map(([, list = '[]']) => (JSON.parse(list) as unknown[]).length));
      questions.push({ collection: args.collection, most });
      return find.call(db, args);
    };
    db.find = listening as typeof find;
    try {
      const { proposals, pictures } = await counts(second);
      // Those about what was judged meanwhile are no questions any more
      expect({ proposals, pictures }).toEqual({ ...before, proposals: before.proposals + 60 });
    } finally {
      db.find = find;
    }
    expect(Math.max(...questions.map(({ most }) => most))).toBeLessThanOrEqual(500);
    expect(questions.filter(({ collection }) => collection === 'markings').length).toBeLessThan(10);
    for (const collection of ['lowerings', 'markings'] as const)
      await db.deleteMany({ collection, where: { subjectId: { in: [...(open ?? []), ...(judged ?? [])] } } });
  });

  it('says once what is wrong with a whole act, before anything has changed', async () => {
    const { officer } = office.people;
    const ones = await old(['Bảy']);
    const [seven] = items(ones);
    const law = { legalBasis: 'no-such-law', listItem: '', officer: 'Lan', decidedOn: '2026-01-10' };
    const wrong: readonly (readonly [act: string, sent: object, code: string])[] = [
      ['raise', { items: [seven], level: 'restricted', reason: ' ' }, 'field-invalid'],
      ['raise', { items: [seven], level: 'restricted', reason, decision: law }, 'field-invalid'],
      ['raise', { items: [seven], level: 'mat', reason }, 'field-invalid'],
      ['raise', { items: [seven], level: 'internal', reason }, 'field-invalid'],
      ['raise', { items: [seven, seven], level: 'restricted', reason }, 'field-invalid'],
      ['raise', { items: [], level: 'restricted', reason }, 'field-invalid'],
      ['propose', { items: [seven], level: 'internal', reason }, 'field-invalid'],
      ['agree', { items: [{ ...seven, request: 'x', fingerprint: 'y' }] }, 'field-invalid'],
      ['refuse', { items: [seven], reason }, 'field-invalid'],
    ];
    for (const [act, sent, code] of wrong)
      expect((await officer.post(`${queue}/${act}`, sent)).body.code, `${act} ${JSON.stringify(sent)}`).toBe(code);
    for (const query of ['after=x', 'limit=0', 'limit=201', 'markings=x'])
      expect((await officer.get(`${queue}/pictures?${query}`)).status, query).toBe(400);
    expect(await seals(ones)).toEqual(['unreviewed|']);
  });
});
