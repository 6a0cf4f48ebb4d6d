import type { KeyObject } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { blaming } from '../blame.ts';
import { limits } from '../limits.ts';
import { openPayload, sealPayload } from '../payload.ts';
import { feedVersion } from '../schemas.ts';
import type { JournalLine } from './journal.ts';
import { receiptName } from './paths.ts';
import { readBounded } from './read-bounded.ts';
import type { Receipt } from './schemas.ts';
import type { TakenMedium } from './take-medium.ts';

/** What is to be said at the other side of a medium that was taken in, signed. */
export const receiptFor = (taken: TakenMedium, key: KeyObject, arrivedAt: Date): { value: Receipt; file: Buffer } => {
  const { medium, checkpoint, attest } = taken;
  const { segment, seq, head, snapshot } = checkpoint;
  const value: Receipt = {
    version: feedVersion,
    feed: checkpoint.feed,
    medium: medium.manifest.medium,
    manifest: medium.hash,
    to: { segment, seq, head },
    snapshot: snapshot?.id ?? null,
    attest,
    arrivedAt: arrivedAt.toISOString(),
  };
  return { value, file: sealPayload('receipt', value, key).file };
};

const unwritable = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOSPC', 'EIO', 'ENODEV']);

/**
 * Puts a receipt into a folder. One that is there is replaced, and never written through: it may be a link by now.
 *
 * @returns false where nothing can be written there
 */
export const putReceipt = async (folder: string, file: Uint8Array, name = receiptName): Promise<boolean> => {
  const path = join(folder, name);
  try {
    await rm(path, { force: true });
    const handle = await open(path, 'wx', 0o644);
    try {
      await handle.writeFile(file);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && unwritable.has(String(cause.code))) return false;
    throw cause;
  }
};

/**
 * Reads a receipt that has come back.
 *
 * @param stations keys of the other side
 * @throws Failure `receipt-missing`, `feed-signature-bad`, `feed-malformed`, …
 */
export const readReceipt = async (path: string, stations: readonly KeyObject[]): Promise<Receipt> => {
  const bytes = await readBounded(path, receiptName, limits.receipt);
  if (bytes === null) throw new Failure('receipt-missing', { file: path });
  return blaming({ file: path }, () => openPayload('receipt', bytes, stations)).value;
};

/**
 * Whether this receipt is of a medium that was written here.
 *
 * @throws Failure `receipt-foreign`
 */
export const checkOurs = (receipt: Receipt, journal: readonly JournalLine[], file: string): void => {
  const isOurs = journal.some(
    (line) => line.act === 'exported' && line.medium === receipt.medium && line.manifest === receipt.manifest,
  );
  if (!isOurs) throw new Failure('receipt-foreign', { file });
};
