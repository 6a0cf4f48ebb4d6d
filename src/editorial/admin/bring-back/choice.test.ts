import { expect, test } from 'vitest';
import type { Document, LookedAt } from './answers.ts';
import { cleanChoice, countOf, keyOf, nextChoice, orderOf } from './choice.ts';

const segment = (name: string, kind: string) => ({ segment: name, kind });
const document = (id: string, ...segments: object[]) =>
  ({ collection: 'articles', id, locale: 'fr', seen: `s-${id}`, segments }) as unknown as Document;

const looked = {
  documents: [
    document('a', segment('1', 'change'), segment('2', 'conflict'), segment('3', 'confirm'), segment('4', 'codes')),
    document('b', segment('1', 'gone')),
  ],
} as unknown as LookedAt;

test('what destroys nothing is chosen from the beginning, and nothing else', () => {
  expect([...cleanChoice(looked)]).toEqual([
    keyOf(looked.documents[0] as Document, '1'),
    keyOf(looked.documents[0] as Document, '3'),
  ]);
});

test('a choice is made and taken back, and tells what to write of which document', () => {
  const [first] = looked.documents as [Document];
  const more = nextChoice(cleanChoice(looked), keyOf(first, '2'), true);
  expect(countOf(more)).toBe(3);
  expect(orderOf(looked, nextChoice(more, keyOf(first, '1'), false))).toEqual([
    { collection: 'articles', id: 'a', locale: 'fr', seen: 's-a', take: ['2', '3'] },
  ]);
});
