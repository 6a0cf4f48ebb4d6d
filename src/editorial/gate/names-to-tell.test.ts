import { describe, expect, it } from 'vitest';
import { namesToTell } from './names-to-tell.ts';

describe('somebody whom a picture shows is named', () => {
  const names = (person: object) => [...namesToTell({ persons: [{ name: { vi: 'An', zh: '安' }, ...person }] })];

  it('only where it is said that they may be, and that they are no minor', () => {
    expect(names({ told: true, minor: false })).toEqual(['An', '安']);
    for (const said of [
      {},
      { told: true },
      { told: true, minor: true },
      { told: 'yes', minor: false },
      { minor: false },
    ])
      expect(names(said)).toEqual([]);
    expect(names({ told: false, minor: false })).toEqual([]);
  });

  it('by nothing that cannot be read', () => {
    for (const persons of [null, 'An', [null], [{ told: true, minor: false }]])
      expect([...namesToTell({ persons })]).toEqual([]);
  });
});
