import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Payload } from 'payload';
import { forgetClaims } from '../archive/claim-rows.ts';
import { unreadPath } from '../unread-path.ts';
import type { Uploads, UploadValues } from './uploads.ts';
import { uploadsFolder } from './uploads.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/**
 * Takes in what had arrived whole when an earlier process ended, and forgets what has waited for its rest too long. One that has
 * to wait, for a key of its level perhaps, keeps no other waiting.
 * @param now as milliseconds since 1970
 * @throws what the first of those that wait has met
 */
export async function moveUploads(payload: Payload, uploads: Uploads, values: UploadValues, now: number) {
  await uploads.stillThere();
  const { begun, damaged, unread } = await uploads.records.survey();
  const failed = [...unread];
  for (const { id, size, offset, creation_date } of begun) {
    if (offset >= size) await uploads.settle(payload, id).catch((cause: unknown) => void failed.push(cause));
    else if (now - Date.parse(creation_date) > values.uploadDays * day) await uploads.records.remove(id);
  }
  await forgetDamaged(payload, uploads, damaged, { values, now });
  await sweep(uploadsFolder(values.mastersDir), now);
  await forgetClaims(payload, now);
  if (failed.length > 0) throw failed[0];
}

/** Nobody can go on with an upload whose record is damaged. It is said, and what came of it goes when its time is over. */
async function forgetDamaged(
  payload: Payload,
  { records }: Uploads,
  damaged: readonly string[],
  { values, now }: { readonly values: UploadValues; readonly now: number },
): Promise<void> {
  for (const id of damaged) {
    const found = await stat(unreadPath(uploadsFolder(values.mastersDir), `${id}.json`)).catch(() => null);
    if (!found) continue;
    payload.logger.error({ upload: id }, 'the record of an upload is damaged');
    if (now - found.mtimeMs > values.uploadDays * day) await records.remove(id);
  }
}

/** Bytes without a record, and halves of records: what a process left that was killed as it began. */
async function sweep(folder: string, now: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const known = new Set(names);
  for (const name of names) {
    const isWhole = name.endsWith('.json')
      ? known.has(name.slice(0, -'.json'.length))
      : known.has(`${name.split('.')[0]}.json`);
    if (isWhole) continue;
    const found = await stat(join(folder, name)).catch(() => null);
    if (found && now - found.mtimeMs > day) await rm(join(folder, name), { force: true });
  }
}

/** At once and then every hour, as long as the process lives. A failure is logged and tried again next time. */
export function keepUploadsMoving(payload: Payload, uploads: Uploads, values: UploadValues): void {
  const move = () =>
    moveUploads(payload, uploads, values, Date.now()).catch((err: unknown) =>
      payload.logger.error({ err }, 'uploads wait'),
    );
  setInterval(move, hour).unref();
  void move();
}
