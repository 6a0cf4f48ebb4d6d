import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect } from 'vitest';
import { type Entry, fromBufferPromise } from 'yauzl';
import { streamZip } from '#zip/stream.ts';
import type { Studio } from '../../support/studio.ts';
import type { Answer } from '../../support/studio-caller.ts';
import type { Person } from '../../support/studio-people.ts';
import type { Told } from './workbench.ts';

/** Files of a ZIP by their names. */
export const unpack = async (bytes: Buffer): Promise<Map<string, string>> => {
  const zip = await fromBufferPromise(bytes);
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry() as AsyncIterable<Entry>)
    files.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString());
  return files;
};

export const zipOf = (files: Iterable<readonly [string, string]>): Promise<Buffer> => {
  const modified = new Date('2026-11-27T00:00:00Z');
  return buffer(Readable.from(streamZip([...files].map(([name, text]) => ({ name, modified, content: [text] })))));
};

/** What a door gives as bytes. */
export const download = async ({ url }: Studio, { token }: Person, path: string) => {
  const response = await fetch(`${url}${path}`, { headers: { authorization: `JWT ${token}` } });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
};

/** The pack of one language of an article, unpacked. */
export const packOf = async (studio: Studio, who: Person, id: string, locale: string): Promise<Map<string, string>> => {
  const { status, headers, bytes } = await download(studio, who, `/api/translation/articles/${id}/${locale}/pack`);
  expect([status, headers.get('content-type')], bytes.toString().slice(0, 500)).toEqual([200, 'application/zip']);
  return unpack(bytes);
};

/** The one file of a folder of a pack. */
export const fileIn = (
  pack: ReadonlyMap<string, string>,
  folder: 'xliff' | 'older-tools' | 'preview',
): [string, string] => {
  const found = [...pack].find(([name]) => name.startsWith(`${folder}/`) && !name.endsWith('.tbx'));
  if (!found) throw new Error(`nothing in ${folder}: ${[...pack.keys()].join(', ')}`);
  return found;
};

/** A file of XLIFF 2.1 in which segments say something else, by what their source says: as a translator’s tool writes it. */
export const translated = (xliff: string, texts: Readonly<Record<string, string>>): string =>
  Object.entries(texts).reduce((file, [from, to]) => {
    const at = file.indexOf(`<source>${from}</source>`, segmentOf(file, from));
    if (at < 0) throw new Error(`no segment says ${from}`);
    const behind = at + `<source>${from}</source>`.length;
    const rest = file.slice(behind).replace(/^<target>.*?<\/target>/s, '');
    return `${file.slice(0, behind)}<target>${to}</target>${rest}`;
  }, xliff);

/** Sources stand in suggestions too. */
const segmentOf = (file: string, from: string): number => {
  const found = new RegExp(`<segment[^>]*><source>${from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}</source>`).exec(file);
  return found?.index ?? Number.POSITIVE_INFINITY;
};

/** Brings a file back; with documents, takes what is chosen of it. */
export const bring = (who: Person, name: string, content: string | Buffer, documents?: object): Promise<Answer> => {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  if (documents) form.set('_payload', JSON.stringify({ documents }));
  return who.send('/api/translation/import', { method: 'POST', body: form });
};

/** What a file would change. */
export const look = async (who: Person, name: string, content: string | Buffer): Promise<Told> => {
  const { status, body } = await bring(who, name, content);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

/** Each kind with how many segments there are of it, nothing left out that is none. */
export const kindsOf = ({ counts }: Told): Record<string, number> =>
  Object.fromEntries(Object.entries(counts as Record<string, number>).filter(([, count]) => count > 0));

/** Takes segments of the first document of what was looked at: those of some kinds. */
export const take = (
  who: Person,
  name: string,
  content: string | Buffer,
  looked: Told,
  kinds: string[],
): Promise<Answer> => {
  const documents = looked.documents.map(({ collection, id, locale, seen, segments }: Told) => ({
    ...{ collection, id, locale, seen },
    take: segments.filter(({ kind }: Told) => kinds.includes(kind)).map(({ segment }: Told) => segment),
  }));
  return bring(who, name, content, documents);
};
