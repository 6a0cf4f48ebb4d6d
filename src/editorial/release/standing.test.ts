import { describe, expect, it } from 'vitest';
import { type Publication, standingAfter } from './standing.ts';

const later = '2026-04-01T00:00:00.000Z';
const doc = (changes: object = {}) => ({
  _status: { vi: 'published', en: 'draft' },
  slug: { vi: 'cho', en: 'market' },
  title: { vi: 'Chợ', en: 'Market' },
  lastPublished: { vi: '2026-02-01T00:00:00.000Z' },
  ...changes,
});
const old = { by: 'p', authors: ['w'], edition: { title: 'old', slug: 'old' } };
const publish = (committed: unknown, changes: Partial<Publication> = {}) =>
  standingAfter(committed, {
    locale: 'vi',
    by: 'publisher',
    authors: ['writer'],
    appearsAt: later,
    publishedAt: null,
    now: new Date('2026-03-01T00:00:00.000Z'),
    ...changes,
  });

describe('what stays in force behind a scheduled replacement', () => {
  it('is what the public reads now', () => {
    expect(publish(doc()).vi?.edition).toMatchObject({ slug: 'cho', title: 'Chợ', appearsAt: null });
  });

  it('is nothing when the replacement appears at once', () => {
    expect(publish(doc(), { appearsAt: null }).vi?.edition).toBeNull();
    expect(publish(doc(), { appearsAt: '2026-02-28T00:00:00.000Z' }).vi?.edition).toBeNull();
  });

  it('is nothing for a language that is not published, or was taken back', () => {
    expect(publish(doc(), { locale: 'en' }).en?.edition).toBeNull();
    expect(publish(null, { locale: 'en' }).en?.edition).toBeNull();
  });

  it('is nothing when its own time is over', () => {
    expect(publish(doc({ vanishesAt: { vi: '2026-02-27T00:00:00.000Z' } })).vi?.edition).toBeNull();
  });

  it('is still the old text when one plan replaces another', () => {
    const planned = doc({ appearsAt: { vi: '2026-03-15T00:00:00.000Z' }, standing: { vi: old } });
    expect(publish(planned).vi?.edition).toMatchObject({ title: 'old' });
  });

  it('is the earlier plan once that has come into force', () => {
    const came = doc({ appearsAt: { vi: '2026-02-15T00:00:00.000Z' }, standing: { vi: old } });
    expect(publish(came).vi?.edition).toMatchObject({ title: 'Chợ' });
  });
});

describe('when a language could first be read', () => {
  const now = '2026-03-01T00:00:00.000Z';
  const seen = (since: string | null, changes: Partial<Publication> = {}) =>
    publish(doc({ standing: { vi: { ...old, since } } }), changes).vi?.since;

  it('is when it first appears, not when that was decided', () => {
    expect(publish(null).vi?.since).toBe(later);
    expect(publish(null, { appearsAt: null }).vi?.since).toBe(now);
    expect(publish(null, { appearsAt: null, publishedAt: '2026-02-28T23:59:59.999Z' }).vi?.since).toContain('59.999Z');
  });

  it('stays when it has come, and moves with the plan until then', () => {
    const past = '2026-02-10T00:00:00.000Z';
    expect([seen(past), seen(past, { appearsAt: null })]).toEqual([past, past]);
    expect([seen('2026-03-20T00:00:00.000Z'), seen(later, { appearsAt: null })]).toEqual([later, now]);
  });

  it('is what the document says where nobody has noted it', () => {
    const past = '2026-02-01T00:00:00.000Z';
    expect(publish(doc({ firstPublished: { vi: past } })).vi?.since).toBe(past);
  });
});

describe('how a language stands', () => {
  it('tells who published it and who had written it', () => {
    expect(publish(doc()).vi).toMatchObject({ by: 'publisher', authors: ['writer'] });
  });

  it('does not change when another one is published', () => {
    const after = publish(doc({ standing: { vi: old } }), { locale: 'en' });
    expect(after.vi).toMatchObject(old);
  });
});
