import { describe, expect, it } from 'vitest';
import type { Description, PictureHistory } from '../bag/format.ts';
import { entriesOf, levelAt } from './entries.ts';

const described: Description = {
  ...{ title: { vi: 'Chợ' }, alt: {}, caption: {}, slug: { vi: 'cho' } },
  ...{ credit: null, creator: null, rights: null, rightsRecord: null, people: null, minors: false },
  ...{ takenOn: null, focus: [0.5, 0.5], topics: [], places: [], agency: null },
};
const day = (number: number) => `2026-01-0${number}T00:00:00.000Z`;
const step = (number: number, from: string | null, to: string) => ({ at: day(number), from, to, basis: 'x', by: null });

const history: PictureHistory = {
  ...{ format: 'benthanh-history', version: 2, kept: [], acts: [] },
  marking: [step(1, null, 'unreviewed'), step(3, 'unreviewed', 'public')],
  versions: [
    // Of most of what a record has at first, nothing is said
    {
      at: day(2),
      revision: 1,
      changed: Object.keys(described).filter((name) => name !== 'slug' && name !== 'focus'),
      description: described,
      by: null,
    },
    { at: day(4), revision: 2, changed: ['title'], description: { ...described, title: { vi: 'Kho' } }, by: null },
    { at: day(5), revision: 3, changed: ['credit'], description: { ...described, credit: 'Lan' }, by: null },
  ],
};
const told = { history, deletions: [], holds: [], sameBytes: [], hidden: new Set<string>() };
const changesFor = (clearance: 'public' | 'restricted') =>
  entriesOf({ ...told, clearance })
    .filter(({ kind }) => kind === 'save')
    .map(({ changes }) => changes);

describe('the history of a picture', () => {
  it('knows the level of every moment', () => {
    const levels = [1, 2, 3, 9].map((number) => levelAt(history.marking, day(number)));
    expect(levels).toEqual(['unreviewed', 'unreviewed', 'public', 'public']);
  });

  it('shows no value of a time at which the picture was above the reader’s clearance, on either side of a change', () => {
    const credit = { field: 'credit', before: null, after: 'Lan' };
    expect(changesFor('public')).toEqual([[credit], null, null]);
    const title = { field: 'title', before: { vi: 'Chợ' }, after: { vi: 'Kho' } };
    const first = { field: 'title', before: null, after: { vi: 'Chợ' } };
    expect(changesFor('restricted')).toEqual([[credit], [title], [first]]);
  });

  it('is told the newest first, with what was released and who held it back', () => {
    const hold = {
      ...{ id: '1', picture: 'p', setBy: 'a', setName: 'An', setAt: day(6), reason: 'Vụ 12' },
      ...{ liftedBy: 'b', liftedName: 'Ba', liftedAt: day(7), liftedWhy: 'Xong' },
    };
    const kinds = entriesOf({ ...told, holds: [hold], clearance: 'internal' }).map(
      ({ kind, action }) => action ?? kind,
    );
    expect(kinds).toEqual(['lift-hold', 'hold', 'save', 'save', 'marking', 'save']);
  });
});
