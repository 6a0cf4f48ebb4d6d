import { Readable } from 'node:stream';
import type { PayloadRequest } from 'payload';

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

async function* told(
  { payload }: Pick<PayloadRequest, 'payload'>,
  pieces: AsyncIterable<string | Buffer> | Iterable<string | Buffer>,
  what: string,
): AsyncGenerator<string | Buffer, void> {
  try {
    yield* pieces;
  } catch (err) {
    payload.logger.error({ err }, `${what} broke off while it was sent`);
    throw err;
  }
}

/**
 * A body that is made while it is sent. What goes wrong in the middle can no longer be answered: the transfer breaks off, so that nobody
 * takes half of it for the whole, and the log says so. Nothing is made any more for whoever has left.
 * @param what is sent, for the log
 * @param onClose called once it is over, however it ended
 */
export const streamed = (
  req: Pick<PayloadRequest, 'payload'> & Partial<Pick<PayloadRequest, 'signal'>>,
  pieces: AsyncIterable<string | Buffer> | Iterable<string | Buffer>,
  what: string,
  onClose: () => void = () => undefined,
): Bytes => {
  const made = Readable.from(told(req, pieces, what), { objectMode: false });
  const leave = () => void made.destroy();
  req.signal?.addEventListener('abort', leave, { once: true });
  made.once('close', () => {
    req.signal?.removeEventListener('abort', leave);
    onClose();
  });
  // Nobody tells once more of somebody who left before this
  if (req.signal?.aborted) leave();
  return Readable.toWeb(made) as Bytes;
};
