import { describe, expect, it } from 'vitest';
import { albumsIn, tellingAlbums, tellingOnly } from './told-albums.ts';

const intake = { kind: 'intake', facts: { door: 'form' } };
const put = { kind: 'albums', facts: { turn: 'merge', put: ['open', 'hidden'] } };
const taken = { kind: 'albums', facts: { turn: 'part', taken: ['hidden'] } };
const lines = [intake, put, taken];

describe('albums in a history', () => {
  it('are found in the lines that speak of them', () => {
    expect(albumsIn(lines)).toEqual(['open', 'hidden']);
    expect(albumsIn([intake, { kind: 'albums' }])).toEqual([]);
  });

  it('are told as far as they may be, and a line that would tell of none is not there', () => {
    const told = { kind: 'albums', facts: { turn: 'merge', put: ['open'] } };
    expect(tellingOnly(lines, new Set(['open']))).toEqual([intake, told]);
    expect(tellingOnly(lines, new Set())).toEqual([intake]);
    expect(tellingOnly(lines, new Set(['open', 'hidden']))).toEqual(lines);
  });

  it('are told by whatever stands for them', () => {
    const named = tellingAlbums([put], (id) => (id === 'open' ? { id, title: 'Bờ sông' } : null));
    expect(named).toEqual([{ kind: 'albums', facts: { turn: 'merge', put: [{ id: 'open', title: 'Bờ sông' }] } }]);
  });
});
