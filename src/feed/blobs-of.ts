import type { PublicRecord } from '#record/records.ts';

/** Names of the blobs that a record needs, now or when a planned edition appears, each once. Only images have any. */
export const blobsOf = (record: PublicRecord): string[] => {
  if (record.type !== 'image') return [];
  const files = Object.values(record.editions)
    .flat()
    .flatMap(({ sources, accessCopy }) => [...sources, ...(accessCopy ? [accessCopy] : [])]);
  return [...new Set(files.map(({ blob }) => blob))];
};
