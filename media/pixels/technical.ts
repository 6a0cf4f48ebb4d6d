import { defaultMaxPixels } from '../bounds.ts';
import { sourceOfBytes } from '../formats/byte-source.ts';
import { iccName } from '../formats/icc-name.ts';
import { identify } from '../formats/identify.ts';
import { openShown } from './shown.ts';

/** How a picture is stored, as far as its header tells. */
export interface Technical {
  /** Colour model of what is shown, e.g. `srgb`, `cmyk`, `b-w`, `rgb16`. */
  readonly space: string | null;
  /** Name of its colour profile; null where it brings none, or one without a name. */
  readonly profile: string | null;
  /** Kind of number of each channel, e.g. `uchar`, `ushort`. */
  readonly depth: string | null;
  readonly channels: number | null;
  readonly alpha: boolean;
  /** Pixels per inch, as the file says. */
  readonly density: number | null;
}

/**
 * Reads the header of a master; null where nothing of it can be shown.
 * Throws `image-damaged`, `image-unsupported`.
 */
export async function technicalOf(master: Uint8Array): Promise<Technical | null> {
  const source = sourceOfBytes(master);
  const shown = await openShown(master, source, identify(source), defaultMaxPixels);
  if (!shown) return null;
  const { space, icc, depth, channels, hasAlpha, density } = shown.header;
  return {
    space: space ?? null,
    profile: icc ? iccName(icc) : null,
    depth: depth ?? null,
    channels: channels ?? null,
    alpha: hasAlpha ?? false,
    density: density ?? null,
  };
}
