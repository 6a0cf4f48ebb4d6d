import type { PublicRecord } from '#record/records.ts';

/** Names of the blobs that a record needs, each once. Only images have any. */
export const blobsOf = (record: PublicRecord): string[] => {
  if (record.type !== 'image') return [];
  const editions = Object.values(record.editions).flat();
  return [...new Set(editions.flatMap(({ sources }) => sources.map(({ blob }) => blob)))];
};
