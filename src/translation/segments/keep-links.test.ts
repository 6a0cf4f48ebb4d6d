import { expect, it } from 'vitest';
import type { Content } from '../content.ts';
import { keepLinks } from './keep-links.ts';

const hidden = (address: string) => address === 'internal:articles/hidden';
const link = (id: string, text: string, address = 'internal:articles/hidden'): Content => [
  { code: 'open', id, kind: 'link', address },
  { text },
  { code: 'close', id },
];

it('leaves a text alone that had no link which was not shown', () => {
  expect(keepLinks(link('1', 'le marché', 'https://a.test'), [{ text: 'Le marché' }], hidden)).toEqual([
    { text: 'Le marché' },
  ]);
});

it('puts the link around the same words, wherever they stand now', () => {
  const before: Content = [{ text: 'Voir ' }, ...link('1', 'le marché'), { text: '.' }];
  const kept = keepLinks(before, [{ text: 'Allez voir le marché de nuit.' }], hidden);
  expect(kept).toEqual([{ text: 'Allez voir ' }, ...link('1', 'le marché'), { text: ' de nuit.' }]);
});

it('puts it around all where the words are others, and gives it a number that is free', () => {
  const bold: Content = [{ code: 'open', id: '1', kind: 'bold' }, { text: 'Voici' }, { code: 'close', id: '1' }];
  const kept = keepLinks(link('1', 'le marché'), [...bold, { text: ' les halles' }], hidden);
  expect(kept).toEqual([...bold, ...link('2', ' les halles')]);
});

it('puts none within another link, and says where there is no place left', () => {
  const shown = link('1', 'le marché', 'https://a.test');
  expect(keepLinks(link('1', 'le marché'), [...shown, { text: ' ici' }], hidden)).toEqual([
    ...shown,
    ...link('2', ' ici'),
  ]);
  expect(keepLinks(link('1', 'le marché'), shown, hidden)).toBeNull();
});
