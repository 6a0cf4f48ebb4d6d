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
});
