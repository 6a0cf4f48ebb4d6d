import { Failure } from '#errors/failure.ts';
import { defaultMaxPixels } from '../bounds.ts';
import { sourceOfBytes } from '../formats/byte-source.ts';
import { identify } from '../formats/identify.ts';
import { zoomSize } from '../sizes/zoom.ts';
import { makeAccessCopy } from './access-copy.ts';
import { damaged, decodeUpright } from './decoder.ts';
import { openShown } from './shown.ts';

/**
 * A pyramid of a master in its whole size, into which people of the studio look. It is not what the public gets tiles of: that
 * is as large as rights allow.
 * Throws `image-not-shown`, `image-damaged`, `image-too-many-pixels`.
 */
export async function makeZoomCopy(master: Uint8Array): Promise<Uint8Array> {
  const source = sourceOfBytes(master);
  const shown = await openShown(master, source, identify(source), defaultMaxPixels);
  if (!shown) throw new Failure('image-not-shown');
  const size = zoomSize(shown.header.autoOrient);
  const pixels = decodeUpright(shown.input).resize({ ...size, fit: 'fill' });
  return (await makeAccessCopy(pixels).catch(damaged)).bytes;
}
