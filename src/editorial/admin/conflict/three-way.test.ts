import { describe, expect, it } from 'vitest';
import { threeWay } from './three-way.ts';

describe('two people saving the same document', () => {
  it('do not meet when each changed other fields', () => {
    const base = { title: 'Chợ', summary: 'Cũ' };
    expect(threeWay(base, { title: 'Chợ Lớn', summary: 'Cũ' }, { title: 'Chợ', summary: 'Mới' })).toEqual({
      taken: ['summary'],
      clashing: [],
    });
  });

  it('meet where both changed the same field to different words', () => {
    expect(threeWay({ title: 'A' }, { title: 'B' }, { title: 'C' })).toEqual({ taken: [], clashing: ['title'] });
  });

  it('agree when both wrote the same', () => {
    expect(threeWay({ title: 'A' }, { title: 'B' }, { title: 'B' })).toEqual({ taken: [], clashing: [] });
  });

  it('compare rich text by content, not by the order of its keys', () => {
    const body = { root: { type: 'root', children: [] } };
    const again = { root: { children: [], type: 'root' } };
    expect(threeWay({ body }, { body: again }, { body })).toEqual({ taken: [], clashing: [] });
  });

  it('leave the numbers that machines keep alone', () => {
    expect(threeWay({ revision: 1 }, { revision: 1 }, { revision: 2, updatedAt: 'now' })).toEqual({
      taken: [],
      clashing: [],
    });
  });
});
