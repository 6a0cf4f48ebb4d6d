import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Description, readManifest } from '#editorial/archive/manifest.ts';
import { openFolder } from '#editorial/archive/open-folder.ts';
import { openZip } from '#editorial/archive/open-zip.ts';
import type { Delivery, Piece } from '#editorial/archive/piece.ts';
import { Failure } from '#errors/failure.ts';

/** What is to be taken in, and what its manifest says of it. */
export interface Described {
  readonly delivery: Delivery;
  readonly manifest: ReadonlyMap<string, Description>;
}

/** Names under which a manifest is found in what it describes. */
const usualNames: readonly string[] = ['manifest.csv', 'manifest.json'];

const mostBytes = 64 * 1024 * 1024;

/**
 * Opens a folder or a ZIP. Its manifest is the file of this path, else the file of this name in it; where none is named, a
 * `manifest.csv` or `manifest.json` at its top. The manifest itself is none of the pictures.
 * @throws Failure `source-missing`, `manifest-…`, `zip-…`
 */
export const openDescribed = async (source: string, manifest: string | null): Promise<Described> => {
  const delivery = await openSource(resolve(source));
  try {
    const beside = manifest !== null && (await isThere(manifest));
    const inside = beside
      ? undefined
      : delivery.pieces.find(({ name, refused }) => !refused && nameMeans(name, manifest));
    if (manifest !== null && !beside && !inside) throw new Failure('source-missing', { path: manifest });
    const pieces = delivery.pieces.filter((piece) => piece !== inside);
    const bytes = beside ? createReadStream(manifest) : await inside?.open();
    const name = inside?.name ?? manifest ?? '';
    const read = bytes ? readManifest(await wholeOf(bytes, name), name) : new Map();
    refuseStrangers(read, pieces);
    return { delivery: { ...delivery, pieces }, manifest: read };
  } catch (cause) {
    await delivery[Symbol.asyncDispose]();
    throw cause;
  }
};

const openSource = async (source: string): Promise<Delivery> => {
  const found = await stat(source).catch((cause: unknown) => {
    throw new Failure('source-missing', { path: source }, { cause });
  });
  if (found.isDirectory()) return openFolder(source);
  if (!found.isFile()) throw new Failure('source-missing', { path: source });
  return openZip(source);
};

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

const nameMeans = (name: string, manifest: string | null): boolean =>
  manifest === null ? usualNames.includes(name.toLowerCase()) : name === manifest.normalize('NFC');

const wholeOf = async (bytes: AsyncIterable<Uint8Array>, file: string): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new Failure('manifest-malformed', { file, line: 1 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** A manifest that names a file which is not there was written for another folder. */
const refuseStrangers = (manifest: ReadonlyMap<string, unknown>, pieces: readonly Piece[]): void => {
  const names = new Set(pieces.map(({ name }) => name));
  const stranger = [...manifest.keys()].find((name) => !names.has(name));
  if (stranger !== undefined) throw new Failure('manifest-stranger', { named: stranger });
};
