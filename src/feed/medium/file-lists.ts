import { Failure } from '#errors/failure.ts';
import { canonicalBytes, sha256Of } from '../canonical.ts';
import { limits } from '../limits.ts';
import { parseJson } from '../parse-json.ts';
import { capOf } from '../paths.ts';
import { listName } from './paths.ts';
import { fileList, type ListedFile, type MediumManifest } from './schemas.ts';

/** Files in the one order that lists have: by the code units of their paths. */
const inOrder = (files: readonly ListedFile[]): ListedFile[] =>
  [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));

/** The bytes of the lists of these files; the same files give the same bytes. */
export const writeLists = (files: readonly ListedFile[]): Buffer[] => {
  const sorted = inOrder(files);
  const lists: Buffer[] = [];
  for (let start = 0; start < sorted.length; start += limits.listed)
    lists.push(canonicalBytes(sorted.slice(start, start + limits.listed)));
  return lists;
};

/** What the manifest says of the lists. */
export const marksOf = (lists: readonly Uint8Array[]): MediumManifest['lists'] =>
  lists.map((bytes) => ({ bytes: bytes.length, sha256: sha256Of(bytes) }));

/**
 * The files of one list: paths of a feed only, each within its bound.
 *
 * @throws Failure `medium-changed` for other bytes than the manifest names, `medium-malformed`
 */
export const readList = (bytes: Uint8Array, mark: MediumManifest['lists'][number], number: number): ListedFile[] => {
  const file = listName(number);
  if (sha256Of(bytes) !== mark.sha256) throw new Failure('medium-changed', { file });
  const list = fileList.safeParse(parseJson(bytes));
  if (!list.success) throw new Failure('medium-malformed', { file }, { cause: list.error });
  for (const { path, bytes: size } of list.data) {
    const cap = capOf(path);
    if (cap === null || size > cap) throw new Failure('medium-malformed', { file });
  }
  return list.data;
};

/**
 * Files by their paths, where each path comes once and all are in order.
 *
 * @throws Failure `medium-malformed`
 */
export const joinLists = (lists: readonly (readonly ListedFile[])[]): Map<string, ListedFile> => {
  const files = new Map<string, ListedFile>();
  let last = '';
  for (const [index, list] of lists.entries()) {
    for (const each of list) {
      if (each.path <= last) throw new Failure('medium-malformed', { file: listName(index + 1) });
      last = each.path;
      files.set(each.path, each);
    }
  }
  return files;
};
