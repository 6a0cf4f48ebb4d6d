import { describe, expect, it } from 'vitest';
import { standingBehind } from './standing.ts';

const now = new Date('2026-03-01T00:00:00.000Z');
const later = '2026-04-01T00:00:00.000Z';
const doc = (changes: object = {}) => ({
  _status: { vi: 'published', en: 'draft' },
  slug: { vi: 'cho', en: 'market' },
  title: { vi: 'Chợ', en: 'Market' },
  lastPublished: { vi: '2026-02-01T00:00:00.000Z' },
  ...changes,
});

describe('what stays in force behind a scheduled replacement', () => {
  it('is what the public reads now', () => {
    expect(standingBehind(doc(), 'vi', later, now).vi).toMatchObject({ slug: 'cho', title: 'Chợ', appearsAt: null });
  });

  it('is nothing when the replacement appears at once', () => {
    expect(standingBehind(doc(), 'vi', null, now)).toEqual({});
    expect(standingBehind(doc(), 'vi', '2026-02-28T00:00:00.000Z', now)).toEqual({});
  });

  it('is nothing for a language that is not published, or was taken back', () => {
    expect(standingBehind(doc(), 'en', later, now)).toEqual({});
    expect(standingBehind(null, 'en', later, now)).toEqual({});
  });

  it('is nothing when its own time is over', () => {
    const over = doc({ vanishesAt: { vi: '2026-02-27T00:00:00.000Z' } });
    expect(standingBehind(over, 'vi', later, now)).toEqual({});
  });

  it('is still the old text when one plan replaces another', () => {
    const standing = { vi: { title: 'old', slug: 'old', summary: null, appearsAt: null, vanishesAt: null } };
    const planned = doc({ appearsAt: { vi: '2026-03-15T00:00:00.000Z' }, standing });
    expect(standingBehind(planned, 'vi', later, now).vi).toMatchObject({ title: 'old' });
  });

  it('is the earlier plan once that has come into force', () => {
    const standing = { vi: { title: 'old', slug: 'old' } };
    const came = doc({ appearsAt: { vi: '2026-02-15T00:00:00.000Z' }, standing });
    expect(standingBehind(came, 'vi', later, now).vi).toMatchObject({ title: 'Chợ' });
  });

  it('leaves other languages as they stand', () => {
    const standing = { vi: { title: 'old', slug: 'old' } };
    const kept = standingBehind(doc({ standing }), 'en', null, now);
    expect(kept.vi).toMatchObject({ title: 'old' });
  });
});
