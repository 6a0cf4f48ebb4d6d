import type { AtRest } from '../intake/at-rest.ts';
import { openMasterReader } from '../intake/master-store.ts';
import type { EmbeddedRecord } from '../metadata/embedded-record.ts';
import type { DeriveOptions, Renditions } from '../pixels/derive.ts';
import type { Examined } from '../pixels/examine.ts';
import type { Looks } from '../pixels/look-at.ts';
import type { Technical } from '../pixels/technical.ts';
import { type DecoderBounds, usualBounds } from './decoder-bounds.ts';
import type { MasterAt } from './tasks.ts';
import { openPool } from './work-pool.ts';

/** Decodes pictures in processes of their own, where a hostile one can do no harm but to itself. */
export interface Decoders extends AsyncDisposable {
  /** Looks at a file that arrived. Throws what `examine` throws, and `image-too-costly`. */
  examine(picture: string | Uint8Array, maxPixels: number): Promise<Examined>;
  /** What a master says of itself. Throws `not-found`, `master-damaged`, `image-unsupported`, `image-damaged`. */
  embedded(sha256: string): Promise<EmbeddedRecord>;
  /** What a master looks like; null where nothing of it can be shown. Throws `not-found`, `master-damaged`, `image-damaged`. */
  looks(sha256: string): Promise<Looks | null>;
  /** What the header of a master tells; null where nothing of it can be shown. Throws `not-found`, `master-damaged`, `image-damaged`. */
  technical(sha256: string): Promise<Technical | null>;
  /** A pyramid of a master to look into. Throws `not-found`, `master-damaged`, `image-damaged`, `image-not-shown`, `image-too-costly`. */
  zoomCopy(sha256: string): Promise<Uint8Array>;
  /** Makes what the public gets of a master. Throws `not-found`, `master-damaged`, `image-damaged`, `image-too-costly`. */
  derive(sha256: string, options: DeriveOptions): Promise<Renditions>;
}

/**
 * @param entry path of `worker.ts`, which is run as a program and never bundled
 * @param dir folder of the masters
 * @param atRest opens them where they lie sealed: who decodes is given the bytes and no key
 */
export const openDecoders = (
  entry: string,
  dir: string,
  bounds: Partial<DecoderBounds> = {},
  atRest?: AtRest,
): Decoders => {
  const { run, close } = openPool(entry, { ...usualBounds, ...bounds });
  const masters = openMasterReader(dir, atRest);
  const at = async (sha256: string): Promise<MasterAt> =>
    atRest ? { dir, sha256, bytes: await masters.read(sha256) } : { dir, sha256 };
  return {
    examine: (picture, maxPixels) => run({ kind: 'examine', picture, maxPixels }),
    embedded: (sha256) => run(async () => ({ kind: 'embedded', ...(await at(sha256)) })),
    looks: (sha256) => run(async () => ({ kind: 'looks', ...(await at(sha256)) })),
    technical: (sha256) => run(async () => ({ kind: 'technical', ...(await at(sha256)) })),
    zoomCopy: (sha256) => run(async () => ({ kind: 'zoomCopy', ...(await at(sha256)) })),
    derive: (sha256, options) => run(async () => ({ kind: 'derive', ...(await at(sha256)), options })),
    [Symbol.asyncDispose]: close,
  };
};
