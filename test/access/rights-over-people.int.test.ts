import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Kind } from '#access/rules.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import { callerAt } from '../support/studio-caller.ts';
import { isOpen, nowhere } from './support/doors.ts';
import { type Asker, everyone, gather, type Name } from './support/everyone.ts';
import { createPerson, fieldGroups, makeSubject, personDoors, type Subject, told } from './support/people.ts';
import { opens, type Row, tableOf } from './support/tables.ts';

type Stored = Readonly<Record<string, unknown>>;

describe.each(databases)('the tables of rights over people hold at the door, on %s', (database) => {
  let studio: Studio;
  let person: (name: Name) => Asker;
  let other: Subject;
  beforeAll(async () => {
    studio = await startStudio({ database });
    person = await gather(studio);
    other = await makeSubject(studio);
  });
  afterAll(() => studio?.close());

  const rowOf = (kind: Kind, name: Name) => tableOf(kind)[name] as Row;
  const stored = async (id: string): Promise<Stored> =>
    (await studio.payload.findByID({ collection: 'users', id, depth: 0 })) as unknown as Stored;

  /** Whoever changes their own address or duties has to sign in again. */
  const comeBack = async (name: Name): Promise<void> => {
    const [who, before] = [person(name), person];
    if (!who.own) return;
    const { email } = await stored(who.own.id);
    const back = { ...who, ...callerAt(studio.url, await studio.logIn(String(email), who.own.password)) };
    person = (one) => (one === name ? back : before(one));
  };

  /** Whom somebody acts upon: somebody else, and where they have a record, themselves. */
  const subjects = (who: Asker): [isOwn: boolean, subject: Subject][] => [
    [false, other],
    ...(who.own ? [[true, who.own] as [boolean, Subject]] : []),
  ];

  it.each(everyone)('R13: for %s and whole records', async (name) => {
    const row = rowOf('user', name);
    const who = person(name);
    expect((await createPerson(who)).status < 400).toBe(opens(row.create));
    for (const [isOwn, subject] of subjects(who)) {
      const ofNobody = personDoors(who, { id: nowhere, email: 'nobody@studio.test' });
      for (const [index, [action, ask]] of personDoors(who, subject).entries()) {
        const answer = await ask();
        const what = `${action} ${isOwn ? 'own' : 'other'}: ${answer.status} ${JSON.stringify(answer.body)}`;
        const expected = opens(row[action], { isOwn });
        expect(isOpen(action, answer), what).toBe(expected);
        if (action === 'delete' && expected) other = await makeSubject(studio);
        if (action !== 'read' || expected) continue;
        const missing = await ofNobody[index]?.[1]();
        expect([answer.status, answer.body], what).toEqual([missing?.status, missing?.body]);
      }
    }
  });

  describe.each(Object.entries(fieldGroups))('of %s', (kind, { fields, others }) => {
    it.each(everyone)('for %s', async (name) => {
      const [row, whole] = [rowOf(kind as Kind, name), rowOf('user', name)];
      const who = person(name);
      for (const [isOwn, { id }] of subjects(who)) {
        const before = await stored(id);
        const { body } = await who.get(`/api/users/${id}?depth=0`);
        const isReadable = opens(whole.read, { isOwn }) && opens(row.read, { isOwn });
        for (const field of fields.filter((one) => before[one] !== undefined))
          expect(field in body, `read ${field} ${isOwn ? 'own' : 'other'}`).toBe(isReadable);
        const written = others(before);
        const names = Object.keys(written);
        const answer = await who.patch(`/api/users/${id}?depth=0`, written);
        const isWritable = opens(whole.update, { isOwn }) && opens(row.update, { isOwn });
        const what = `update ${isOwn ? 'own' : 'other'}: ${answer.status} ${JSON.stringify(answer.body)}`;
        expect(answer.status < 400, what).toBe(isWritable);
        expect(told(await stored(id), names), what).toBe(told(isWritable ? written : before, names));
        if (isOwn && isWritable) await comeBack(name);
      }
    });

    it('for whoever makes a person', async () => {
      const written = others({ clearance: 'internal' });
      const made = await createPerson(person('administrator'), written);
      expect(made.status, JSON.stringify(made.body)).toBe(201);
      const isWritten = opens(rowOf(kind as Kind, 'administrator').create);
      const begun: Stored = isWritten ? written : { clearance: 'internal' };
      expect(told(await stored(made.body.doc.id), Object.keys(written))).toBe(told(begun, Object.keys(written)));
    });
  });
});
