import { limits } from './limits.ts';

export const checkpointPath = 'checkpoint.json';

/** Path of a segment: six digits or more, counted from 1. */
export const segmentPath = (segment: number): string => `segments/${String(segment).padStart(6, '0')}.json`;

export const blobPath = (sha256: string): string => `blobs/sha256/${sha256.slice(0, 2)}/${sha256}`;

export const snapshotPath = (id: string, part: number): string =>
  `snapshots/${id}/${String(part).padStart(4, '0')}.json`;

/** Path of a checkpoint of the audit log: six digits or more, counted from 1. */
export const attestPath = (number: number): string => `audit/${String(number).padStart(6, '0')}.json`;

const shapes: readonly (readonly [RegExp, number])[] = [
  [/^checkpoint\.json$/, limits.checkpoint],
  [/^audit\/(?:\d{6}|[1-9]\d{6,9})\.json$/, limits.checkpoint],
  [/^segments\/(?:\d{6}|[1-9]\d{6,9})\.json$/, limits.envelope],
  [/^blobs\/sha256\/([0-9a-f]{2})\/\1[0-9a-f]{62}$/, limits.blob],
  [/^snapshots\/\d{6,10}-[0-9a-f]{8}\/(?:\d{4}|[1-9]\d{4,7})\.json$/, limits.envelope],
];

/**
 * Most bytes that the file at this path of a feed may have; null when no file of a feed has such a path. The shapes are
 * closed, so a path can never lead out of the feed, whoever asks for it.
 */
export const capOf = (path: string): number | null => shapes.find(([shape]) => shape.test(path))?.[1] ?? null;
