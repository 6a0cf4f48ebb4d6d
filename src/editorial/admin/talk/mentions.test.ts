import { expect, it } from 'vitest';
import { mentionedIn, withMention } from './mentions.ts';

const lan = { id: 'l', name: 'Lan' };
const mai = { id: 'm', name: 'Trần Mai' };

it('puts a name behind what is written, apart from it', () => {
  expect(withMention('', lan)).toBe('@Lan ');
  expect(withMention('Xem', mai)).toBe('Xem @Trần Mai ');
  expect(withMention('Xem ', mai)).toBe('Xem @Trần Mai ');
});

it('means those whose names are still there, each once', () => {
  const text = withMention(withMention('Xem', lan), mai);
  expect(mentionedIn(text, [lan, mai, lan])).toEqual(['l', 'm']);
  expect(mentionedIn('Xem @Trần Mai ', [lan, mai])).toEqual(['m']);
  expect(mentionedIn('Xem', [lan, mai])).toEqual([]);
});
