import { expect, test } from 'vitest';
import { fromDrop, fromFiles, fromHandles } from './gather.ts';

/** Node has no handles of files: what is made here has what the page uses of them. */
const handlesOf = (made: readonly object[]) => made as unknown as FileSystemHandle[];
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
  const given = handlesOf([
    folder(decomposed, [folder('Chợ', [file('1.jpg'), file('.DS_Store')]), folder('__MACOSX', [file('2.jpg')])]),
    file('3.jpg'),
  ]);
  const { files, handles } = await fromHandles(given);
  expect(files.map(({ path }) => path)).toEqual(['Tết/Chợ/1.jpg', '3.jpg']);
  expect(handles).toBe(given);
});

test('files that were chosen with their folder keep its name', () => {
  const chosen = Object.assign(new File(['x'], '1.jpg'), { webkitRelativePath: 'Tết/1.jpg' });
  expect(fromFiles([chosen, new File(['x'], '2.jpg')]).files.map(({ path }) => path)).toEqual(['Tết/1.jpg', '2.jpg']);
});

/** A handle of what is not there any more. */
const gone = (kind: 'file' | 'directory', name: string) => {
  const refuse = () => Promise.reject(new DOMException('It could not be found', 'NotFoundError'));
  return { kind, name, getFile: refuse, values: () => ({ [Symbol.asyncIterator]: () => ({ next: refuse }) }) };
};

test('500 files of a folder come as the folder names them, folder after folder', async () => {
  const names = Array.from({ length: 250 }, (_, n) => `${n}.jpg`);
  const inside = names.map(file);
  const given = handlesOf([folder('Tết', [folder('Chợ', inside), ...inside])]);
  const { files, unread } = await fromHandles(given);
  const paths = [...names.map((name) => `Tết/Chợ/${name}`), ...names.map((name) => `Tết/${name}`)];
  expect(files.map(({ path }) => path)).toEqual(paths);
  expect(unread).toEqual([]);
});

test('a file or a folder that is gone keeps nothing else from going on, and is told', async () => {
  const given = handlesOf([
    folder('Tết', [file('1.jpg'), gone('file', '2.jpg'), gone('directory', 'Chợ'), file('3.jpg')]),
    gone('directory', 'Hội'),
    file('4.jpg'),
  ]);
  const { files, unread } = await fromHandles(given);
  expect(files.map(({ path }) => path)).toEqual(['Tết/1.jpg', 'Tết/3.jpg', '4.jpg']);
  expect(unread.map((cause) => (cause as DOMException).name)).toEqual(Array(3).fill('NotFoundError'));
});

const entry = (fullPath: string, inside?: readonly object[]) => ({
  ...{ fullPath, isFile: inside === undefined },
  file: (found: (file: File) => void, refused: (cause: unknown) => void) =>
    fullPath.endsWith('gone.jpg')
      ? refused(new DOMException('gone', 'NotFoundError'))
      : found(new File(['x'], fullPath)),
  createReader: () => {
    const left = [...(inside ?? [])];
    // Browsers give a hundred at a time
    return { readEntries: (found: (some: object[]) => void) => found(left.splice(0, 100)) };
  },
});
const dropped = (entries: readonly object[], handle?: () => Promise<object | null>) =>
  fromDrop({
    files: [],
    items: entries.map((one) => ({
      ...{ kind: 'file', webkitGetAsEntry: () => one },
      ...(handle && { getAsFileSystemHandle: handle }),
    })),
    // Node has no drops either
  } as unknown as DataTransfer);

test('a folder that is dropped gives all of its 250 files, a hundred at a time, but for one that is gone', async () => {
  const inside = Array.from({ length: 250 }, (_, n) => entry(`/Tết/${n}.jpg`));
  const { files, handles, unread } = await dropped([entry('/Tết', [...inside, entry('/Tết/gone.jpg')])]);
  expect(files.map(({ path }) => path)).toEqual(Array.from({ length: 250 }, (_, n) => `Tết/${n}.jpg`));
  expect([handles, unread.length]).toEqual([[], 1]);
});

test('a browser with handles gives them with what is dropped; one that refuses them gives the files', async () => {
  const handle = folder('Tết', [file('1.jpg')]);
  const withHandle = await dropped([entry('/Tết', [])], async () => handle);
  expect(withHandle.handles).toEqual([handle]);
  expect(withHandle.files.map(({ path }) => path)).toEqual(['Tết/1.jpg']);
  const refused = await dropped([entry('/Tết', [entry('/Tết/2.jpg')])], () => Promise.reject(new Error('no')));
  expect([refused.handles, refused.files.map(({ path }) => path)]).toEqual([[], ['Tết/2.jpg']]);
});
