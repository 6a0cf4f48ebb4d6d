import { expect, test } from 'vitest';
import { typeset, typesetAll } from './typeset.ts';

test.each([
  [
    'fr',
    'Supprimer "{{title}}"? Il n\'y a rien: tant pis...',
    'Supprimer «\u202f{{title}}\u202f»\u202f? Il n’y a rien\u00a0: tant pis…',
  ],
  ['fr', 'Le bloc « A ».', 'Le bloc «\u202fA\u202f».'],
  ['fr', '<a href="x">lien</a> à 10:30', '<a href="x">lien</a> à 10:30'],
  ['en', 'You haven\'t saved "it" ...', 'You haven’t saved “it”…'],
  ['zh', '正在保存...', '正在保存……'],
  ['zh', '没有「{{label}}」(空): 请重试。 再见', '没有“{{label}}”（空）：请重试。再见'],
  ['vi', 'Xóa "bài"?', 'Xóa “bài”?'],
] as const)('in %s, %s', (language, text, set) => expect(typeset(text, language)).toBe(set));

test('a tree keeps its shape', () => {
  expect(typesetAll({ general: { save: 'Save...', more: { a: "it's" } } }, 'en')).toEqual({
    general: { save: 'Save…', more: { a: 'it’s' } },
  });
});
