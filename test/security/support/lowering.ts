import type { Where } from 'payload';
import type { MarkedCollection } from '#editorial/workflow/references.ts';
import { bodyOf, completeText } from '../../support/lexical.ts';
import { pictureBytes, pictureForm } from '../../support/pictures.ts';
import { type Database, type Studio, startStudio } from '../../support/studio.ts';
import type { Caller } from '../../support/studio-caller.ts';
import type { Person } from '../../support/studio-people.ts';

/** A document and its marking. */
export interface Marked {
  readonly collection: MarkedCollection;
  readonly id: string;
  readonly marking: string;
}

const cleared = { clearance: 'restricted', compartments: ['harbour', 'metro'] } as const;

/** People who have to do with lowering, each cleared for everything that a connected studio may hold. */
const openCast = async (studio: Studio) => {
  const person = (role: Parameters<Studio['person']>[0], name: string) =>
    studio.person(role, { ...cleared, compartments: [...cleared.compartments], name });
  return {
    officer: await person('security-officer', 'Lan'),
    second: await person('security-officer', 'Minh'),
    publisher: await person('publisher', 'Hoa'),
    editor: await person('editor', 'Tâm'),
    curator: await person('curator', 'Bình'),
    uncleared: await studio.person('publisher', { name: 'Vy' }),
  };
};

const propose = { level: 'internal', compartments: [] as string[], reason: 'Quyết định 5/2026' };

/** A studio in which things are marked higher and lower. */
export const openOffice = async (database: Database) => officeIn(await startStudio({ database }));

/** The same in a studio that is there. */
export const officeIn = async (studio: Studio) => {
  const people = await openCast(studio);
  const { officer, editor, curator } = people;
  const opens = async (one: Marked, who: Caller = officer) =>
    (await who.get(`/api/markings/${one.marking}/lowering/opens`)).body;
  const standing = async (one: Marked, who: Caller = officer) =>
    (await who.get(`/api/markings/${one.marking}/lowering`)).body;
  /** What somebody sends along to say what they saw; whoever may not see it has it from somebody who may. */
  const seenBy = async (one: Marked, who: Caller) => {
    const fingerprint = (await opens(one, who)).fingerprint ?? (await opens(one)).fingerprint ?? '0'.repeat(64);
    const { request } = await standing(one, who);
    return { fingerprint, request: (request ?? (await standing(one)).request)?.id ?? 'none' };
  };
  const raise = (one: Marked, to: object = {}, who: Caller = officer) =>
    who.post(`/api/markings/${one.marking}/raise`, { level: 'restricted', basis: 'Công văn 12/2026', ...to });
  return {
    ...{ studio, people, opens, standing, raise },
    async write(title: string, more: object = {}): Promise<Marked> {
      const sent = await editor.post('/api/articles?locale=vi&depth=0', { ...completeText(title), ...more });
      if (sent.status !== 201) throw new Error(JSON.stringify(sent.body));
      return { collection: 'articles', id: sent.body.doc.id, marking: sent.body.doc.marking };
    },
    async photograph(title: string): Promise<Marked> {
      const words = { title, alt: title, credit: 'Lan', rights: 'http://creativecommons.org/licenses/by/4.0/' };
      const body = pictureForm(await pictureBytes(), words);
      const sent = await curator.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body });
      if (sent.status !== 201) throw new Error(JSON.stringify(sent.body));
      return { collection: 'images', id: sent.body.doc.id, marking: sent.body.doc.marking };
    },
    async edit(one: Marked, title: string, locale = 'vi', who: Caller = editor) {
      const { body } = await who.get(`/api/${one.collection}/${one.id}?draft=true&depth=0&locale=${locale}`);
      const words = one.collection === 'images' ? { title } : { title, body: bodyOf([title]) };
      const path = `/api/${one.collection}/${one.id}?draft=true&locale=${locale}`;
      return who.patch(path, { ...words, revision: body.revision });
    },
    async ask(one: Marked, to: object = {}, who: Caller = officer) {
      const { fingerprint } = await seenBy(one, who);
      return who.post(`/api/markings/${one.marking}/lowering/propose`, { fingerprint, ...propose, ...to });
    },
    /** Looks at what becomes readable and at the request, as they are now, and agrees. */
    async agree(one: Marked, who: Caller, more: object = {}) {
      const { fingerprint, request } = await seenBy(one, who);
      const answer = { fingerprint, request, ...more };
      return who.post(`/api/markings/${one.marking}/lowering/agree`, answer);
    },
    async answer(one: Marked, act: 'refuse' | 'take-back', who: Caller) {
      const { request } = await standing(one, officer);
      const reason = act === 'refuse' ? { reason: 'Chưa được' } : {};
      return who.post(`/api/markings/${one.marking}/lowering/${act}`, { request: request?.id ?? 'none', ...reason });
    },
    async sealOf({ marking }: Marked): Promise<string> {
      const where: Where = { id: { equals: marking } };
      const found = await studio.payload.db.findOne<{ id: string; seal: string }>({ collection: 'markings', where });
      return String(found?.seal);
    },
    async requests({ marking }: Marked): Promise<Record<string, string>[]> {
      const where: Where = { marking: { equals: marking } };
      const asked = { collection: 'lowerings', where, sort: 'askedAt', pagination: false, limit: 0 } as const;
      return (await studio.payload.db.find(asked)).docs as unknown as Record<string, string>[];
    },
    /** Lets the time of what waits pass. */
    async lapse(one: Marked): Promise<void> {
      const where: Where = { marking: { equals: one.marking } };
      const data = { lapsesAt: new Date(0).toISOString() };
      for (const { id } of (await studio.payload.db.find({ collection: 'lowerings', where })).docs)
        await studio.payload.db.updateOne({ collection: 'lowerings', id: String(id), data });
    },
    async clear(person: Person, clearance: 'internal' | 'restricted'): Promise<void> {
      await studio.payload.update({ collection: 'users', id: person.id, data: { clearance } });
      // With less clearance their session has ended
      await studio.again(person);
    },
    async linesOf({ id }: Marked): Promise<[action: string, actor: string][]> {
      const where: Where = { and: [{ documentId: { equals: id } }, { outcome: { equals: 'done' } }] };
      const asked = { collection: 'audit', where, sort: 'at', pagination: false, limit: 0 } as const;
      const { docs } = await studio.payload.db.find(asked);
      return (docs as unknown as Record<string, string>[]).map(({ action, actor }) => [String(action), String(actor)]);
    },
  };
};

/** What each line about a document says of the request to which it belongs, by what was done. */
export const requestsIn = async ({ studio }: Pick<Office, 'studio'>, id: string): Promise<[string, string][]> => {
  const asked = { collection: 'audit', where: { documentId: { equals: id } }, sort: 'at', pagination: false, limit: 0 };
  const { docs } = await studio.payload.db.find(asked as never);
  const lines = docs as unknown as Record<string, string | null>[];
  return lines.flatMap(({ action, about }) => (about ? [[String(action), about] as [string, string]] : []));
};

export type Office = Awaited<ReturnType<typeof openOffice>>;
