import { fileURLToPath } from 'node:url';
import type { FeedSource, SourceOptions } from './feed-source.ts';
import { folderSource } from './folder-source.ts';
import { httpSource } from './http-source.ts';

export type { FeedSource, SourceOptions } from './feed-source.ts';

/** A feed in a folder (path or `file:` address) or behind `http:` and `https:`. Nothing is read yet. */
export const openSource = (url: string, options: SourceOptions = {}): FeedSource => {
  if (/^https?:\/\//i.test(url)) return httpSource(new URL(url), options);
  return folderSource(url.startsWith('file:') ? fileURLToPath(url) : url);
};
