import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every form in which a string may lie in a file: as it is, as UTF-16, as hex, and as Base64 from each of three places. */
export const formsOf = (canary: string): Buffer[] => {
  const raw = Buffer.from(canary, 'utf8');
  const inBase64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), raw]).toString('base64');
    // Without the characters that share bits with what stands before and behind
    return Buffer.from(text.slice(Math.ceil((before * 4) / 3) + 1, -4), 'latin1');
  });
  const utf16 = Buffer.from(canary, 'utf16le');
  const hex = raw.toString('hex');
  return [raw, utf16, Buffer.from(utf16).swap16(), Buffer.from(hex), Buffer.from(hex.toUpperCase()), ...inBase64];
};

/** Files below a folder that have the string in them, in any form. */
export const liesOpenIn = async (folder: string, canary: string): Promise<string[]> => {
  const forms = formsOf(canary);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (forms.some((form) => bytes.includes(form)) || path.includes(canary)) found.push(path);
  }
  return found;
};
