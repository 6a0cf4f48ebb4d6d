import type { Payload } from 'payload';
import { decodersOf } from '#editorial/decoders.ts';
import type { StudioValues } from '#editorial/studio-values.ts';
import { moveUploads } from '#editorial/uploads/keep-uploads-moving.ts';
import { openUploads } from '#editorial/uploads/uploads.ts';
import { openMasterStore } from '#media/intake/master-store.ts';

/** What a studio does with uploads when it starts, and every hour. */
export const move = async ({ payload, values }: { payload: Payload; values: StudioValues }): Promise<void> => {
  await using decoders = decodersOf(values);
  const uploads = openUploads(values, () => openMasterStore(values.mastersDir), decoders);
  await moveUploads(payload, uploads, values, Date.now());
};
