import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
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
   * @throws what the system says, e.g. `ENOSPC`
   */
  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const file = await open(this.#records.path(id), 'r+');
    let at = offset;
    try {
      for await (const chunk of readable as AsyncIterable<Uint8Array>) {
        for (let done = 0; done < chunk.byteLength; ) {
          const { bytesWritten } = await file.write(chunk, done, chunk.byteLength - done, at);
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
