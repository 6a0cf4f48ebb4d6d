import type { CutOrder } from '../iiif/cut.ts';
import { cutterBounds, type DecoderBounds } from './decoder-bounds.ts';
import { openPool } from './work-pool.ts';

/** Cuts what the public asks for out of pictures that are public, in processes of their own. */
export interface Cutters extends AsyncDisposable {
  /** Throws `too-busy` when as many wait as may; `image-too-costly` or `image-damaged` when the process ended over it. */
  cut(order: CutOrder): Promise<Uint8Array>;
}

/** @param entry path of `worker.ts`, which is run as a program and never bundled */
export const openCutters = (entry: string, bounds: Partial<DecoderBounds> = {}): Cutters => {
  const { run, close } = openPool(entry, { ...cutterBounds, ...bounds });
  return { cut: (order) => run({ kind: 'cut', order }), [Symbol.asyncDispose]: close };
};
