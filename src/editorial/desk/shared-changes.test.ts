import { describe, expect, it } from 'vitest';
import { sharedChanges } from './shared-changes.ts';

describe('shared changes', () => {
  it('name every field common to all languages in which a draft differs', () => {
    expect(sharedChanges({ cover: 'a', topics: ['x'] }, { cover: 'b', topics: ['x', 'y'] })).toEqual([
      'cover',
      'topics',
    ]);
  });

  it('take a populated document and its id for the same', () => {
    expect(sharedChanges({ cover: { id: 'a', title: 'A' } }, { cover: 'a' })).toEqual([]);
  });

  it('take nothing, null and an empty text for the same', () => {
    expect(sharedChanges({ agency: null, zone: '' }, {})).toEqual([]);
  });
});
