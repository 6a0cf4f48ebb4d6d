import { defaultMaxPixels } from '../bounds.ts';
import { sourceOfBytes } from '../formats/byte-source.ts';
import { identify } from '../formats/identify.ts';
import { type Looks, lookAt } from './look-at.ts';
import { openShown } from './shown.ts';

/**
 * What a master that was taken in long ago looks like by the reading of today.
 * @returns null where nothing of it can be shown
 * Throws what `examine` throws.
 */
export async function lookAgain(master: Uint8Array): Promise<Looks | null> {
  const source = sourceOfBytes(master);
  const shown = await openShown(master, source, identify(source), defaultMaxPixels);
  return shown && lookAt(shown.input, defaultMaxPixels);
}
