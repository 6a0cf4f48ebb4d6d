import { expect, test } from 'vitest';
import { spoken } from './spoken.ts';

test('fields, levels and people are called what the studio calls them', () => {
  const values = { field: 'startsAt', fields: 'title,alt', level: 'toi_mat', by: '–', revision: 3 };
  expect(spoken(values, 'fr')).toEqual({
    field: 'Début',
    fields: 'Titre, Texte de remplacement',
    level: 'Secret (Tối mật)',
    by: 'Un collègue',
    revision: 3,
  });
  expect(spoken(values, 'zh').fields).not.toContain(', ');
});

test('what has no words of ours stays as it is', () => {
  const values = { field: 'blocks.0.nowhere', level: 'cosmic', by: 'Lan' };
  expect(spoken(values, 'en')).toEqual(values);
});
