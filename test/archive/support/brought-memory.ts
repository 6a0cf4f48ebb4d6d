import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const header =
  '<header srclang="vi" creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" datatype="plaintext"/>';

const unit = ([vi, fr]: readonly [string, string]): string =>
  `<tu><tuv xml:lang="vi"><seg>${vi}</seg></tuv><tuv xml:lang="fr"><seg>${fr}</seg></tuv></tu>`;

/** Writes a memory from elsewhere into a folder. @returns its path */
export const writeTmxFile = async (folder: string, pairs: readonly (readonly [string, string])[]): Promise<string> => {
  const path = join(folder, 'brought.tmx');
  await writeFile(
    path,
    `<?xml version="1.0"?><tmx version="1.4">${header}<body>${pairs.map(unit).join('')}</body></tmx>`,
  );
  return path;
};
