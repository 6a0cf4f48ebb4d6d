import { expect, test, vi } from 'vitest';
import { mayRead } from './may-read.ts';

const folder = (answer: () => Promise<PermissionState>) => ({
  ...{ kind: 'directory', name: 'Tết' },
  requestPermission: vi.fn(answer),
});
const says = (state: PermissionState) => folder(async () => state);
const ask = (...handles: object[]) => mayRead(handles as FileSystemHandle[]);

test('a page reads again what the person lets it read, and asks for nothing more than reading', async () => {
  const granted = says('granted');
  expect(await ask(granted, says('granted'))).toBe(true);
  expect(granted.requestPermission.mock.calls).toEqual([[{ mode: 'read' }]]);
});

test.each(['denied', 'prompt'] as const)('of several folders one that stays at %s is enough', async (state) => {
  const next = says('granted');
  expect(await ask(says('granted'), says(state), next)).toBe(false);
  expect(next.requestPermission).not.toHaveBeenCalled();
});

test('a browser that does not want to ask now has not said yes', async () => {
  const unasked = folder(() => Promise.reject(new DOMException('User activation is required', 'SecurityError')));
  expect(await ask(unasked)).toBe(false);
});

test('a browser that asks by itself when it reads is not asked before', async () => {
  expect(await ask({ kind: 'directory', name: 'Tết' })).toBe(true);
});
