import { mkdir, open, writeFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { Failure } from '#errors/failure.ts';
import { onStore } from '#media/intake/store-fault.ts';
import type { SealedPieces } from './sealed-pieces.ts';
import type { UploadRecords } from './upload-records.ts';

/**
 * The files of uploads on the disk. Their folder is made when somebody begins an upload and not before: a studio whose
 * masters are out of reach stays up, and says so to whoever brings something.
 */
export class UploadStore extends DataStore {
  readonly #folder: string;
  readonly #records: UploadRecords;
  readonly #lifetime: number;

  /** @param lifetime milliseconds after which an upload that has not ended is none any more */
  constructor(folder: string, records: UploadRecords, lifetime: number) {
    super();
    this.#folder = folder;
    this.#records = records;
    this.#lifetime = lifetime;
    this.extensions = ['creation', 'termination', 'expiration'];
  }

  /**
   * Begins an upload: an empty file, and what is known of it.
   * @throws Failure `disk-full`, `masters-unreachable`
   */
  override async create(upload: Upload): Promise<Upload> {
    await onStore(async () => {
      await mkdir(this.#folder, { recursive: true, mode: 0o750 });
      await writeFile(this.#records.path(upload.id), '');
      await this.#records.set(upload.id, upload);
    });
    return upload;
  }

  /** @throws the protocol’s 404 and 410 */
  override async getUpload(id: string): Promise<Upload> {
    if (!(await this.#records.get(id))) throw ERRORS.FILE_NOT_FOUND;
    const begun = await this.#records.begun(id);
    if (!begun) throw ERRORS.FILE_NO_LONGER_EXISTS;
    const { size, offset, metadata, creation_date } = begun;
    return new Upload({ id, size, offset, metadata, creation_date });
  }

  override getExpiration(): number {
    return this.#lifetime;
  }

  /**
   * Writes what arrives behind what is here. When it returns all of it is on the disk, so that no power cut takes back
   * what the sender was told; where the sender falls silent, what came before stays.
   * @returns bytes that are here
   * @throws Failure `disk-full`, `masters-unreachable`, `upload-damaged`; what the sender’s line says
   */
  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const { sealed } = this.#records;
    if (sealed) return this.#append(sealed, readable as AsyncIterable<Uint8Array>, id, offset);
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

  /** What is damaged is let go of, so that the file can be sent anew. */
  async #append(pieces: SealedPieces, input: AsyncIterable<Uint8Array>, id: string, offset: number): Promise<number> {
    try {
      return await onStore(() => pieces.append(id, input, offset));
    } catch (cause) {
      if (cause instanceof Failure && cause.code === 'upload-damaged') await this.#records.remove(id);
      throw cause;
    }
  }

  override remove(id: string): Promise<void> {
    return this.#records.remove(id);
  }
}
