import { describe, expect, it } from 'vitest';
import type { OnePair, PairPicture } from './pair-answer.ts';
import { linesOf } from './pair-rows.ts';

const [river, market, fair] = ['Bờ sông', 'Chợ', 'Hội'].map((title, index) => ({ id: String(index), title })) as [
  PairPicture['albums'][number],
  PairPicture['albums'][number],
  PairPicture['albums'][number],
];

const picture = (id: string, albums: PairPicture['albums']): PairPicture => ({
  ...{ id, title: id, width: 1, height: 1, revision: 1, uses: [], albums },
  master: { type: 'image/jpeg', width: 1, height: 1, bytes: 1, filename: '' },
  described: {
    ...{ title: {}, alt: {}, caption: {}, headline: {}, extendedDescription: {}, event: {}, usageTerms: {} },
    ...{ copyright: '', licensor: '', placeCreated: '', digitised: '', sourceType: '', modelRelease: '' },
    ...{ credit: '', creator: '', takenOn: '', rights: '', rightsRecord: '', agency: '' },
    ...{ placesShown: [], keywords: [], consents: [], topics: [], places: [], persons: [], people: '', minors: false },
  },
});
const pairOf = (one: PairPicture['albums'], other: PairPicture['albums']): OnePair => ({
  ...{ id: 'pair', state: 'open', fine: 3, better: null, names: {} },
  pictures: [picture('one', one), picture('other', other)],
});
const albums = (pair: OnePair, kept: 0 | 1) => linesOf(pair, kept, new Set()).filter(({ field }) => field === 'albums');

describe('the albums of a pair', () => {
  it('are all in the record that comes out, its own first and each once, and nobody has to choose', () => {
    const pair = pairOf([river, market], [market, fair]);
    const says = ['Bờ sông, Chợ', 'Chợ, Hội'];
    expect(albums(pair, 0)).toMatchObject([{ says, becomes: 'Bờ sông, Chợ, Hội', contested: false }]);
    expect(albums(pair, 1)).toMatchObject([{ says, becomes: 'Chợ, Hội, Bờ sông' }]);
  });

  it('have a line where either is in one, and none where neither is', () => {
    expect(albums(pairOf([], [fair]), 0)).toMatchObject([{ says: ['', 'Hội'], becomes: 'Hội' }]);
    expect(albums(pairOf([], []), 0)).toEqual([]);
  });
});
