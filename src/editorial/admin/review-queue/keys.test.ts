import { describe, expect, it } from 'vitest';
import { readKey } from './keys.ts';

const press = (key: string, more: object = {}) =>
  readKey({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe('keys of the review queue', () => {
  it('move, select, choose a level, decide, take back and help', () => {
    expect(press('j')).toEqual({ do: 'move', by: 1, extends: false });
    expect(press('J', { shiftKey: true })).toEqual({ do: 'move', by: 1, extends: true });
    expect(press('ArrowUp')).toEqual({ do: 'row', by: -1, extends: false });
    expect(['x', ' ', 'Enter', 'u', '?', 'Escape'].map((key) => press(key)?.do)).toEqual([
      ...['toggle', 'toggle', 'decide', 'undo', 'help', 'none'],
    ]);
    expect(press('2')).toEqual({ do: 'level', at: 1 });
    expect(press('a', { ctrlKey: true })).toEqual({ do: 'all' });
  });

  it('leave the browser what is its own', () => {
    expect(press('j', { ctrlKey: true })).toBeNull();
    expect(press('Tab')).toBeNull();
    expect(press('F5')).toBeNull();
    expect(press('0')).toBeNull();
  });
});
