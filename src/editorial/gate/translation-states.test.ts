import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '#translation/drift/fingerprint.ts';
import type { FieldShape } from '#translation/segments/shape.ts';
import { pairOf } from '../release/vouched.ts';
import { statesOf, vouchedByDocument } from './translation-states.ts';

const shape: readonly FieldShape[] = [{ kind: 'text', name: 'title', localized: true, role: 'title' }];
const print = (text: string) => fingerprintOf([{ text }]);
const pair = (source: string, text: string) => pairOf(print(source), print(text));
const lists = { machine: [], leftOut: [], onlyHere: [], corrected: [], removed: [] };
const rowOf = (said: string[], more: object = {}) => ({
  documentId: 'a',
  locale: 'fr',
  vouched: { ...lists, said, ...more },
});
const article = (title: object, more: object = {}) => ({
  source: 'vi',
  title,
  _status: { vi: 'published', fr: 'published' },
  ...more,
});

const stateOf = (document: object, row: object, isInForce = false, collection: 'articles' | 'places' = 'articles') =>
  statesOf(collection, document, shape, vouchedByDocument([row]).get('a') ?? new Map())('fr', isInForce);

describe('how a language that is going out stands to its source', () => {
  const said = rowOf([pair('Chợ đêm', 'Marché de nuit')]);

  it('is told by the words that stand committed', () => {
    expect(stateOf(article({ vi: 'Chợ đêm', fr: 'Marché de nuit' }), said)).toBe('human');
    expect(stateOf(article({ vi: 'Chợ nổi', fr: 'Marché de nuit' }), said)).toBe('outdated');
    const corrected = rowOf([pair('Chợ đêm', 'Marché de nuit')], { corrected: [print('Chợ nổi')] });
    expect(stateOf(article({ vi: 'Chợ nổi', fr: 'Marché de nuit' }), corrected)).toBe('under-correction');
  });

  it('is not known where nothing is remembered, the source is not public, or a row cannot be read', () => {
    const words = { vi: 'Chợ nổi', fr: 'Marché de nuit' };
    expect(stateOf(article(words), { ...said, documentId: 'b' })).toBeNull();
    expect(stateOf(article(words), { ...said, vouched: 'x' })).toBeNull();
    expect(stateOf(article(words, { _status: { vi: 'draft', fr: 'published' } }), said)).toBeNull();
    expect(
      statesOf('articles', article(words), shape, vouchedByDocument([said]).get('a') ?? new Map())('vi', false),
    ).toBeNull();
  });

  it('is told of the edition that is in force, and of the one that is to appear, each by its own words', () => {
    const planned = article(
      { vi: 'Chợ đêm', fr: 'Marché de nuit' },
      { standing: { fr: { edition: { title: 'Ancien marché' } } } },
    );
    expect([stateOf(planned, said, true), stateOf(planned, said, false)]).toEqual(['outdated', 'human']);
  });

  it('is told of what has no drafts, and begins in the first language that has a name', () => {
    const place = { title: { vi: 'Chợ nổi', fr: 'Marché de nuit' } };
    expect(stateOf(place, said, false, 'places')).toBe('outdated');
  });
});
