import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { onStore } from '#media/intake/store-fault.ts';
import type { UploadRecords } from './upload-records.ts';

/** The files of uploads on the disk. */
export class UploadStore extends FileStore {
  readonly #records: UploadRecords;

  /** @param lifetime milliseconds after which an upload that has not ended is none any more */
  constructor(directory: string, records: UploadRecords, lifetime: number) {
    super({ directory, configstore: records as never, expirationPeriodInMilliseconds: lifetime });
    this.#records = records;
    this.extensions = ['creation', 'termination', 'expiration'];
  }

  /**
   * Writes what arrives behind what is here. When it returns all of it is on the disk, so that no power cut takes back
   * what the sender was told; where the sender falls silent, what came before stays.
   * @returns bytes that are here
   * @throws Failure `disk-full`, `masters-unreachable`; what the sender’s line says
   */
  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const file = await onStore(() => open(this.#records.path(id), 'r+'));
    let at = offset;
    try {
      for await (const chunk of readable as AsyncIterable<Uint8Array>) {
        for (let done = 0; done < chunk.byteLength; ) {
          const [from, length, place] = [done, chunk.byteLength - done, at];
          const { bytesWritten } = await onStore(() => file.write(chunk, from, length, place));
          done += bytesWritten;
          at += bytesWritten;
        }
      }
    } finally {
      await file.sync().catch(() => undefined);
      await file.close();
    }
    return at;
  }

  override remove(id: string): Promise<void> {
    return this.#records.remove(id);
  }
}
