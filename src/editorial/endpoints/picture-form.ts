import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { addDataAndFileToRequest, type PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';

const mebibyte = 1024 * 1024;
const limits = { fileSize: 200 * mebibyte, files: 1 };

/** A form with a picture. The file lies on disk, or in memory, until the form is disposed of. */
export interface PictureForm extends AsyncDisposable {
  /** What the curator says of the picture; nobody has looked at it. */
  readonly data: unknown;
  /** The client's name for the file. */
  readonly filename: string;
  bytes(): AsyncIterable<Uint8Array>;
}

const onDisk = z.object({ name: z.string(), tempFilePath: z.string().min(1) });
const inMemory = z.object({ name: z.string(), data: z.instanceof(Uint8Array) });

const placeOf = (folder: string | null) =>
  folder === null ? { useTempFiles: false } : { useTempFiles: true, tempFileDir: folder };

/**
 * @NOTE Payload would hold files of forms in memory, and refuses forms above 50 MiB unless told otherwise. It is told so
 * here and not in its configuration, because at every other door a file of a form would then stay on the disk.
 */
const readForm = async (req: PayloadRequest, folder: string | null) => {
  // Without the name of a collection nothing but a file that came along is taken for one
  const { body, headers, method, payload } = req;
  const upload = { abortOnLimit: true, limits, requestSizeLimit: limits.fileSize + mebibyte };
  const config = { ...payload.config, upload: { ...upload, ...placeOf(folder) } };
  const form = { body, headers, method, payload: { config, logger: payload.logger } };
  const read = form as unknown as PayloadRequest & { files?: Record<string, unknown> };
  await addDataAndFileToRequest(read);
  return { data: read.data, file: read.file, files: Object.values(read.files ?? {}).flat() };
};

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/**
 * Reads a form with one picture in its field `file`.
 * @param folder where the file lies meanwhile: as well kept as the archive itself; null: in memory alone
 * @throws Failure `field-invalid` where there is no file
 */
export const readPictureForm = async (req: PayloadRequest, folder: string | null): Promise<PictureForm> => {
  const { data, file, files } = await readForm(req, folder);
  const paths = files.flatMap((one) => onDisk.safeParse(one).data?.tempFilePath ?? []);
  const discard = async () => {
    // What cannot be removed now is swept away with what killed processes leave; it is no reason to take an answer back
    await Promise.allSettled(paths.map((path) => rm(path, { force: true })));
  };
  const held = folder === null ? inMemory.safeParse(file).data : undefined;
  if (held) return { data, filename: held.name, bytes: () => inOne(held.data), [Symbol.asyncDispose]: discard };
  const read = onDisk.safeParse(file);
  if (!read.success) {
    await discard();
    throw new Failure('field-invalid', { field: 'file' });
  }
  const { name, tempFilePath } = read.data;
  return { data, filename: name, bytes: () => createReadStream(tempFilePath), [Symbol.asyncDispose]: discard };
};
