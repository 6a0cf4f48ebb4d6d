import { describe, expect, it } from 'vitest';
import { emptyDraft, hasContent, stepsOf, withTaken } from './image-draft.ts';

describe('the words of a new picture', () => {
  it('go up with the file in the first language that has any, and follow in the others', () => {
    const draft = emptyDraft();
    draft.words.vi = { title: ' Chợ ', alt: '', caption: '' };
    draft.words.fr = { title: 'Marché', alt: 'Une halle', caption: '' };
    draft.credit = 'Sở Du lịch';
    expect(stepsOf(draft, 'en')).toEqual({
      locale: 'vi',
      upload: { title: 'Chợ', credit: 'Sở Du lịch' },
      others: [{ locale: 'fr', change: { title: 'Marché', alt: 'Une halle' } }],
    });
  });

  it('begin with the language of the person when it has words', () => {
    const draft = emptyDraft();
    draft.words.vi.title = 'Chợ';
    const own = { ...draft, words: { ...draft.words, en: { title: 'Market', alt: '', caption: '' } } };
    expect(stepsOf(own, 'en').locale).toBe('en');
  });

  it('may all be missing: the studio then says what it needs', () => {
    expect(stepsOf(emptyDraft(), 'zh')).toEqual({ locale: 'zh', upload: {}, others: [] });
  });

  it('are something to lose as soon as one of them is typed', () => {
    expect(hasContent(emptyDraft())).toBe(false);
    expect(hasContent({ ...emptyDraft(), credit: 'Sở Du lịch' })).toBe(true);
    const draft = emptyDraft();
    draft.words.zh.caption = '码头';
    expect(hasContent(draft)).toBe(true);
  });

  it('take over what the file says, in the language that is meant', () => {
    const draft = withTaken(withTaken(emptyDraft(), 'title', 'Chợ', 'vi'), 'takenOn', '1968', null);
    expect(draft.words.vi).toEqual({ title: 'Chợ', alt: '', caption: '' });
    expect(draft.words.en.title).toBe('');
    expect(draft.takenOn).toBe('1968');
    expect(withTaken(draft, 'caption', 'Chợ', null)).toEqual(draft);
  });
});
