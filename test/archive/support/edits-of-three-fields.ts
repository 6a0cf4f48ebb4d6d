import { expect, it } from 'vitest';
import type { Studio } from '../../support/studio.ts';
import type { Person } from '../../support/studio-people.ts';

const edits = '/api/images/edits';
const [byLicence, inCopyright] = [
  'http://creativecommons.org/licenses/by/4.0/',
  'http://rightsstatements.org/vocab/InC/1.0/',
];

export interface World {
  readonly studio: Studio;
  readonly curator: Person;
  /** Three pictures that have neither rights nor place nor agency. */
  readonly pictures: readonly string[];
}

type Field = 'rights' | 'places' | 'agency';

const openEdits = ({ studio, curator, pictures }: World) => {
  const selection = { ids: pictures };
  const ended = async (id: string) => {
    const asked = async () => (await curator.get(`${edits}/${id}`)).body;
    await expect.poll(async () => (await asked()).endedAt, { timeout: 30_000 }).toBeTruthy();
    return asked();
  };
  const kept = async (id: string): Promise<Record<string, unknown>> => ({
    ...(await studio.payload.findByID({ collection: 'images', id, depth: 0 })),
  });
  return {
    preview: async (change: object) => (await curator.post(`${edits}/preview`, { selection, change })).body,
    edit: async (change: object) => {
      const { status, body } = await curator.post(edits, { selection, change, total: pictures.length });
      expect(status, JSON.stringify(body)).toBe(202);
      return ended(body.id);
    },
    undo: async (id: string) => ended((await curator.post(`${edits}/${id}/undo`)).body.id),
    /** What stands in a field of each; a database may say nothing of what is empty. */
    fieldsOf: (field: Field) =>
      Promise.all(pictures.map(async (id) => (await kept(id))[field] ?? (field === 'places' ? [] : null))),
    found: async (question: Record<string, string>): Promise<number> =>
      (await curator.get(`/api/images/archive/pictures?${new URLSearchParams(question)}`)).body.total,
  };
};

/** Places and agencies, and the first picture as somebody had described it already. */
const describeFirst = async ({ studio, curator, pictures: [first] }: World) => {
  const named = async (collection: 'places' | 'agencies', name: string): Promise<string> =>
    String((await studio.payload.create({ collection, locale: 'vi', data: { name } as never })).id);
  const [quay, market] = [await named('places', 'Bến Bạch Đằng'), await named('places', 'Chợ Bình Tây')];
  const [tourism, culture] = [await named('agencies', 'Sở Du lịch'), await named('agencies', 'Sở Văn hóa')];
  const address = `/api/images/${first}?locale=vi&depth=0`;
  const { revision } = (await curator.get(address)).body;
  const own = { rights: inCopyright, places: [market], agency: culture, revision };
  expect((await curator.patch(address, own)).status).toBe(200);
  return { quay, market, tourism };
};

interface Case {
  readonly field: Field;
  readonly change: object;
  readonly overwritten: readonly object[];
  /** What stands there in each of the three pictures when it is done. */
  readonly after: readonly unknown[];
  /** Finds the pictures that were changed. */
  readonly question: Record<string, string>;
}

const casesOf = ({ quay, market, tourism }: Record<'quay' | 'market' | 'tourism', string>): Case[] => [
  {
    field: 'rights',
    change: { rights: byLicence },
    overwritten: [{ field: 'rights', value: inCopyright, count: 1 }],
    after: [byLicence, byLicence, byLicence],
    question: { rights: 'stated' },
  },
  {
    field: 'places',
    change: { places: { add: [quay, market] } },
    overwritten: [],
    after: [
      [market, quay],
      [quay, market],
      [quay, market],
    ],
    question: { place: quay },
  },
  {
    field: 'agency',
    change: { agency: tourism },
    overwritten: [{ field: 'agency', value: 'Sở Văn hóa', count: 1 }],
    after: [tourism, tourism, tourism],
    question: { agency: tourism },
  },
];

/** What is shown before, what is done and found, and what stands there when it has been taken back: field by field. */
export const itGivesRightsPlacesAndAgency = (world: () => World): void => {
  it('gives pictures a rights statement, places and an agency, and takes all three back', async () => {
    const { preview, edit, undo, fieldsOf, found } = openEdits(world());
    const made = await describeFirst(world());
    for (const { field, change, after, overwritten, question } of casesOf(made)) {
      const before = await fieldsOf(field);
      const foundBefore = await found(question);
      const shown = await preview(change);
      expect(shown).toMatchObject({ total: 3, changes: 3, same: 0, left: {}, fields: { [field]: 3 } });
      expect(shown.overwritten).toEqual(overwritten);
      expect(await fieldsOf(field)).toEqual(before);
      const done = await edit(change);
      expect(done).toMatchObject({ state: 'done', changed: 3, left: 0, canUndo: true });
      expect(await fieldsOf(field)).toEqual(after);
      expect(await found(question)).toBe(3);
      expect(await preview(change)).toMatchObject({ changes: 0, same: 3, overwritten: [] });
      expect(await undo(done.id)).toMatchObject({ state: 'done', changed: 3, left: 0, undoes: done.id });
      expect(await fieldsOf(field)).toEqual(before);
      expect(await found(question)).toBe(foundBefore);
    }
    const removal = await edit({ places: { remove: [made.market] } });
    expect([removal.changed, await fieldsOf('places')]).toEqual([1, [[], [], []]]);
    await undo(removal.id);
    expect(await fieldsOf('places')).toEqual([[made.market], [], []]);
  });
};
