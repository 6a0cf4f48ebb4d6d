import type { Where } from 'payload';
import type { Caller } from '../../support/studio-caller.ts';
import type { Person } from '../../support/studio-people.ts';
import type { Marked, Office } from './lowering.ts';

/** What people do about copies of something, each step as one call. */
export const openCopying = ({ people, linesOf, studio: { payload } }: Office) => {
  const post = (one: Marked, act: string, who: Caller, json: object) =>
    who.post(`/api/markings/${one.marking}/${act}`, json);
  const wanted = { locale: 'vi', copies: 2, purpose: 'Họp giao ban', recipient: 'Phòng Tổng hợp' };
  const ask = (one: Marked, who: Caller = people.editor, more: object = {}) =>
    post(one, 'ask-copy', who, { ...wanted, ...more });
  const grant = (one: Marked, permission: string, who: Caller = people.second) =>
    post(one, 'grant-copy', who, { permission });
  const make = (one: Marked, permission: string, who: Caller = people.editor, form = 'print') =>
    post(one, 'make-copy', who, { permission, form });
  return {
    ...{ post, ask, grant, make },
    panel: async (one: Marked, who: Caller = people.editor) =>
      (await who.get(`/api/markings/${one.marking}/copies`)).body,
    /** Asked by one, granted by another. @returns the permission */
    async permitted(one: Marked, who: Caller = people.editor, more: object = {}): Promise<string> {
      const { permission } = (await ask(one, who, more)).body;
      const granted = await grant(one, permission);
      if (granted.status !== 200) throw new Error(JSON.stringify(granted.body));
      return permission;
    },
    register: async (who: Caller = people.officer, query = '') => (await who.get(`/api/copy-register${query}`)).body,
    act: (number: number, what: string, who: Caller, json: object = {}) =>
      who.post(`/api/copy-register/${number}/${what}`, json),
    /** Long after whoever sits there has proven themselves. */
    async later(who: Caller): Promise<void> {
      const { sessions } = (await who.get('/api/account/sessions')).body;
      const { id } = sessions.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent);
      const data = { provenAt: new Date(Date.now() - 10 * 60 * 1000).toISOString() };
      await payload.db.updateOne({ collection: 'sessions', id, data, returning: false });
    },
    async prove(who: Person): Promise<void> {
      const { status, body } = await who.post('/api/account/prove', { proof: who.password });
      if (status !== 200) throw new Error(JSON.stringify(body));
    },
    /** Who took the register along, in the order of it. */
    async exported(): Promise<string[]> {
      const where: Where = { and: [{ action: { equals: 'export' } }, { collection: { equals: 'copies' } }] };
      const asked = { collection: 'audit', where, sort: 'at', pagination: false, limit: 0 } as const;
      return (await payload.db.find(asked)).docs.map((line) => String((line as { actor?: string }).actor));
    },
    /** Of which permission or copy each line about one document is, without ids. */
    async namedIn({ id }: Marked): Promise<string[]> {
      const where: Where = { and: [{ documentId: { equals: id } }, { action: { contains: 'copy' } }] };
      const asked = { collection: 'audit', where, sort: 'at', pagination: false, limit: 0 } as const;
      return (await payload.db.find(asked)).docs.map((line) => String((line as { about?: string }).about));
    },
    copiesIn: async (one: Marked) =>
      (await linesOf(one)).map(([action]) => action).filter((action) => /cop(y|ies)/.test(action)),
  };
};
