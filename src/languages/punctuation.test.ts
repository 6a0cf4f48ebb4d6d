import { expect, test } from 'vitest';
import { labelled, listed, quoted } from './punctuation.ts';

test('a label and its words stand together as each language sets its colon', () => {
  expect(labelled('Title', 'too long', 'en')).toBe('Title: too long');
  expect(labelled('Tiêu đề', 'quá dài', 'vi')).toBe('Tiêu đề: quá dài');
  expect(labelled('Titre', 'trop long', 'fr')).toBe('Titre\u00a0: trop long');
  expect(labelled('标题', '过长', 'zh')).toBe('标题：过长');
});

test('names are listed with the comma of the language', () => {
  expect(listed(['français', 'anglais'], 'fr')).toBe('français, anglais');
  expect(listed(['法文', '英文'], 'zh')).toBe('法文、英文');
  expect(listed([], 'en')).toBe('');
});

test('words of others stand in the marks of the language', () => {
  expect(quoted('Chợ', 'vi')).toBe('“Chợ”');
  expect(quoted('marché', 'fr')).toBe('«\u202fmarché\u202f»');
});
