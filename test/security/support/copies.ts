import type { Caller } from '../../support/studio-caller.ts';
import type { Marked, Office } from './lowering.ts';

/** What people do about copies of something, each step as one call. */
export const openCopying = ({ people, linesOf }: Office) => {
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
    copiesIn: async (one: Marked) =>
      (await linesOf(one)).map(([action]) => action).filter((action) => /cop(y|ies)/.test(action)),
  };
};
