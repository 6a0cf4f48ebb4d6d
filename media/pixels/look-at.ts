import type { Likeness } from '../likeness/likeness.ts';
import { likenessOf } from '../likeness/likeness-of.ts';
import { damaged, decodeUpright, toolsInUse } from './decoder.ts';
import { focusOf } from './focus.ts';
import { thumbhashOf } from './thumbhash.ts';

/** What a small copy of a picture tells. */
export interface Looks {
  /** Base64. */
  readonly thumbhash: string;
  /** Null for a picture that is as good as one colour. */
  readonly likeness: Likeness | null;
  /** Where the eye is drawn, as fractions of width and height. */
  readonly focus: readonly [x: number, y: number];
  /** What found it out, with versions. */
  readonly tools: string;
}

/** Decodes the whole picture once, which alone proves it sound, and keeps a small copy to look at. Throws `image-damaged`. */
export async function lookAt(input: string | Uint8Array, maxPixels: number): Promise<Looks> {
  const { data, info } = await decodeUpright(input, maxPixels)
    .resize(400, 400, { fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(damaged);
  const small = { data, width: info.width, height: info.height };
  const looks = { thumbhash: await thumbhashOf(small), likeness: await likenessOf(small), focus: await focusOf(small) };
  return { ...looks, tools: toolsInUse() };
}
