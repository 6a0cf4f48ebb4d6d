import { createLocalReq, type Payload, type PayloadRequest, type TypedUser, type Where } from 'payload';
import { openMasterReader } from '#media/intake/master-store.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import { takeClaim } from '../claim.ts';
import { deleteRecord } from './confirm.ts';
import { changeDeletion, type Deletion, findDeletions } from './deletions.ts';
import { holdOn } from './holds.ts';
import { type Places, putBack, removeBytes, setAside } from './leave-bytes.ts';
import { pictureAs } from './picture-for.ts';

const minute = 60 * 1000;

/**
 * Bytes that are set aside go for good after this time. Another process may have seen them in the store a moment before and be
 * about to name them: what is named by then is put back.
 */
const grace = 15 * minute;

/** After a failure, which is often one that lasts: a disk that may only be read. */
const rest = 60 * minute;

interface Deleting {
  readonly payload: Payload;
  readonly places: Places;
  readonly now: Date;
}

/** Whether any record, or an earlier version of one, names these bytes as its master or as what is known of its origin. */
const isNamed = async ({ db }: Payload, sha256: string): Promise<boolean> => {
  const naming = (prefix: string): Where => ({
    or: [{ [`${prefix}master.sha256`]: { equals: sha256 } }, { [`${prefix}origin.sha256`]: { equals: sha256 } }],
  });
  const common = { collection: 'images', limit: 1, pagination: false } as const;
  if ((await db.find({ ...common, where: naming('') })).docs.length > 0) return true;
  return (await db.findVersions({ ...common, where: naming('version.') })).docs.length > 0;
};

/** In the name of whoever confirmed it, if they are still there. */
const requestOf = async (payload: Payload, { decidedBy }: Deletion): Promise<PayloadRequest> => {
  const found: unknown = decidedBy
    ? await payload.findByID({
        collection: 'users',
        id: decidedBy,
        depth: 0,
        overrideAccess: true,
        disableErrors: true,
      })
    : null;
  return createLocalReq(found ? { user: { ...found, collection: 'users' } as TypedUser } : {}, payload);
};

/**
 * What was confirmed and not done, as a process ended in between. A picture that bears another marking is not the one that was
 * meant: a bag brought the id back.
 */
const finishRecord = async ({ payload }: Deleting, deletion: Deletion): Promise<void> => {
  const req = await requestOf(payload, deletion);
  if (await holdOn(req, deletion.picture)) return;
  await inTransaction(req, async () => {
    const there = await pictureAs(req, deletion.picture);
    if (there?.marking.id === deletion.marking) return deleteRecord(req, deletion.picture, deletion.id);
    await changeDeletion(req, deletion.id, { state: 'leaving', leftAt: new Date().toISOString() });
  });
};

const leave = async ({ payload, places }: Deleting, sha256: string, isOver: boolean): Promise<void> => {
  const claim = await takeClaim(payload, sha256);
  try {
    const named = await isNamed(payload, sha256);
    if (named) await putBack(places, sha256, await openMasterReader(places.mastersDir).has(sha256));
    else if (isOver) await removeBytes(places, sha256);
    else await setAside(places, sha256);
  } finally {
    await claim.giveBack();
  }
};

const finishBytes = async (deleting: Deleting, deletion: Deletion): Promise<void> => {
  const { payload, now } = deleting;
  const isOver = now.getTime() - Date.parse(deletion.leftAt ?? now.toISOString()) >= grace;
  for (const sha256 of [deletion.sha256, deletion.origin]) if (sha256) await leave(deleting, sha256, isOver);
  if (isOver) await changeDeletion({ payload }, deletion.id, { state: 'done', doneAt: now.toISOString() });
};

/**
 * Goes on with all deletions that were confirmed: a record that is still there goes, then its bytes are set aside, then every
 * copy of them is removed. Ended at any moment, the next round goes on.
 * @param now the moment for which the round is made
 * @param failed when which deletion failed: that one has a rest
 */
export const finishDeletions = async (
  payload: Payload,
  places: Places,
  now: Date = new Date(),
  failed: Map<string, number> = new Map(),
): Promise<void> => {
  const deleting: Deleting = { payload, places, now };
  for (const deletion of await findDeletions({ payload }, { state: { in: ['confirmed', 'leaving'] } })) {
    if (now.getTime() - (failed.get(deletion.id) ?? 0) < rest) continue;
    try {
      if (deletion.state === 'confirmed') await finishRecord(deleting, deletion);
      else await finishBytes(deleting, deletion);
    } catch (err) {
      failed.set(deletion.id, now.getTime());
      payload.logger.error({ err, deletion: deletion.id }, 'a deletion is not finished');
    }
  }
};

/** Makes a round every minute as long as the process lives. Closing Payload stops it first. */
export function keepDeleting(payload: Payload, places: Places): void {
  let last: Promise<void> = Promise.resolve();
  const failed = new Map<string, number>();
  const round = () => {
    last = last
      .then(() => finishDeletions(payload, places, new Date(), failed))
      .catch((err: unknown) => payload.logger.error({ err }, 'deletions are not being finished'));
  };
  const timer = setInterval(round, minute);
  timer.unref();
  const { destroy } = payload;
  payload.destroy = async () => {
    clearInterval(timer);
    await last;
    await destroy();
  };
  round();
}
