import type { Payload } from 'payload';
import { expect, test } from 'vitest';
import { Failure } from '#errors/failure.ts';
import { moveUploads } from './keep-uploads-moving.ts';
import type { Uploads, UploadValues } from './uploads.ts';

test('an upload that has to wait is told of, and keeps no other waiting', async () => {
  const settled: string[] = [];
  const arrived = (id: string) => ({ id, size: 1, offset: 1, creation_date: new Date(0).toISOString() });
  const uploads = {
    stillThere: async () => undefined,
    records: { all: async () => [arrived('of mat'), arrived('of public')], damaged: async () => [] },
    settle: async (_: Payload, id: string) => {
      if (id === 'of mat') throw new Failure('seal-key-missing', { level: 'mat', generation: 1 });
      settled.push(id);
    },
  } as unknown as Uploads;
  const payload = { db: { deleteMany: async () => undefined } } as unknown as Payload;
  const values = { mastersDir: '/nowhere', uploadDays: 7 } as UploadValues;
  const moved = moveUploads(payload, uploads, values, Date.now());
  await expect(moved).rejects.toEqual(expect.objectContaining({ code: 'seal-key-missing' }));
  expect(settled).toEqual(['of public']);
});
