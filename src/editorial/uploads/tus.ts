import { randomUUID } from 'node:crypto';
import { MemoryLocker, Server } from '@tus/server';
import type { PayloadRequest } from 'payload';
import { Failure } from '#errors/failure.ts';
import type { FailureCode } from '#errors/failures.ts';
import { maxPieceBytes } from '#media/bounds.ts';
import { clean } from '../input/clean.ts';
import type { UploadRecords } from './upload-records.ts';
import { UploadStore } from './upload-store.ts';

/** Where uploads are spoken to, below the studio's address. */
export const uploadsPath = '/api/images/uploads';

const day = 24 * 60 * 60 * 1000;
/** Characters of a name with its folders. */
const longestName = 1024;

/** What the protocol's own refusals are called here. */
const named: Readonly<Record<number, FailureCode>> = {
  403: 'upload-gone',
  404: 'upload-gone',
  409: 'upload-offset',
  410: 'upload-gone',
  413: 'request-too-large',
};

export interface TusParts {
  readonly folder: string;
  readonly records: UploadRecords;
  readonly studioUrl: string;
  readonly uploadDays: number;
  /** Whether the upload may begin; throws what refuses it. @returns what is written down of it */
  readonly onCreate: (request: Request, size: number, said: { batch: string; filename: string }) => Promise<string>;
  readonly onWhole: (request: Request, id: string) => void;
}

/** Speaks tus 1.0 with whoever may: creation, pieces, termination, expiration. Refusals are failures of ours. */
export interface Tus {
  answer(req: PayloadRequest): Promise<Response>;
}

const saidOf = (metadata: Record<string, string | null> | undefined) => {
  const { batch, filename } = metadata ?? {};
  if (!batch || !filename || filename.length > longestName) throw new Failure('body-malformed');
  return { batch, filename: String(clean(filename, 'file')) };
};

export const openTus = ({ folder, records, studioUrl, uploadDays, onCreate, onWhole }: TusParts): Tus => {
  const causes = new WeakMap<object, unknown>();
  const server = new Server({
    path: uploadsPath,
    datastore: new UploadStore(folder, records, uploadDays * day),
    locker: new MemoryLocker(),
    allowedOrigins: [],
    namingFunction: () => randomUUID(),
    generateUrl: (_, { id }) => `${studioUrl}${uploadsPath}/${id}`,
    onUploadCreate: async (req, upload) => {
      const said = saidOf(upload.metadata);
      const owner = await onCreate(req, upload.size ?? 0, said);
      return { metadata: { ...said, owner } };
    },
    onUploadFinish: async (req, { id }) => {
      onWhole(req, id);
      return {};
    },
    onResponseError: (req, error) => {
      causes.set(req, error);
      return undefined;
    },
  });
  return {
    answer: async (req) => {
      const request = req as unknown as Request;
      if (Number(request.headers.get('content-length') ?? 0) > maxPieceBytes) throw new Failure('request-too-large');
      const response = await server.handleWeb(request as never);
      if (response.status < 400) return response;
      const cause = causes.get(request);
      if (cause instanceof Error) throw cause;
      throw new Failure(named[response.status] ?? 'request-malformed', {}, { cause });
    },
  };
};
