import type { StudioLocale } from '#languages/locales.ts';
import type { MasterReader } from '#media/intake/master-store.ts';
import { type StreamedFile, streamZip } from '#zip/stream.ts';
import type { CopiedContent } from './copied-content.ts';
import type { Copy } from './copies.ts';
import { copyPage } from './copy-page.ts';

const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/svg+xml': 'svg', 'image/tiff': 'tif' };

const endingOf = (type: string): string => endings[type] ?? /^image\/([a-z0-9]{2,5})$/.exec(type)?.[1] ?? 'bin';

/**
 * A picture to take along: its master, which nothing is written into, and beside it the sheet that a copy cannot be without. Names of
 * files are numbers, never those that the files had.
 * @throws whatever the store throws while it is sent
 */
export const copyFile = async (
  copy: Copy,
  content: CopiedContent & { readonly master: NonNullable<CopiedContent['master']> },
  store: MasterReader,
  language: StudioLocale,
): Promise<AsyncGenerator<Buffer, void>> => {
  const { sha256, type } = content.master;
  const { body } = await store.stream(sha256);
  const modified = new Date(copy.madeAt);
  const name = `copy-${copy.number}`;
  // The sheet lies beside the picture, where no studio answers
  const sheet = copyPage(copy, { ...content, html: content.html.replace(/<figure>.*?<\/figure>/s, '') }, language);
  const files: StreamedFile[] = [
    { name: `${name}.html`, modified, content: [sheet] },
    { name: `${name}.${endingOf(type)}`, modified, content: body },
  ];
  return streamZip(files);
};
