import { randomBytes } from 'node:crypto';
import { Failure } from '#errors/failure.ts';
import { openChunks, sealChunks } from './chunks.ts';
import { sizes } from './gcm.ts';

/** A way to put bytes on a disk for a moment: nothing but this object opens them again, and with its process its key is gone. */
export interface Passing {
  hide(plain: AsyncIterable<Uint8Array>): AsyncIterable<Buffer>;
  /** @throws Failure `sealed-damaged` while it is read */
  show(hidden: AsyncIterable<Uint8Array>): AsyncIterable<Buffer>;
}

/** For one content and no other: its key seals once. */
export const openPassing = (): Passing => {
  const of = { key: randomBytes(sizes.key), bound: Buffer.from('passing', 'utf8') };
  const damaged = () => new Failure('sealed-damaged', { file: '—' });
  return {
    hide: (plain) => sealChunks(of, plain),
    show: (hidden) => openChunks(of, hidden, damaged),
  };
};
