import { describe, expect, it } from 'vitest';
import { type DocumentInAllLanguages, languageFacts } from './language-state.ts';

const draftOf = (parts: Partial<DocumentInAllLanguages>): DocumentInAllLanguages => ({ source: 'vi', ...parts });
const states = (published: DocumentInAllLanguages | null, draft: DocumentInAllLanguages, review: 'vi'[] = []) =>
  languageFacts(published, draft, new Set(review)).map((facts) => facts.state);

describe('the state of a language', () => {
  it('is missing while nobody has written a word in it', () => {
    expect(states(null, draftOf({ title: { vi: 'Chợ' }, _status: { vi: 'draft' } }))).toEqual([
      'draft',
      'missing',
      'missing',
      'missing',
    ]);
  });

  it('is published when the newest version is the public one, and changed when it is not', () => {
    const published = draftOf({ title: { vi: 'Chợ', en: 'Market' }, _status: { vi: 'published', en: 'published' } });
    const draft = draftOf({ title: { vi: 'Chợ', en: 'The market' }, _status: { vi: 'published', en: 'draft' } });
    expect(states(published, draft).slice(0, 2)).toEqual(['published', 'changed']);
  });

  it('is in review while a review is open, whether it was public before or not', () => {
    expect(states(null, draftOf({ title: { vi: 'Chợ' }, _status: { vi: 'draft' } }), ['vi'])[0]).toBe('in-review');
  });

  it('stays published though its title was emptied in a draft', () => {
    const published = draftOf({ title: { vi: 'Chợ' }, _status: { vi: 'published' } });
    expect(states(published, draftOf({ title: {}, _status: { vi: 'draft' } }))[0]).toBe('changed');
  });

  it('marks the language in which the document was written', () => {
    const facts = languageFacts(null, draftOf({ source: 'fr', title: { fr: 'Marché' } }), new Set());
    expect(facts.filter((one) => one.isSource).map((one) => one.locale)).toEqual(['fr']);
  });

  it('shows the slug under which the public knows it, not the one being drafted', () => {
    const published = draftOf({ slug: { vi: 'cho' }, _status: { vi: 'published' } });
    expect(languageFacts(published, draftOf({ slug: { vi: 'cho-moi' } }), new Set())[0]?.slug).toBe('cho');
  });
});
