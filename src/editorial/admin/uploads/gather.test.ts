import { expect, test } from 'vitest';
import { fromFiles, fromHandles } from './gather.ts';

const file = (name: string) => ({ kind: 'file', name, getFile: async () => new File(['x'], name) });
const folder = (name: string, inside: readonly object[]) => ({
  kind: 'directory',
  name,
  async *values() {
    yield* inside;
  },
});

test('handles lead to every file with its folders, in NFC, and not to what computers leave', async () => {
  const decomposed = 'Tết'.normalize('NFD');
  const given = [
    folder(decomposed, [folder('Chợ', [file('1.jpg'), file('.DS_Store')]), folder('__MACOSX', [file('2.jpg')])]),
    file('3.jpg'),
  ] as unknown as FileSystemHandle[];
  const { files, handles } = await fromHandles(given);
  expect(files.map(({ path }) => path)).toEqual(['Tết/Chợ/1.jpg', '3.jpg']);
  expect(handles).toBe(given);
});

test('files that were chosen with their folder keep its name', () => {
  const chosen = Object.assign(new File(['x'], '1.jpg'), { webkitRelativePath: 'Tết/1.jpg' });
  expect(fromFiles([chosen, new File(['x'], '2.jpg')]).files.map(({ path }) => path)).toEqual(['Tết/1.jpg', '2.jpg']);
});
