import { expect, it } from 'vitest';
import { namedLine } from './named-line.ts';

const [harbour, hidden, other] = ['1', '2', '3'].map((digit) => `3f0e0000-0000-4000-8000-00000000000${digit}`);

it('puts names in the place of ids, also within a line, and tells nothing of what is hidden', () => {
  const names = { [String(harbour)]: 'Cảng $& mới', [String(hidden)]: null, abc: 'never' };
  const told = (line: string) => namedLine(line, names, '—');
  expect(told(String(harbour))).toBe('Cảng $& mới');
  expect(told(`xem đây ⟨${hidden}⟩ abc`)).toBe('xem đây ⟨—⟩ abc');
  expect(told(String(other))).toBe(other);
});
