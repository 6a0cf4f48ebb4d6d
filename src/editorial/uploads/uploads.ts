import { mkdir } from 'node:fs/promises';
import type { Payload, PayloadRequest } from 'payload';
import { Failure } from '#errors/failure.ts';
import type { AtRest } from '#media/intake/at-rest.ts';
import type { MasterStore } from '#media/intake/master-store.ts';
import type { Decoders } from '#media/sandbox/pool.ts';
import { takeClaim } from '../archive/claim.ts';
import { claimsOfProcess } from '../archive/claims-of-process.ts';
import { unreadPath } from '../unread-path.ts';
import { checkBatch } from './batches.ts';
import { refuseTooLarge, refuseWithoutRoom, type UploadBounds } from './room.ts';
import { type SettleParts, settle } from './settle.ts';
import { openTus } from './tus.ts';
import { type Begun, type UploadRecords, uploadRecords } from './upload-records.ts';

export interface UploadValues extends UploadBounds {
  readonly mastersDir: string;
  readonly atRest?: AtRest | undefined;
  readonly studioUrl: string;
}

/** Uploads in pieces, from the first byte to the record. */
export interface Uploads {
  readonly records: UploadRecords;
  /** @throws Failure `masters-unreachable` where the place in which uploads lie has gone */
  stillThere(): Promise<void>;
  /** Answers in tus; the person may bring pictures. */
  answer(req: PayloadRequest): Promise<Response>;
  /** The upload in the path, if the person began it. @throws Failure `upload-gone` */
  mine(req: PayloadRequest): Promise<Begun>;
  /** Takes an upload that has arrived whole into the archive. */
  settle(payload: Payload, id: string): Promise<void>;
}

export const uploadIn = (req: PayloadRequest): string => String(req.routeParams?.upload ?? '');

/** Where bytes lie until the archive has them: beside the masters, and kept as well as they are. */
export const uploadsFolder = (mastersDir: string): string => unreadPath(mastersDir, 'uploads');

export const openUploads = (
  values: UploadValues,
  store: () => Promise<MasterStore>,
  decoders: Pick<Decoders, 'examine'>,
): Uploads => {
  const folder = uploadsFolder(values.mastersDir);
  const records = uploadRecords(folder, values.atRest);
  const claims = claimsOfProcess();
  const parts: SettleParts = { records, store, decoders };
  const requests = new WeakMap<object, PayloadRequest>();
  const settleNow = (payload: Payload, id: string) => settle(payload, parts, id);

  const tus = openTus({
    ...{ folder, records, studioUrl: values.studioUrl, uploadDays: values.uploadDays },
    onCreate: async (request, size, { batch, filename }) => {
      const req = requests.get(request);
      if (!req?.user) throw new Failure('sign-in-required');
      const owner = String(req.user.id);
      await checkBatch(req, batch);
      refuseTooLarge(size, filename, values);
      await refuseWithoutRoom(records, folder, owner, size, values);
      return owner;
    },
    onWhole: (request, id) => {
      const payload = requests.get(request)?.payload;
      if (!payload) return;
      void settleNow(payload, id).catch((err: unknown) => payload.logger.error({ err }, 'an upload waits'));
    },
  });

  const mine = async (req: PayloadRequest): Promise<Begun> => {
    const upload = await records.begun(uploadIn(req));
    if (!upload || upload.metadata.owner !== String(req.user?.id)) throw new Failure('upload-gone');
    return upload;
  };

  /** One at a time where what is there is counted first, or where the upload may be on its way into the archive. */
  const claimFor = async (req: PayloadRequest): Promise<() => Promise<void> | void> => {
    if (req.method === 'POST') return claims.take('uploads');
    if (req.method !== 'DELETE') return () => undefined;
    return (await takeClaim(req.payload, `upload/${uploadIn(req)}`)).giveBack;
  };

  const stillThere = async () => (await store()).stillThere();

  const answer = async (req: PayloadRequest): Promise<Response> => {
    await stillThere();
    await mkdir(folder, { recursive: true, mode: 0o750 });
    requests.set(req, req);
    const giveBack = await claimFor(req);
    try {
      if (req.method !== 'POST') await mine(req);
      return await tus.answer(req);
    } finally {
      await giveBack();
    }
  };
  return { records, stillThere, answer, mine, settle: settleNow };
};
