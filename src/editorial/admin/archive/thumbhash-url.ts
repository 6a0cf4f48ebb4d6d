'use client';
import { thumbHashToDataURL } from 'thumbhash';

const made = new Map<string, string>();
/** Placeholders that are kept; after that it begins anew. */
const most = 3000;

/** A ThumbHash as the address of a tiny picture; undefined where it is none. */
export const thumbhashUrl = (hash: string): string | undefined => {
  if (hash === '') return undefined;
  const known = made.get(hash);
  if (known !== undefined) return known;
  if (made.size >= most) made.clear();
  try {
    const url = thumbHashToDataURL(Uint8Array.from(atob(hash), (letter) => letter.charCodeAt(0)));
    made.set(hash, url);
    return url;
  } catch {
    return undefined;
  }
};
