import crypto from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { databases, type Studio, startStudio } from '../support/studio.ts';

describe.each(databases)('R28 R38: a failed sign-in on %s', (database) => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await startStudio({ database });
  });
  afterAll(() => studio?.close());

  it('costs the same work and says the same whether the account is there, locked, shut out, or not', async () => {
    const person = await studio.person('translator');
    const shut = await studio.person('translator', { disabled: true });
    const work = vi.spyOn(crypto, 'pbkdf2');
    const told = new Set<string>();
    const attempt = async (email: string, password = 'wrong-password') => {
      work.mockClear();
      const { status, body } = await studio.anonymous.post('/api/users/login', { email, password });
      told.add(JSON.stringify([status, body, work.mock.calls.map(([, , ...parameters]) => parameters.slice(0, 3))]));
    };
    await attempt('nobody@studio.test');
    for (let count = 0; count < 13; count++) await attempt(person.email);
    await attempt(person.email, person.password);
    await attempt(shut.email, shut.password);
    work.mockRestore();
    expect([...told]).toHaveLength(1);
    expect([...told][0]).toContain('[[600000,32,"sha256"]]');
  });

  it('asks the database the same, in the same order, and leaves as many lines, whether the account is there or not', async () => {
    const { db } = studio.payload;
    const asked: string[] = [];
    for (const deed of ['findOne', 'find', 'count', 'create', 'updateOne', 'deleteMany'] as const) {
      const done = db[deed].bind(db) as (args: { collection: string }) => unknown;
      vi.spyOn(db, deed).mockImplementation(((args: { collection: string }) => {
        asked.push(`${deed} ${args.collection}`);
        return done(args);
      }) as never);
    }
    const attempts = async (email: string) => {
      asked.length = 0;
      for (let count = 0; count < 12; count++)
        await studio.anonymous.post('/api/users/login', { email, password: 'wrong-password' });
      return [...asked];
    };
    await attempts('first@studio.test');
    const people = [await studio.person('editor'), await studio.person('curator', { disabled: true })];
    const missing = await attempts('second@studio.test');
    for (const { email } of people) expect(await attempts(email)).toEqual(missing);
    expect(missing).toContain('create audit');
    vi.restoreAllMocks();
  });
});
