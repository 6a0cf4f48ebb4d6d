import { createReadStream } from 'node:fs';
import { fileOf, lineFiles, linesInFile, linesPath } from './paths.ts';

/** Longer than any entry: what is longer is cut into pieces of this size, none of which is one. */
const longest = 64 * 1024;

/** The lines of one file, in the memory of one of them. What follows the last line end is no line unless `torn` is asked for. */
async function* linesOfFile(path: string, torn: boolean): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    rest = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    let from = 0;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10, from)) {
      yield rest.subarray(from, end);
      from = end + 1;
    }
    rest = rest.subarray(from);
    for (; rest.length > longest; rest = rest.subarray(longest)) yield rest.subarray(0, longest);
  }
  if (torn && rest.length > 0) yield rest;
}

/**
 * The lines of a log after the first `after`, each with its place: the number that it should have. Where a file is missing
 * between others the places go on with the next one.
 */
export async function* readLines(dir: string, after = 0): AsyncGenerator<{ place: number; bytes: Buffer }> {
  const files = await lineFiles(dir);
  for (const file of files.filter((each) => each >= fileOf(after + 1))) {
    let place = (file - 1) * linesInFile;
    const torn = file !== files.at(-1);
    for await (const bytes of linesOfFile(linesPath(dir, file), torn)) {
      place += 1;
      if (place > after) yield { place, bytes };
    }
  }
}
